import Geodesy
import Synchronization

/// The health of one feed behind a lock, written by whoever receives and read by whoever shows it.
final class HealthRecord: Sendable {
  private let health: Mutex<FeedHealth>

  init(name: String, address: String) {
    health = Mutex(FeedHealth(name: name, address: address))
  }

  var bytes: Int64 { health.withLock { $0.bytes } }

  func change(_ body: (inout FeedHealth) -> Void) {
    health.withLock { body(&$0) }
  }

  func failed(_ failure: FeedFailure) {
    change {
      $0.state = .failed(failure)
      $0.lastFailure = failure
      $0.connections = 0
    }
  }

  /// A copy in which an open feed without bytes for the given time counts as quiet.
  func snapshot(at now: Instant, quietMilliseconds: Int64) -> FeedHealth {
    var copy = health.withLock { $0 }
    if copy.state == .live, let last = copy.lastArrived, last.adding(milliseconds: quietMilliseconds) < now {
      copy.state = .quiet
    }
    return copy
  }
}
