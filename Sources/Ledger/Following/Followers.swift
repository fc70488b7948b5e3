import Synchronization

/// Those who follow the commits of a ledger.
final class Followers: Sendable {
  private struct Listeners {
    var continuations: [Int: AsyncStream<CommittedRange>.Continuation] = [:]
    var nextID = 0
    var isEnded = false
  }

  private let buffered: Int
  private let listeners = Mutex(Listeners())

  init(buffered: Int) {
    self.buffered = buffered
  }

  /// A stream of its own for each follower, so that a slow one holds up nobody.
  func follow() -> AsyncStream<CommittedRange> {
    let (stream, continuation) = AsyncStream.makeStream(
      of: CommittedRange.self, bufferingPolicy: .bufferingNewest(buffered))
    let id = listeners.withLock { listeners -> Int? in
      if listeners.isEnded { return nil }
      listeners.nextID += 1
      listeners.continuations[listeners.nextID] = continuation
      return listeners.nextID
    }
    guard let id else {
      continuation.finish()
      return stream
    }
    continuation.onTermination = { [weak self] _ in
      self?.listeners.withLock { $0.continuations[id] = nil }
    }
    return stream
  }

  func tell(_ range: CommittedRange) {
    for continuation in listeners.withLock({ Array($0.continuations.values) }) { continuation.yield(range) }
  }

  /// Ends every stream.
  func end() {
    let ended = listeners.withLock { listeners in
      listeners.isEnded = true
      defer { listeners.continuations = [:] }
      return Array(listeners.continuations.values)
    }
    for continuation in ended { continuation.finish() }
  }
}
