import Feeds
import Geodesy
import Tracking

/// Reads Mode S: aircraft that take part in the watch or pass over it.
struct AircraftFeedReader: FeedReader {
  /// Aircraft whose call sign and velocity are remembered.
  static let mostAircraft = 2_000

  private struct Known: Sendable {
    var callSign: String?
    var speedKnots: Double?
    var courseDegrees: Double?
  }

  private var decoder = ADSBDecoder()
  private var known: [UInt32: Known] = [:]

  var counts: ReaderCounts {
    let diagnostics = decoder.diagnostics
    return ReaderCounts(
      bytes: diagnostics.bytes, sentences: diagnostics.frames, messages: diagnostics.messages,
      refusals: diagnostics.refusals.named)
  }

  mutating func take(_ bytes: UnsafeRawBufferPointer, _ context: FeedContext, _ hear: (Heard) -> Void) {
    var known = known
    decoder.consume(bytes) { reception in
      var aircraft = known[reception.address] ?? Known()
      switch reception.content {
      case .identification(let identity): aircraft.callSign = identity.callSign
      case .velocity(let velocity):
        guard let ground = velocity.groundKnots else { break }
        aircraft.speedKnots = ground.speed
        aircraft.courseDegrees = ground.trackDegrees
      default: break
      }
      if known[reception.address] != nil || known.count < Self.mostAircraft { known[reception.address] = aircraft }
      guard let position = reception.position else { return }
      let stated: Instant? =
        if case .clock(let milliseconds) = reception.time { Instant(millisecondsSince1970: milliseconds) } else { nil }
      let address = String(reception.address, radix: 16, uppercase: true)
      hear(
        .asset(
          ReportedAsset(
            id: TrackID("\(context.exercise ? "EX" : "")A\(address)"), trackClass: .aircraft,
            callSign: aircraft.callSign, position: position, deviationMetres: 50, speedKnots: aircraft.speedKnots,
            courseDegrees: aircraft.courseDegrees, at: context.believed(stated), received: context.arrived,
            exercise: context.exercise)))
    }
    self.known = known
  }
}
