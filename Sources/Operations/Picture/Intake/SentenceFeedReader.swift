import Feeds
import Geodesy
import Tracking

/// Reads NMEA 0183: craft by AIS, radar targets, calls for help.
struct SentenceFeedReader: FeedReader {
  /// The source in the tag blocks of an exercise's sentences: they stay an exercise through whichever feed they come.
  static let exerciseStation = ReceivingStation("EXERCISE")

  private var decoder = NMEADecoder()

  var counts: ReaderCounts {
    let diagnostics = decoder.diagnostics
    var refusals = diagnostics.ais.refusals.reduce(into: [:]) { $0[$1.key.rawValue] = $1.value }
    for (reason, count) in diagnostics.refusals.counts { refusals[reason.rawValue, default: 0] += count }
    let others = diagnostics.counts.reduce(0) { $0 + ($1.key == "VDM" ? 0 : $1.value) }
    return ReaderCounts(
      bytes: diagnostics.ais.bytes, sentences: diagnostics.ais.sentences + others,
      messages: diagnostics.ais.messages + others, refusals: refusals)
  }

  mutating func take(_ bytes: UnsafeRawBufferPointer, _ context: FeedContext, _ hear: (Heard) -> Void) {
    decoder.consume(
      bytes,
      ais: { reception in
        let exercise = context.exercise || reception.station == Self.exerciseStation
        Self.tell(reception.message.summary, context.believed(reception.receivedAt), context.feed, exercise, hear)
      }, others: { Self.tell($0, context, hear) })
  }

  private static func tell(
    _ summary: AISSummary, _ received: Instant, _ feed: String, _ exercise: Bool, _ hear: (Heard) -> Void
  ) {
    if summary.describesItsSender { hear(.description(StaticReport(summary, received, feed, exercise))) }
    if let position = summary.position, summary.kind != .linkManagement, summary.kind != .binary {
      hear(.observation(SensorObservation(summary, position, received, feed, exercise)))
    }
    if summary.kind == .safetyText, let text = summary.text, !text.isEmpty {
      hear(.safetyText(mmsi: summary.mmsi, text: text))
    }
  }

  private static func tell(_ reception: NMEAReception, _ context: FeedContext, _ hear: (Heard) -> Void) {
    let received = context.believed(reception.receivedAt)
    let exercise = context.exercise || reception.source == "EXERCISE"
    func look(_ measurement: SensorPlot.Measurement, _ seconds: Int?, _ reference: String) {
      let at = seconds.map { context.moment(ofDaySeconds: Double($0) / 1000) } ?? received
      let plot = SensorPlot(measurement, at: at, reference: reference)
      hear(
        .look(
          SensorLook(
            sensor: context.sensor, at: at, received: received, plots: [plot], isWhole: false, exercise: exercise)))
    }
    switch reception.content {
    case .radarTarget(let target):
      // A target that is lost, or by a bearing from a bow whose heading nobody tells, says nothing of where a craft is.
      guard target.status != .lost, let distance = target.distanceMetres, let bearing = target.bearingDegrees,
        target.bearingReference == .north
      else { return }
      look(
        .rangeAndBearing(rangeMetres: distance, bearingDegrees: bearing), target.timeOfDayMilliseconds,
        "TTM \(target.number)")
    case .targetPosition(let target):
      guard target.status != .lost, let position = target.position else { return }
      look(.position(position), target.timeOfDayMilliseconds, "TLL \(target.number)")
    case .distressCall(let call):
      if let notice = DistressNotice(call, received, context.feed, exercise) { hear(.distress(notice)) }
    case .distressExtension(let more):
      if let notice = DistressNotice(more, received, context.feed, exercise) { hear(.distress(notice)) }
    case .distressDevice(let device):
      hear(.distress(DistressNotice(device, received, context.feed, exercise)))
    }
  }
}

extension SensorObservation {
  fileprivate init(
    _ summary: AISSummary, _ position: Position, _ received: Instant, _ feed: String, _ exercise: Bool
  ) {
    self.init(
      ais: feed, mmsi: summary.mmsi, received: received, utcSecond: summary.utcSecond, position: position,
      positionAccuracyHigh: summary.positionAccuracyHigh, longRange: summary.type == 27, speedKnots: summary.speedKnots,
      courseDegrees: summary.courseDegrees, headingDegrees: summary.headingDegrees,
      rateOfTurnDegreesPerMinute: summary.rateOfTurn, navigationalStatus: summary.navigationalStatus, exercise: exercise
    )
  }
}

extension StaticReport {
  fileprivate init(_ summary: AISSummary, _ received: Instant, _ feed: String, _ exercise: Bool) {
    self.init(
      mmsi: summary.mmsi, at: received, received: received, source: feed, exercise: exercise, name: summary.name,
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
