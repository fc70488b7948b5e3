import Geodesy

/// Where one feed puts its bytes: counts them, stamps them and hands them to the consumer.
struct Outlet: Sendable {
  let feed: String
  let record: HealthRecord
  let now: @Sendable () -> Instant
  let deliver: @Sendable (FeedChunk) async -> Void

  /// Notes that the feed is open, before any byte has come.
  func opened(localPort: Int? = nil) {
    record.change {
      $0.state = .live
      $0.localPort = localPort ?? $0.localPort
    }
  }

  /// Hands bytes to the consumer and returns when it has taken them.
  func put(_ bytes: [UInt8]) async {
    guard !bytes.isEmpty else { return }
    let arrived = now()
    record.change {
      $0.state = .live
      $0.bytes += Int64(bytes.count)
      $0.chunks += 1
      $0.lastArrived = arrived
    }
    await deliver(FeedChunk(feed: feed, bytes: bytes, arrived: arrived))
  }
}
