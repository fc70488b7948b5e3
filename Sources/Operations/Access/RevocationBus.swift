import Synchronization

/// Tells everyone who holds a stream open that access has ended.
final class RevocationBus: Sendable {
  private struct State: Sendable {
    var next = 0
    var listeners: [Int: AsyncStream<Revocation>.Continuation] = [:]
  }

  private let state = Mutex(State())
  private let limit: Int

  /// - Parameter limit: the most revocations that wait for one listener.
  init(limit: Int) { self.limit = limit }

  /// The revocations from now on. When a listener falls behind the limit its stream ends, so that no revocation is
  /// ever missed unnoticed.
  func listen() -> AsyncStream<Revocation> {
    let (stream, continuation) = AsyncStream.makeStream(
      of: Revocation.self, bufferingPolicy: .bufferingOldest(limit))
    let id = state.withLock { state in
      state.next += 1
      state.listeners[state.next] = continuation
      return state.next
    }
    continuation.onTermination = { [weak self] _ in
      self?.state.withLock { state in state.listeners[id] = nil }
    }
    return stream
  }

  func publish(_ revocations: [Revocation]) {
    guard !revocations.isEmpty else { return }
    let listeners = state.withLock { $0.listeners }
    for (_, listener) in listeners {
      for revocation in revocations {
        if case .dropped = listener.yield(revocation) {
          listener.finish()
          break
        }
      }
    }
  }

  /// Ends every stream.
  func close() {
    let listeners = state.withLock { $0.listeners }
    for (_, listener) in listeners { listener.finish() }
  }
}
