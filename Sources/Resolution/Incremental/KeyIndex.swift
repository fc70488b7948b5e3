/// The records of each key of one rule, for looking up; grows by single records.
struct KeyIndex: Sendable {
  /// Keys in the upper and records in the lower half, sorted.
  private let entries: [UInt64]
  /// Where the entries of each value of the uppermost bits begin.
  private let starts: [UInt32]
  private let shift: UInt64
  private var added: [UInt32: [UInt32]] = [:]

  /// - Parameter keys: hands on the key of each record; 0 says that it has none.
  init(records: Int, keys: (Int) -> UInt32) {
    var entries = [UInt64]()
    entries.reserveCapacity(records)
    for record in 0..<records {
      let key = keys(record)
      if key != 0 { entries.append(UInt64(key) << 32 | UInt64(record)) }
    }
    KeySorting.sort(&entries)
    let bits = max(1, min(24, Int.bitWidth - entries.count.leadingZeroBitCount - 3))
    shift = UInt64(64 - bits)
    var starts = [UInt32](repeating: 0, count: (1 << bits) + 1)
    for entry in entries { starts[Int(entry >> shift) + 1] += 1 }
    for place in 1..<starts.count { starts[place] += starts[place - 1] }
    self.entries = entries
    self.starts = starts
  }

  /// The records of a key, those that the index was made of first; of a key that more records have only so many.
  func records(of key: UInt32, most: Int) -> [UInt32] {
    guard key != 0 else { return [] }
    let top = Int((UInt64(key) << 32) >> shift)
    var found = [UInt32]()
    for place in Int(starts[top])..<Int(starts[top + 1]) where entries[place] >> 32 == UInt64(key) {
      guard found.count < most else { return found }
      found.append(UInt32(truncatingIfNeeded: entries[place]))
    }
    return found + (added[key] ?? []).prefix(most - found.count)
  }

  /// Adds a record.
  mutating func add(_ record: UInt32, key: UInt32) {
    if key != 0 { added[key, default: []].append(record) }
  }
}
