import Geodesy
import Tracking

/// The AIS transponder of one actor: what it measures, what it sends and when.
struct AISEmitter: Emitter {
  let actor: ExerciseActor
  private let endMilliseconds: Int64
  private var chance: SeededGenerator
  private var nextPosition: Int64
  private var nextStatics: Int64
  private let accuracyHigh: Bool

  /// Share of an interval by which a report may come early or late, as slots are chosen by chance.
  static let jitter = 0.08
  /// A ship that reports every three minutes notices within this time that it has begun to move, in milliseconds.
  private static let noticeMilliseconds: Int64 = 15_000
  /// What base stations say every half hour.
  private static let broadcast = "EXERCISE EXERCISE EXERCISE NOTHING ON THIS CHANNEL IS REAL"
  private static let broadcastMilliseconds: Int64 = 1_800_000

  init(_ actor: ExerciseActor, seed: UInt64, endMilliseconds: Int64) {
    self.actor = actor
    self.endMilliseconds = endMilliseconds
    chance = SeededGenerator(seed: seed, stream: 10_000_000 + UInt64(actor.number))
    accuracyHigh = chance.unit() < 0.7
    let begin = max(0, actor.itinerary.first)
    nextPosition = begin
    // The first description comes within a minute, as if a base station had asked for it.
    nextStatics = begin + Int64(chance.unit() * 60_000)
    if !Self.describesItself(actor.transponder) { nextStatics = .max }
    nextPosition += Int64(chance.unit() * Double(interval(doing(at: begin))))
  }

  var nextMilliseconds: Int64? {
    let next = min(nextPosition, nextStatics)
    guard next < endMilliseconds, actor.transponder != .silent, actor.isPresent(at: next) else { return nil }
    return next
  }

  mutating func emit(through station: inout Station, into lines: inout [ExerciseSentence]) {
    let now = min(nextPosition, nextStatics)
    let moment = actor.start.adding(milliseconds: now)
    if nextPosition <= nextStatics {
      let measured = second(of: now)
      let doing = doing(at: measured)
      station.write(position(doing, at: measured), at: moment, into: &lines)
      nextPosition = following(now, doing)
    } else {
      for message in statics() { station.write(message, at: moment, into: &lines) }
      nextStatics += jittered(staticsInterval)
    }
  }

  private var staticsInterval: Int64 {
    actor.transponder == .baseStation ? Self.broadcastMilliseconds : ReportingInterval.statics
  }

  private static func describesItself(_ transponder: ExerciseActor.Transponder) -> Bool {
    transponder == .classA || transponder == .classB || transponder == .baseStation
  }

  private func statics() -> [SixBitWriter] {
    switch actor.transponder {
    case .classA: [AISMessages.classAStatics(actor)]
    case .classB: [AISMessages.classBName(actor), AISMessages.classBStatics(actor)]
    case .baseStation: [AISMessages.safetyText(Self.broadcast, mmsi: actor.mmsi)]
    case .aidToNavigation, .aircraft, .rescueTransmitterUnderTest, .silent: []
    }
  }

  /// What the actor does at a moment, and how fast it turns.
  private struct Doing {
    let truth: ActorTruth
    /// Degrees a minute over the last half minute, positive to starboard; 0 when it hardly moves.
    let turn: Double

    /// A ship changes course when its bow has turned more than five degrees in half a minute (annex 1, 3.3.4.2).
    var changesCourse: Bool { turn.magnitude > 10 }
  }

  private func doing(at milliseconds: Int64) -> Doing {
    let truth = actor.truth(atMilliseconds: milliseconds)
    guard actor.transponder == .classA, let after = truth.courseDegrees,
      let before = actor.truth(atMilliseconds: milliseconds - 30_000).courseDegrees
    else { return Doing(truth: truth, turn: 0) }
    return Doing(truth: truth, turn: 2 * (after - before).remainder(dividingBy: 360))
  }

  /// The whole second before a moment, in which the position is measured.
  private func second(of milliseconds: Int64) -> Int64 {
    let absolute = actor.start.adding(milliseconds: milliseconds)
    return milliseconds - (absolute.millisecondsSince1970 % 1000 + 1000) % 1000
  }

  private mutating func position(_ doing: Doing, at milliseconds: Int64) -> SixBitWriter {
    let moment = actor.start.adding(milliseconds: milliseconds)
    let reading = measure(doing, second: CalendarTime(moment).second)
    switch actor.transponder {
    case .classA, .silent, .rescueTransmitterUnderTest:
      return AISMessages.classAPosition(reading, mmsi: actor.mmsi, unscheduled: doing.changesCourse)
    case .classB: return AISMessages.classBPosition(reading, mmsi: actor.mmsi)
    case .aidToNavigation: return AISMessages.aidToNavigation(actor, reading)
    case .baseStation: return AISMessages.baseStation(reading, mmsi: actor.mmsi, at: moment)
    case .aircraft: return AISMessages.aircraftPosition(reading, mmsi: actor.mmsi, altitudeMetres: 150)
    }
  }

  /// What the transponder measures: truth with the errors of satellite positioning.
  private mutating func measure(_ doing: Doing, second: Int) -> AISReading {
    let truth = doing.truth
    let isFixed = actor.transponder == .baseStation
    let deviation = isFixed ? 0 : accuracyHigh ? 3.0 : 8.0
    let place = Place(truth.latitudeDegrees, truth.longitudeDegrees).moved(
      north: deviation * chance.bell(), east: deviation * chance.bell())
    let speed = isFixed ? 0 : max(0, truth.speedKnots + 0.1 * chance.bell())
    let course = truth.courseDegrees.map { wrapped($0 + 0.8 * chance.bell() * max(1, 5 / max(1, speed))) }
    return AISReading(
      latitudeDegrees: place.latitude, longitudeDegrees: place.longitude, accuracyHigh: isFixed || accuracyHigh,
      speedKnots: speed, courseDegrees: course, headingDegrees: wrapped(truth.headingDegrees + chance.bell()),
      rateOfTurnDegreesPerMinute: doing.turn, status: truth.navigationalStatus, second: second)
  }

  /// When the next position follows one that was sent now.
  private mutating func following(_ now: Int64, _ doing: Doing) -> Int64 {
    let interval = interval(doing)
    let planned = now + jittered(interval)
    guard interval == 180_000, actor.transponder != .aidToNavigation else { return planned }
    for notice in stride(from: now + Self.noticeMilliseconds, to: planned, by: Int64.Stride(Self.noticeMilliseconds))
    where self.interval(self.doing(at: notice)) < interval {
      return notice
    }
    return planned
  }

  private mutating func jittered(_ interval: Int64) -> Int64 {
    max(1, Int64((Double(interval) * chance.number(in: 1 - Self.jitter...1 + Self.jitter)).rounded()))
  }

  private func interval(_ doing: Doing) -> Int64 {
    let truth = doing.truth
    switch actor.transponder {
    case .classA, .silent, .rescueTransmitterUnderTest:
      return ReportingInterval.classA(
        speedKnots: truth.speedKnots, liesStill: truth.navigationalStatus.isLyingStill,
        changesCourse: doing.changesCourse)
    case .classB: return ReportingInterval.classB(speedKnots: truth.speedKnots)
    case .aidToNavigation: return ReportingInterval.aidToNavigation
    case .baseStation: return ReportingInterval.baseStation
    case .aircraft: return ReportingInterval.aircraft
    }
  }
}
