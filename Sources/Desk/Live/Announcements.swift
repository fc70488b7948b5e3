import Operations

/// Events that go to everyone who may have them, such as entries of the watch log: the latest of them, kept longer than changes of the picture,
/// because a missed change is made good by the next snapshot and a missed entry by nothing.
struct Announcements: Sendable {
  private var kept: [(number: Int64, event: [UInt8], entry: LogEntry?)] = []
  /// The change with which the newest event came that is no longer kept.
  private var droppedThrough: Int64 = 0
  private let most: Int

  init(most: Int) { self.most = most }

  /// - Parameter entry: the entry of the log that the event is about; only who may read it has the event.
  mutating func add(_ event: [UInt8], about entry: LogEntry? = nil, with number: Int64) {
    kept.append((number, event, entry))
    guard kept.count > most else { return }
    droppedThrough = kept[0].number
    kept.removeFirst()
  }

  /// Whether some of those behind a change are no longer kept.
  func lacks(after number: Int64) -> Bool { number < droppedThrough }

  /// The events behind a change, as they are sent to somebody.
  func after(_ number: Int64, for mayRead: (LogEntry) -> Bool) -> [UInt8] {
    // Most streams have had all of them, so the search begins at the end.
    let first = kept.lastIndex { $0.number <= number }.map { $0 + 1 } ?? 0
    return kept[first...].filter { $0.entry.map(mayRead) ?? true }.flatMap(\.event)
  }
}
