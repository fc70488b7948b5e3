import Geodesy
import Synchronization

/// Shares the live picture among all who watch it.
///
/// Nobody has a queue. The hub keeps the latest changes in a short ring, and each stream, whenever it has finished a write,
/// takes what has come since: a slow reader gets several changes at once, one that fell behind the ring gets the whole of
/// its view anew, and one that stops reading costs nothing but its connection, which is closed.
final class LiveHub: Sendable {
  struct Limits: Sendable {
    /// Changes kept for streams that resume; at four a second, half a minute.
    var keptChanges = 120
    var streams = 4096
    var boxesPerStream = 16
    /// A write that has not finished after this long means that nobody reads.
    var stuckAfterMilliseconds: Int64 = 15_000
  }

  let limits: Limits
  /// Tells this run of the process from earlier ones, so that a stream is not resumed across a restart.
  let mark: String
  let state = Mutex(State())

  struct State {
    var lastNumber: Int64 = 0
    var changes: [LiveChange] = []
    var current: [String: LiveRow] = [:]
    var cells: [ChartCell: Set<String>] = [:]
    /// Names of distress transmitters.
    var distress: Set<String> = []
    var streams: [String: LiveStream] = [:]
    var lastStatus: [UInt8] = []
  }

  init(mark: String, limits: Limits = Limits()) {
    self.mark = mark
    self.limits = limits
  }

  var streamCount: Int { state.withLock { $0.streams.count } }

  /// Takes the changes of one tick and wakes every stream.
  func publish(rows: [LiveRow], gone: [String], announcements: [[UInt8]] = [], status: [UInt8]? = nil) {
    let waiting = state.withLock { state -> [LiveStream] in
      var change = LiveChange(number: state.lastNumber + 1)
      for row in rows { state.replace(row, in: &change) }
      for trackID in gone { state.remove(trackID, in: &change) }
      change.announcements = announcements
      if let status {
        state.lastStatus = status
        change.announcements.append(status)
      }
      guard !change.isEmpty else { return [] }
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
      stream.begin(after: lastEventID.flatMap { resumable($0, stream.need().boxes, state) })
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

  /// The bytes that a stream has to send next, empty when it is up to date.
  func take(for stream: LiveStream) -> [UInt8] {
    state.withLock { state in
      let need = stream.need()
      var bytes: [UInt8] = []
      if need.isNew, !state.lastStatus.isEmpty { bytes += state.lastStatus }
      let oldest = state.changes.first?.number ?? state.lastNumber + 1
      if need.wantsSnapshot || need.after < oldest - 1 {
        let passed = need.isNew ? [] : state.changes.filter { $0.number > need.after }
        for change in passed { for announcement in change.announcements { bytes += announcement } }
        bytes += snapshot(need.boxes, state)
      } else {
        let changes = changes(after: need.after, need.boxes, state)
        // The identifier comes last, so that a line that breaks among the changes resumes before them.
        if !changes.isEmpty { bytes += changes + ServerSentEvent.mark(identifier(state.lastNumber, need.boxes)) }
      }
      stream.sent(need, upTo: state.lastNumber)
      return bytes
    }
  }

  /// Names a state of a stream: this run, the last change, and the view, since changes follow only on their own view.
  private func identifier(_ number: Int64, _ boxes: [BoundingBox]) -> String {
    "\(mark)-\(number)-\(String(UInt(bitPattern: boxes.hashValue), radix: 36))"
  }

  private func resumable(_ lastEventID: String, _ boxes: [BoundingBox], _ state: State) -> Int64? {
    let fields = lastEventID.split(separator: "-")
    guard fields.count == 3, let number = Int64(fields[1]), lastEventID == identifier(number, boxes),
      number <= state.lastNumber, number >= (state.changes.first?.number ?? .max) - 1
    else { return nil }
    return number
  }

  private func snapshot(_ boxes: [BoundingBox], _ state: State) -> [UInt8] {
    var json = JSONText(reserving: 4096)
    json.object { json in
      json.key("snapshot")
      json.boolean(true)
      json.key("tracks")
      json.array { json in
        for (cell, trackIDs) in state.cells where boxes.contains(where: cell.touches) {
          for trackID in trackIDs where !state.distress.contains(trackID) {
            json.encoded(state.current[trackID]?.json ?? [])
          }
        }
        for trackID in state.distress { json.encoded(state.current[trackID]?.json ?? []) }
      }
    }
    return ServerSentEvent.encode("tracks", id: identifier(state.lastNumber, boxes), data: json.bytes)
  }

  private func changes(after number: Int64, _ boxes: [BoundingBox], _ state: State) -> [UInt8] {
    var bytes: [UInt8] = []
    for change in state.changes where change.number > number {
      let cells = change.rows.filter { cell, _ in boxes.contains(where: cell.touches) }
      if !cells.isEmpty || !change.distress.isEmpty {
        var json = JSONText(reserving: 1024)
        json.object { json in
          json.key("tracks")
          json.array { json in
            for rows in cells.values { json.encoded(rows) }
            json.encoded(change.distress)
          }
        }
        bytes += ServerSentEvent.encode("tracks", data: json.bytes)
      }
      if !change.gone.isEmpty {
        bytes += ServerSentEvent.encode("gone", data: Array("{\"ids\":[".utf8) + change.gone + Array("]}".utf8))
      }
      for announcement in change.announcements { bytes += announcement }
    }
    return bytes
  }
}

extension LiveHub.State {
  mutating func replace(_ row: LiveRow, in change: inout LiveChange) {
    let cell = ChartCell(row.position)
    if let before = current[row.trackID] {
      let oldCell = ChartCell(before.position)
      if oldCell != cell {
        leave(row.trackID, oldCell)
        // Whoever looks only at the cell that it left must see it leave.
        Self.add(row.json, to: &change.rows[oldCell, default: []])
      }
    }
    current[row.trackID] = row
    cells[cell, default: []].insert(row.trackID)
    let wasDistress = distress.remove(row.trackID) != nil
    if row.isDistress { distress.insert(row.trackID) }
    if row.isDistress || wasDistress {
      Self.add(row.json, to: &change.distress)
    } else {
      Self.add(row.json, to: &change.rows[cell, default: []])
    }
  }

  mutating func remove(_ trackID: String, in change: inout LiveChange) {
    guard let row = current.removeValue(forKey: trackID) else { return }
    leave(trackID, ChartCell(row.position))
    distress.remove(trackID)
    var json = JSONText()
    json.string(trackID)
    Self.add(json.bytes, to: &change.gone)
  }

  /// Appends a value behind a comma where one is needed.
  private static func add(_ value: [UInt8], to values: inout [UInt8]) {
    if !values.isEmpty { values.append(UInt8(ascii: ",")) }
    values.append(contentsOf: value)
  }

  private mutating func leave(_ trackID: String, _ cell: ChartCell) {
    cells[cell]?.remove(trackID)
    if cells[cell]?.isEmpty == true { cells[cell] = nil }
  }
}
