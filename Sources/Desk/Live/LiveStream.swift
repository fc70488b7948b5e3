import Geodesy
import Operations
import Synchronization

/// One browser's stream: what it looks at, how far it has been sent, and how to wake it.
final class LiveStream: Sendable {
  let id: String
  /// The session (or token) that opened it; the stream ends with it.
  let session: String
  /// Yields whenever there may be something to send; finishes when the stream is over.
  let signals: AsyncStream<Void>
  private let signal: AsyncStream<Void>.Continuation
  /// Whether its reader may have an entry of the log, at the moment that it is to be sent.
  let mayRead: @Sendable (LogEntry) -> Bool
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
    /// What is still to be sent of a snapshot that has begun.
    var snapshot: Snapshot?
    /// Whether events for everyone came that this stream was never sent and that nobody keeps.
    var hasMissed: Bool
  }

  /// What is still to be sent of a snapshot.
  struct Snapshot {
    /// The last change when the snapshot began; those behind it follow.
    let began: Int64
    /// The cells that are still to come.
    var cells: [ChartCell]
  }

  /// Where a stream takes up.
  struct Resumption {
    /// The last change that its reader has had.
    let after: Int64
    /// Whether its reader has the whole of its view as of that change.
    let isWhole: Bool
    /// Whether its reader comes from an earlier run of the desk, so that nobody knows what it has missed.
    let hasMissed: Bool
  }

  fileprivate struct State {
    var boxes: [BoundingBox]
    var isNew = true
    var wantsSnapshot = true
    var looks = 0
    var snapshot: Snapshot?
    var hasMissed = false
    var sentNumber: Int64 = 0
    var writingSinceMilliseconds: Int64?
    var endReason: String?
  }

  init(
    id: String, session: String, boxes: [BoundingBox], mayRead: @escaping @Sendable (LogEntry) -> Bool,
    closeConnection: @escaping @Sendable () -> Void
  ) {
    self.mayRead = mayRead
    self.id = id
    self.session = session
    self.closeConnection = closeConnection
    (signals, signal) = AsyncStream.makeStream(bufferingPolicy: .bufferingNewest(1))
    state = Mutex(State(boxes: boxes))
  }

  func wake() { signal.yield() }

  func finish() { signal.finish() }

  func disconnect() { closeConnection() }

  func begin(_ resumption: Resumption) {
    state.withLock { state in
      state.wantsSnapshot = !resumption.isWhole
      state.hasMissed = resumption.hasMissed
      state.sentNumber = resumption.after
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
        isNew: $0.isNew, wantsSnapshot: $0.wantsSnapshot, after: $0.sentNumber, boxes: $0.boxes, looks: $0.looks,
        snapshot: $0.snapshot, hasMissed: $0.hasMissed)
    }
  }

  /// Notes that everything up to a change was taken, to be sent.
  func sent(_ need: Need, upTo number: Int64) {
    state.withLock { $0.take(need, upTo: number, rest: nil) }
  }

  /// Notes that a piece of a snapshot was taken, and what is left of it.
  func sent(_ need: Need, piece rest: Snapshot) {
    state.withLock { $0.take(need, upTo: rest.began, rest: rest) }
  }

  /// Whether its reader reads but has not taken the changes up to this one.
  func isBehind(_ number: Int64) -> Bool {
    state.withLock { $0.sentNumber < number && $0.writingSinceMilliseconds == nil }
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

extension LiveStream.State {
  fileprivate mutating func take(_ need: LiveStream.Need, upTo number: Int64, rest: LiveStream.Snapshot?) {
    isNew = false
    hasMissed = false
    // A look that came meanwhile is not answered by this.
    if looks == need.looks { wantsSnapshot = false }
    snapshot = rest
    sentNumber = number
  }
}
