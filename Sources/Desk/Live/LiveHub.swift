import Geodesy
import Operations
import Synchronization

/// Shares the live picture among all who watch it.
///
/// Nobody has a queue. The hub keeps the latest changes in a short ring, and each stream, whenever it has finished a write,
/// takes what has come since: a slow reader gets several changes at once, one that fell behind the ring gets the whole of
/// its view anew, and one that stops reading costs nothing but its connection, which is closed.
final class LiveHub: Sendable {
  struct Limits: Sendable {
    /// Changes kept for streams that resume; at ten a second, half a minute.
    var keptChanges = 300
    /// Events of the watch log kept for streams that missed them.
    var keptAnnouncements = 500
    var streams = 4096
    var boxesPerStream = 16
    /// Bytes of a snapshot that are made at a time, about: what one who stops reading can hold of the desk's memory.
    var pieceBytes = 131_072
    /// A write that has not finished after this long means that nobody reads.
    var stuckAfterMilliseconds: Int64 = 15_000
  }

  let limits: Limits
  /// Tells this run of the process from earlier ones, so that a stream is not resumed across a restart.
  let mark: String
  let state: Mutex<State>

  struct State {
    var lastNumber: Int64 = 0
    var elapsedMilliseconds: Int64 = 0
    var changes: [LiveChange] = []
    var picture = LivePicture()
    var announcements: Announcements
    var streams: [String: LiveStream] = [:]
    var lastStatus: (number: Int64, event: [UInt8]) = (0, [])
  }

  init(mark: String, limits: Limits = Limits()) {
    self.mark = mark
    self.limits = limits
    state = Mutex(State(announcements: Announcements(most: limits.keptAnnouncements)))
  }

  var streamCount: Int { state.withLock { $0.streams.count } }

  /// How long the hub has been kept going. It only grows, whatever the desk's clock does: a person may set that, and an
  /// exercise runs it faster.
  var elapsedMilliseconds: Int64 { state.withLock { $0.elapsedMilliseconds } }

  func pass(milliseconds: Int64) { state.withLock { $0.elapsedMilliseconds += milliseconds } }

  /// Takes the changes of one tick and wakes every stream.
  func publish(
    rows: [LiveRow], gone: [String], announcements: [[UInt8]] = [], entries: [LogEntry] = [], status: [UInt8]? = nil
  ) {
    let waiting = state.withLock { state -> [LiveStream] in
      var change = LiveChange(number: state.lastNumber + 1)
      for row in rows { state.picture.replace(row, in: &change) }
      for trackID in gone { state.picture.remove(trackID, in: &change) }
      guard !change.isEmpty || !announcements.isEmpty || !entries.isEmpty || status != nil else { return [] }
      for event in announcements { state.announcements.add(event, with: change.number) }
      for entry in entries { state.announcements.add(entry.event, about: entry, with: change.number) }
      if let status { state.lastStatus = (change.number, status) }
      state.lastNumber = change.number
      state.changes.append(change)
      if state.changes.count > limits.keptChanges {
        state.changes.removeFirst(state.changes.count - limits.keptChanges)
      }
      return Array(state.streams.values)
    }
    for stream in waiting { stream.wake() }
  }

  /// Opens a stream, resumed behind `lastEventID` when the ring still holds what came after it.
  /// - Returns: nil when there are as many streams as the desk carries.
  func open(_ stream: LiveStream, after lastEventID: String?) -> Bool {
    state.withLock { state in
      guard state.streams.count < limits.streams else { return false }
      state.streams[stream.id] = stream
      stream.begin(resumption(lastEventID, stream.need().boxes, state))
      return true
    }
  }

  func close(_ stream: LiveStream) {
    state.withLock { $0.streams[stream.id] = nil }
    stream.finish()
  }

  /// Changes what a stream shows; its whole view follows as a snapshot.
  /// - Returns: whether there is a stream of that name that belongs to the session.
  func look(stream id: String, session: String, boxes: [BoundingBox]) -> Bool {
    guard let stream = state.withLock({ $0.streams[id] }), stream.session == session else { return false }
    stream.look(at: Array(boxes.prefix(limits.boxesPerStream)))
    return true
  }

  /// Ends the streams of a session whose access has ended, at once.
  func cut(session: String, reason: String) {
    for stream in state.withLock({ Array($0.streams.values) }) where stream.session == session {
      stream.cut(reason: reason)
    }
  }

  /// Closes the connections of streams whose write has not finished for too long.
  func dropStuck(nowMilliseconds: Int64) {
    for stream in state.withLock({ Array($0.streams.values) })
    where stream.isStuck(nowMilliseconds: nowMilliseconds, limit: limits.stuckAfterMilliseconds) {
      close(stream)
      stream.disconnect()
    }
  }

  /// Whether streams whose readers read have yet to take the last change: then another would only make them later.
  var isBusy: Bool {
    let (streams, last) = state.withLock { (Array($0.streams.values), $0.lastNumber) }
    return streams.contains { $0.isBehind(last) }
  }
}
