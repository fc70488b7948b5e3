import Feeds
import Geodesy
import Tracking

extension DistressNotice {
  /// What a radio's call means for a watch; nil for one that is not about distress.
  init?(_ call: DistressCall, _ received: Instant, _ feed: String, _ exercise: Bool) {
    let state: State
    switch call.meaning {
    case .alert, .relay: state = .active
    case .cancellation: state = .cancelled
    case .test: state = .test
    case .acknowledgement, .other: return nil
    }
    let nature = call.nature.map { $0.words ?? "nature \($0.rawValue)" }
    let about = call.mmsiInDistress ?? call.mmsi
    self.init(
      device: .radio, identity: about.map { TrackID(mmsi: $0, exercise: false).text } ?? "unknown", state: state,
      words: ["DSC \(call.format.words)", nature].compactMap { $0 }.joined(separator: ": "), position: call.position,
      at: received, received: received, feed: feed, exercise: exercise)
  }

  /// What extends a call: a finer position, how many are aboard.
  init?(_ more: DistressExtension, _ received: Instant, _ feed: String, _ exercise: Bool) {
    guard let mmsi = more.mmsi else { return nil }
    let persons = more.personsOnBoard.map { "\($0) persons on board" }
    self.init(
      device: .radio, identity: TrackID(mmsi: mmsi, exercise: false).text, state: .unclear,
      words: ["DSC call extended", persons].compactMap { $0 }.joined(separator: ": "), position: more.position,
      at: received, received: received, feed: feed, exercise: exercise)
  }

  init(_ device: DistressDevice, _ received: Instant, _ feed: String, _ exercise: Bool) {
    let state: State =
      switch device.state {
      case .active: .active
      case .test: .test
      case .unclear: .unclear
      }
    self.init(
      device: .transponder, identity: TrackID(mmsi: device.mmsi, exercise: false).text, state: state,
      words: "\(device.kind.rawValue): \(device.evidence.words)", position: device.position, at: received,
      received: received, feed: feed, exercise: exercise)
  }

  init(_ message: BeaconMessage, _ received: Instant, _ feed: String, _ exercise: Bool) {
    let owner = [
      message.identity.mmsi.map { "MMSI \(TrackID(mmsi: $0, exercise: false).text)" }, message.identity.callSign,
      message.identity.registration,
    ].compactMap { $0 }
    self.init(
      device: .beacon, identity: message.identity15, state: message.isTest ? .test : .active,
      words: (["406 MHz beacon, \(message.kind.rawValue)"] + owner).joined(separator: ", "),
      position: message.location?.position, at: received, received: received, feed: feed, exercise: exercise)
  }
}

/// Reads the digits of 406 MHz beacons, one message a line.
struct BeaconFeedReader: FeedReader {
  private var decoder = BeaconDecoder()
  private var bytes = 0

  var counts: ReaderCounts {
    let diagnostics = decoder.diagnostics
    return ReaderCounts(
      bytes: bytes, sentences: diagnostics.lines - diagnostics.emptyLines, messages: diagnostics.messages,
      refusals: diagnostics.refusals.named)
  }

  mutating func take(_ chunk: UnsafeRawBufferPointer, _ context: FeedContext, _ hear: (Heard) -> Void) {
    bytes += chunk.count
    decoder.consume(chunk) { reception in
      hear(.distress(DistressNotice(reception.message, context.arrived, context.feed, context.exercise)))
    }
  }
}

extension RefusalTable where Reason: RawRepresentable<String> {
  /// How much was refused, by the names of the reasons.
  var named: [String: Int] { counts.reduce(into: [:]) { $0[$1.key.rawValue] = $1.value } }
}
