public import Geodesy

/// What a feed is doing.
public enum FeedState: Hashable, Sendable {
  /// Not yet started.
  case idle
  /// Opening, calling or waiting to be called for the first time.
  case connecting
  /// Open, and bytes came lately.
  case live
  /// Open, and no bytes came for a while.
  case quiet
  /// Played to its end, or stopped on request.
  case ended
  /// Down; unless the failure is final, it is tried again.
  case failed(FeedFailure)

  /// The state in one word, for interfaces.
  public var word: String {
    switch self {
    case .idle: "idle"
    case .connecting: "connecting"
    case .live: "live"
    case .quiet: "quiet"
    case .ended: "ended"
    case .failed: "failed"
    }
  }
}

/// How one feed fares: its state and its counts since the start, taken at one moment.
public struct FeedHealth: Hashable, Sendable {
  /// The name that the operator gave the feed.
  public let name: String
  /// Where it comes from, as text.
  public let address: String
  /// What it is doing.
  public internal(set) var state = FeedState.idle
  /// Bytes handed on.
  public internal(set) var bytes: Int64 = 0
  /// Chunks handed on.
  public internal(set) var chunks: Int64 = 0
  /// When bytes last arrived.
  public internal(set) var lastArrived: Instant?
  /// How often the feed was opened again after it had gone down.
  public internal(set) var reconnects: Int64 = 0
  /// Senders that are connected now, for a feed that is called.
  public internal(set) var connections = 0
  /// Senders turned away because the limit of connections was reached.
  public internal(set) var connectionsRefused: Int64 = 0
  /// Datagrams dropped because the consumer was too slow.
  public internal(set) var datagramsDropped: Int64 = 0
  /// Lines cut apart because no line end came within the limit.
  public internal(set) var linesCut: Int64 = 0
  /// The port that is listened on, once it is known.
  public internal(set) var localPort: Int?
  /// The latest failure, kept after the feed has recovered.
  public internal(set) var lastFailure: FeedFailure?

  init(name: String, address: String) {
    self.name = name
    self.address = address
  }
}
