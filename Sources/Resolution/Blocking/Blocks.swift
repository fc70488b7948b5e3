/// The records of each key of one rule, next to one another.
struct Blocks: Sendable {
  /// Keys in the upper and records in the lower half, sorted by keys; keys that too many records have are not there.
  private(set) var entries: [UInt64]
  /// How many pairs stand in them.
  private(set) var pairs = 0
  /// How many keys were too common, and how many records had them.
  private(set) var (commonKeys, commonRecords) = (0, 0)

  /// - Parameter keys: hands on the key of each record; 0 says that it has none.
  init(records: Int, most: Int, keys: (Int) -> UInt32) {
    entries = []
    entries.reserveCapacity(records)
    for record in 0..<records {
      let key = keys(record)
      if key != 0 { entries.append(UInt64(key) << 32 | UInt64(record)) }
    }
    KeySorting.sort(&entries)
    var (kept, start) = (0, 0)
    while start < entries.count {
      let end = Self.end(of: start, in: entries)
      let size = end - start
      if size > most {
        commonKeys += 1
        commonRecords += size
      } else if size > 1 {
        pairs += size * (size - 1) / 2
        for place in start..<end {
          entries[kept] = entries[place]
          kept += 1
        }
      }
      start = end
    }
    entries.removeLast(entries.count - kept)
  }

  @inline(__always)
  static func end(of start: Int, in entries: [UInt64]) -> Int {
    let key = entries[start] >> 32
    var end = start + 1
    while end < entries.count, entries[end] >> 32 == key { end += 1 }
    return end
  }

  /// Hands on the places of each block.
  func forEachBlock(_ body: (Range<Int>) -> Void) {
    var start = 0
    while start < entries.count {
      let end = Self.end(of: start, in: entries)
      body(start..<end)
      start = end
    }
  }

  /// The record at a place.
  @inline(__always)
  func record(_ place: Int) -> Int { Int(entries[place] & 0xFFFF_FFFF) }
}
