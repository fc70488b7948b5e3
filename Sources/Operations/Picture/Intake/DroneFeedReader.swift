import Feeds
import Geodesy
import Tracking

/// Reads the metadata of a drone: where it is, what its camera shows, what its operator has marked.
struct DroneFeedReader: FeedReader {
  /// The footprint is told this often: sixty frames a second show the same sea.
  static let footprintMilliseconds: Int64 = 2_000

  private var decoder = KLVDecoder()
  private var lastFootprint: Instant?
  private var lastTarget: Position?

  var counts: ReaderCounts {
    let diagnostics = decoder.diagnostics
    return ReaderCounts(
      bytes: diagnostics.bytes, sentences: diagnostics.packets, messages: diagnostics.packets,
      refusals: diagnostics.refusals.named)
  }

  mutating func take(_ bytes: UnsafeRawBufferPointer, _ context: FeedContext, _ hear: (Heard) -> Void) {
    var (lastFootprint, lastTarget) = (lastFootprint, lastTarget)
    decoder.consume(bytes) { packet in
      let at = context.believed(packet.madeAt)
      if let last = lastFootprint,
        (at.millisecondsSince1970 - last.millisecondsSince1970).magnitude
          < UInt64(Self.footprintMilliseconds), packet.footprint.target?.position == lastTarget
      {
        return
      }
      (lastFootprint, lastTarget) = (at, packet.footprint.target?.position)
      Self.tell(packet, at, context, hear)
    }
    (self.lastFootprint, self.lastTarget) = (lastFootprint, lastTarget)
  }

  private static func tell(_ packet: UASDatalinkSet, _ at: Instant, _ context: FeedContext, _ hear: (Heard) -> Void) {
    let footprint = packet.footprint
    let exercise = context.exercise || packet.isExercise
    if let sensor = footprint.sensor {
      // Item 10 is the platform's designation, 59 its call sign.
      hear(
        .asset(
          ReportedAsset(
            id: TrackID(reported: "D", context.feed, exercise: exercise), trackClass: .aircraft,
            callSign: packet.text(59) ?? packet.text(10) ?? context.feed, position: sensor.position,
            deviationMetres: 20, courseDegrees: packet.number(5), at: at, received: context.arrived, exercise: exercise)
        ))
    }
    let plots = footprint.target.map { target in
      // Item 45 is the radius of 90 %, which is 2.15 standard deviations of each axis.
      [
        SensorPlot(
          .position(target.position, deviationMetres: footprint.targetErrorMetres.map { max($0, 1) / 2.15 }), at: at,
          reference: "target")
      ]
    }
    guard footprint.corners != nil || plots != nil else { return }
    hear(
      .look(
        SensorLook(
          sensor: context.sensor, at: at, received: context.arrived, position: footprint.sensor?.position,
          footprint: footprint.corners, plots: plots ?? [], isWhole: false, exercise: exercise)))
  }
}

extension TrackID {
  /// The name of somebody who takes part: a letter for the kind, and a number made of how they call themselves.
  init(reported kind: String, _ name: String, exercise: Bool) {
    // FNV-1a of 64 bits: names of any kind and length become letters and digits.
    let hash = name.utf8.reduce(0xCBF2_9CE4_8422_2325) { ($0 ^ UInt64($1)) &* 0x0000_0100_0000_01B3 }
    self.init((exercise ? "EX" : "") + kind + String(hash, radix: 16, uppercase: true))
  }
}
