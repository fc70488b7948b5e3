import Feeds
import Geodesy
import Tracking

/// Reads what analyses of images and other data have found: boats on satellite scenes, in cameras and from drones.
struct DetectionFeedReader: FeedReader {
  private var decoder = DetectionDecoder()

  var counts: ReaderCounts {
    let diagnostics = decoder.diagnostics
    return ReaderCounts(
      bytes: diagnostics.bytes, sentences: diagnostics.detections + diagnostics.refusals.total,
      messages: diagnostics.detections, refusals: diagnostics.refusals.named)
  }

  mutating func take(_ bytes: UnsafeRawBufferPointer, _ context: FeedContext, _ hear: (Heard) -> Void) {
    decoder.consume(bytes) { row in
      guard case .detection(let detection, _) = row else { return }
      let plot = SensorPlot(
        .position(detection.position, deviationMetres: detection.accuracyMetres), at: detection.time,
        reference: detection.image ?? detection.identifier, lengthMetres: detection.lengthMetres,
        confidence: detection.confidence)
      // A satellite's scene comes an hour late and is still of its own time.
      hear(
        .look(
          SensorLook(
            sensor: context.sensor, at: min(detection.time, context.arrived), received: context.arrived, plots: [plot],
            isWhole: false, exercise: context.exercise)))
    }
  }
}

/// Reads events of Cursor on Target: people and craft that take part, and what they have seen.
struct EventFeedReader: FeedReader {
  private var decoder = CursorOnTargetDecoder()

  var counts: ReaderCounts {
    let diagnostics = decoder.diagnostics
    return ReaderCounts(
      bytes: diagnostics.bytes, sentences: diagnostics.events + diagnostics.refusals.total,
      messages: diagnostics.events, refusals: diagnostics.refusals.named)
  }

  mutating func take(_ bytes: UnsafeRawBufferPointer, _ context: FeedContext, _ hear: (Heard) -> Void) {
    decoder.consume(bytes) { event in
      guard event.kind.isThing else { return }
      let exercise = context.exercise || event.life == .exercise || event.life == .simulation
      let at = context.believed(event.time)
      if event.kind.isFriend || !event.kind.isSeaSurface {
        hear(
          .asset(
            ReportedAsset(
              id: TrackID(reported: "U", event.uid, exercise: exercise),
              trackClass: event.kind.isSeaSurface ? .sar : .aircraft, callSign: event.callSign ?? event.uid,
              position: event.position, deviationMetres: event.circularErrorMetres ?? 50,
              speedKnots: event.speedMetresPerSecond.map { $0 / Units.metresPerSecondPerKnot },
              courseDegrees: event.courseDegrees, at: at, received: context.arrived, exercise: exercise)))
        return
      }
      let plot = SensorPlot(
        .position(event.position, deviationMetres: event.circularErrorMetres), at: at,
        reference: event.callSign ?? event.uid)
      hear(
        .look(
          SensorLook(
            sensor: context.sensor, at: at, received: context.arrived, plots: [plot], isWhole: false, exercise: exercise
          ))
      )
    }
  }
}

extension CursorOnTargetEvent.Kind {
  /// Whether it is one of us: the second atom.
  fileprivate var isFriend: Bool { rawValue.hasPrefix("a-f") }
}
