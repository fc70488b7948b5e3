import Geodesy
import Synchronization

/// One browser's stream: what it looks at, how far it has been sent, and how to wake it.
final class LiveStream: Sendable {
  let id: String
  /// The session (or token) that opened it; the stream ends with it.
  let session: String
  /// Yields whenever there may be something to send; finishes when the stream is over.
  let signals: AsyncStream<Void>
  private let signal: AsyncStream<Void>.Continuation
  private let closeConnection: @Sendable () -> Void
  private let state: Mutex<State>

  /// What a stream must be sent next.
  struct Need {
    var isNew: Bool
    var wantsSnapshot: Bool
    var after: Int64
    var boxes: [BoundingBox]
    /// Which request of `look(at:)` this answers, so that a later one is not taken as answered.
    var looks: Int
  }

  private struct State {
    var boxes: [BoundingBox]
    var isNew = true
    var wantsSnapshot = true
    var looks = 0
    var sentNumber: Int64 = 0
    var writingSinceMilliseconds: Int64?
    var endReason: String?
  }

  init(id: String, session: String, boxes: [BoundingBox], closeConnection: @escaping @Sendable () -> Void) {
    self.id = id
    self.session = session
    self.closeConnection = closeConnection
    (signals, signal) = AsyncStream.makeStream(bufferingPolicy: .bufferingNewest(1))
    state = Mutex(State(boxes: boxes))
  }

  func wake() { signal.yield() }

  func finish() { signal.finish() }

  func disconnect() { closeConnection() }

  func begin(after number: Int64?) {
    state.withLock { state in
      state.wantsSnapshot = number == nil
      state.sentNumber = number ?? 0
    }
    wake()
  }

  func look(at boxes: [BoundingBox]) {
    state.withLock { state in
      state.boxes = boxes
      state.wantsSnapshot = true
      state.looks += 1
    }
    wake()
  }

  func need() -> Need {
    state.withLock {
      Need(
        isNew: $0.isNew, wantsSnapshot: $0.wantsSnapshot, after: $0.sentNumber, boxes: $0.boxes, looks: $0.looks)
    }
  }

  func sent(_ need: Need, upTo number: Int64) {
    state.withLock { state in
      state.isNew = false
      if state.looks == need.looks { state.wantsSnapshot = false }
      state.sentNumber = number
    }
  }

  /// Ends the stream with a reason that the browser is told.
  func cut(reason: String) {
    state.withLock { $0.endReason = reason }
    signal.finish()
  }

  var endReason: String? { state.withLock { $0.endReason } }

  func startsWriting(atMilliseconds now: Int64) { state.withLock { $0.writingSinceMilliseconds = now } }

  func finishedWriting() { state.withLock { $0.writingSinceMilliseconds = nil } }

  func isStuck(nowMilliseconds: Int64, limit: Int64) -> Bool {
    state.withLock { state in
      guard let since = state.writingSinceMilliseconds else { return false }
      return nowMilliseconds - since > limit
    }
  }
}
