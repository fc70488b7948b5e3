/// Records as columns of interned values, as they were read.
public struct RecordTable: Sendable {
  /// The headings, in the order of the columns.
  public let headings: [String]
  /// What was odd about the input and what was made of it.
  public internal(set) var notices: [TableNotice] = []
  /// How many records there are.
  public private(set) var count = 0
  /// How many records came from the first file when two were joined; nil for one file.
  public private(set) var firstSourceCount: Int?

  private(set) var pools: [ValuePool]
  private(set) var cells: [[UInt32]]

  init(headings: [String]) {
    self.headings = headings
    pools = [ValuePool](repeating: ValuePool(), count: headings.count)
    cells = [[UInt32]](repeating: [], count: headings.count)
  }

  /// The value of a record in a column, or nil when it is missing.
  public func text(_ record: Int, _ column: Int) -> String? {
    let number = cells[column][record]
    return number == 0 ? nil : pools[column].text(number)
  }

  /// The row of a record in its own file, counted from 1 with the heading as row 1.
  public func row(of record: Int) -> Int { record + 2 - (firstSourceCount.map { record < $0 ? 0 : $0 } ?? 0) }

  /// Writes the value of a record in a column behind other bytes, in quotation marks where a comma or the like stands in it.
  public func write(_ record: Int, _ column: Int, to bytes: inout [UInt8]) {
    pools[column].withValue(cells[column][record]) { value in
      let special: (UInt8) -> Bool = { $0 == 34 || $0 == 44 || $0 == 10 || $0 == 13 }
      guard value.contains(where: special) else { return bytes.append(contentsOf: value) }
      bytes.append(34)
      for byte in value { bytes.append(contentsOf: byte == 34 ? [34, 34] : [byte]) }
      bytes.append(34)
    }
  }

  /// Checks that a column names each record.
  ///
  /// - Throws: `ResolutionFault` with the row of the first record without a name or with one that another has.
  public func checkKey(_ column: Int) throws(ResolutionFault) {
    var seen = [Bool](repeating: false, count: pools[column].count)
    for (record, number) in cells[column].enumerated() {
      guard number != 0 else {
        throw ResolutionFault(.keyMissing, "The record has no \(headings[column]).", row: row(of: record))
      }
      guard !seen[Int(number)] else {
        throw ResolutionFault(
          .keyRepeated, "Another record before it has the same \(headings[column]); each needs its own.",
          row: row(of: record))
      }
      seen[Int(number)] = true
    }
  }

  /// The places of records by what a column names them; of equal names the first.
  public func places(_ column: Int) -> [String: Int] {
    Dictionary((0..<count).map { (text($0, column) ?? "", $0) }) { first, _ in first }
  }

  /// The column of a heading, letters' case aside.
  public func column(_ heading: String) -> Int? {
    headings.firstIndex(of: heading) ?? headings.firstIndex { $0.lowercased() == heading.lowercased() }
  }

  /// Puts a value into a column of the row that is being written; false when the column has no room for it.
  @inline(__always)
  mutating func put(_ column: Int, _ value: UnsafeBufferPointer<UInt8>) -> Bool {
    guard let number = pools[column].intern(value) else { return false }
    cells[column].append(number)
    return true
  }

  /// Ends the row that is being written; columns that it did not fill are missing.
  @inline(__always)
  mutating func endRow(filled: Int) {
    count += 1
    var column = filled
    while column < cells.count {
      cells[column].append(0)
      column += 1
    }
  }

  /// The records that a test keeps, in their order.
  func keeping(_ isKept: (Int) -> Bool) -> RecordTable {
    var kept = self
    let rows = (0..<count).filter(isKept)
    guard rows.count < count else { return self }
    for column in cells.indices { kept.cells[column] = rows.map { cells[column][$0] } }
    kept.count = rows.count
    kept.firstSourceCount = firstSourceCount.map { boundary in rows.count { $0 < boundary } }
    return kept
  }

  /// This table's records and then those of another, which may have other columns.
  ///
  /// - Throws: `ResolutionFault` when a column has no room for the values of both.
  public func joined(with other: RecordTable) throws(ResolutionFault) -> RecordTable {
    let extra = other.headings.filter { column($0) == nil }
    var joined = RecordTable(headings: headings + extra)
    joined.notices = notices + other.notices
    joined.firstSourceCount = count
    joined.count = count + other.count
    for (place, heading) in joined.headings.enumerated() {
      var pool = place < headings.count ? pools[place] : ValuePool()
      var numbers = place < headings.count ? cells[place] : [UInt32](repeating: 0, count: count)
      if let theirs = other.column(heading) {
        var renumbered = [UInt32](repeating: 0, count: other.pools[theirs].count)
        for number in renumbered.indices {
          guard let ours = other.pools[theirs].withValue(UInt32(number), { pool.intern($0) }) else {
            throw ResolutionFault(.tooMany, "The column \(heading) holds more than 4 GB of values.")
          }
          renumbered[number] = ours
        }
        numbers += other.cells[theirs].map { renumbered[Int($0)] }
      } else {
        numbers += [UInt32](repeating: 0, count: other.count)
      }
      joined.pools[place] = pool
      joined.cells[place] = numbers
    }
    return joined
  }
}
