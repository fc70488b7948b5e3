import Feeds
import Geodesy
import Synchronization
import Tracking

/// Takes the bytes of one feed apart and turns what is in them into observations and descriptions of craft.
///
/// A feed has one intake, so that a message split over two reads is put together, and messages of two feeds never mix.
final class FeedIntake: Sendable {
  /// A line's own time is believed when it lies this close to its arrival. A recording's is not: it is played now, and what
  /// it says belongs to now.
  static let believedOffsetMilliseconds: Int64 = 600_000

  /// The source in the tag blocks of an exercise's sentences: they stay an exercise through whichever feed they come.
  static let exerciseStation = ReceivingStation("EXERCISE")

  /// Something that a message of the feed says.
  enum Heard: Sendable {
    case observation(SensorObservation)
    case description(StaticReport)
    case safetyText(mmsi: UInt32, text: String)
  }

  let name: String
  let exercise: Bool
  private let state: Mutex<State>

  private struct State: ~Copyable {
    var decoder = AISDecoder()
    var lastArrived: Instant?
    var lastMessage: Instant?
  }

  init(name: String, exercise: Bool) {
    self.name = name
    self.exercise = exercise
    state = Mutex(State())
  }

  /// The counts of this feed so far.
  var counts: FeedCounts {
    state.withLock { state in
      FeedCounts(
        name: name, exercise: exercise, bytes: state.decoder.diagnostics.bytes,
        sentences: state.decoder.diagnostics.sentences, messages: state.decoder.diagnostics.messages,
        refusals: state.decoder.diagnostics.refusals.reduce(into: [:]) { $0[$1.key.rawValue] = $1.value },
        lastArrived: state.lastArrived, lastMessage: state.lastMessage)
    }
  }

  /// The first few refused lines of each reason, for whoever looks after the feed.
  var refusedExamples: [Refusal] { state.withLock { $0.decoder.diagnostics.examples } }

  /// Decodes the next bytes of the feed and hands on what is heard, one by one: nothing is collected in between.
  func take(_ bytes: [UInt8], arrived: Instant, _ hear: (Heard) -> Void) {
    state.withLock { state in
      var hasHeard = false
      bytes.withUnsafeBytes { raw in
        state.decoder.consume(raw) { reception in
          tell(
            reception.message.summary, received: Self.believed(reception.receivedAt, arrived),
            exercise: exercise || reception.station == Self.exerciseStation
          ) { heard in
            hasHeard = true
            hear(heard)
          }
        }
      }
      state.lastArrived = arrived
      if hasHeard { state.lastMessage = arrived }
    }
  }

  static func believed(_ stated: Instant?, _ arrived: Instant) -> Instant {
    guard let stated else { return arrived }
    let offset = stated.millisecondsSince1970.subtractingReportingOverflow(arrived.millisecondsSince1970)
    let isNear = !offset.overflow && offset.partialValue.magnitude <= UInt64(Self.believedOffsetMilliseconds)
    return isNear ? stated : arrived
  }

  private func tell(
    _ summary: AISSummary, received: Instant, exercise: Bool, _ hear: (Heard) -> Void
  ) {
    if summary.describesItsSender { hear(.description(report(summary, received, exercise))) }
    if let position = summary.position, summary.kind != .linkManagement, summary.kind != .binary {
      hear(.observation(observation(summary, position, received, exercise)))
    }
    if summary.kind == .safetyText, let text = summary.text, !text.isEmpty {
      hear(.safetyText(mmsi: summary.mmsi, text: text))
    }
  }

  private func observation(_ summary: AISSummary, _ position: Position, _ received: Instant, _ exercise: Bool)
    -> SensorObservation
  {
    SensorObservation(
      ais: name, mmsi: summary.mmsi, received: received, utcSecond: summary.utcSecond, position: position,
      positionAccuracyHigh: summary.positionAccuracyHigh, longRange: summary.type == 27, speedKnots: summary.speedKnots,
      courseDegrees: summary.courseDegrees, headingDegrees: summary.headingDegrees,
      rateOfTurnDegreesPerMinute: summary.rateOfTurn, navigationalStatus: summary.navigationalStatus, exercise: exercise
    )
  }

  private func report(_ summary: AISSummary, _ received: Instant, _ exercise: Bool) -> StaticReport {
    StaticReport(
      mmsi: summary.mmsi, at: received, received: received, source: name, exercise: exercise, name: summary.name,
      callSign: summary.callSign, imo: summary.imo, shipType: summary.shipType, lengthMetres: summary.lengthMetres,
      beamMetres: summary.beamMetres, toBowMetres: summary.toBowMetres, toSternMetres: summary.toSternMetres,
      toPortMetres: summary.toPortMetres, toStarboardMetres: summary.toStarboardMetres,
      draughtMetres: summary.draughtMetres, destination: summary.destination, eta: summary.eta)
  }
}

extension AISSummary {
  /// Whether the message says anything lasting about its sender: a name, a call sign, a type, a size, a destination.
  fileprivate var describesItsSender: Bool {
    name != nil || callSign != nil || imo != nil || shipType != nil || lengthMetres != nil || destination != nil
  }
}
