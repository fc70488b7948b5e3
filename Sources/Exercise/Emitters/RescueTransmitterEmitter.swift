import Geodesy
import Tracking

/// A rescue transmitter under test: one burst of eight messages, of which the first and the last say in words what it is.
///
/// Source: ITU-R M.1371-5, annex 9, 3.2: in test mode one burst, navigational status 15, text `SART TEST`.
struct RescueTransmitterEmitter: Emitter {
  let actor: ExerciseActor
  private let endMilliseconds: Int64
  private var sent = 0

  /// Messages in the burst.
  static let messages = 8
  /// Time between two of them: 75 slots.
  static let stepMilliseconds: Int64 = 2000

  init(_ actor: ExerciseActor, endMilliseconds: Int64) {
    self.actor = actor
    self.endMilliseconds = endMilliseconds
  }

  var nextMilliseconds: Int64? {
    let next = actor.itinerary.first + Int64(sent) * Self.stepMilliseconds
    return sent < Self.messages && next < endMilliseconds ? next : nil
  }

  mutating func emit(through station: inout Station, into lines: inout [ExerciseSentence]) {
    guard let now = nextMilliseconds else { return }
    let moment = actor.start.adding(milliseconds: now)
    let isText = sent == 0 || sent == Self.messages - 1
    sent += 1
    guard !isText else {
      station.write(AISMessages.safetyText("SART TEST", mmsi: actor.mmsi), at: moment, into: &lines)
      return
    }
    let truth = actor.truth(atMilliseconds: now)
    let reading = AISReading(
      latitudeDegrees: truth.latitudeDegrees, longitudeDegrees: truth.longitudeDegrees, accuracyHigh: true,
      speedKnots: 0, courseDegrees: nil, headingDegrees: nil, rateOfTurnDegreesPerMinute: nil, status: .undefined,
      second: CalendarTime(moment).second)
    station.write(
      AISMessages.classAPosition(reading, mmsi: actor.mmsi, unscheduled: false), at: moment, into: &lines)
  }
}
