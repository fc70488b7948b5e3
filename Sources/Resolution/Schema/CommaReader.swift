/// Reads comma-separated values (RFC 4180; also semicolon, tab and bar) from bytes into a table.
struct CommaReader {
  private static let quote = UInt8(ascii: "\""), newline = UInt8(ascii: "\n"), carriage = UInt8(ascii: "\r")
  private let limits: ResolutionLimits
  private let bytes: UnsafeBufferPointer<UInt8>
  private let progress: (Double) -> Void
  private var separator = UInt8(ascii: ",")
  private var place = 0
  private var row = 0
  private var scratch: [UInt8] = []
  private var (shortRows, longRows) = (Tally(), Tally())

  init(_ bytes: UnsafeBufferPointer<UInt8>, limits: ResolutionLimits, progress: @escaping (Double) -> Void) {
    self.bytes = bytes
    self.limits = limits
    self.progress = progress
  }

  /// All records.
  /// - Throws: `ResolutionFault` with the row and the byte of what cannot be read.
  mutating func table() throws(ResolutionFault) -> RecordTable {
    if bytes.starts(with: [0xEF, 0xBB, 0xBF]) { place = 3 }
    let headings = try heading()
    var table = RecordTable(headings: headings)
    while place < bytes.count {
      row += 1
      if row & 0xFFFF == 0 { progress(Double(place) / Double(bytes.count)) }
      if bytes[place] == Self.newline || bytes[place] == Self.carriage {
        place += 1
        row -= bytes[place - 1] == Self.carriage ? 1 : 0
        continue
      }
      guard table.count < limits.records else {
        throw fault(.tooMany, "There are more than \(limits.records) records; resolve them in parts.")
      }
      try readRow(into: &table)
    }
    table.notices = [
      shortRows.notice("a row has fewer values than there are headings; the rest is taken as missing"),
      longRows.notice("a row has more values than there are headings; what is beyond them is left out"),
    ].compactMap(\.self)
    return table
  }

  private mutating func heading() throws(ResolutionFault) -> [String] {
    row = 1
    guard place < bytes.count else { throw ResolutionFault(.empty, "There is nothing to read.") }
    let end = bytes[place...].prefix(limits.rowBytes).firstIndex(of: Self.newline) ?? bytes.count
    guard end - place < limits.rowBytes else {
      throw fault(.tooLong, "The first row is longer than \(limits.rowBytes) bytes; is this a table with a heading?")
    }
    let candidates = [UInt8](",;\t|".utf8)
    separator = candidates.max { left, right in count(left, before: end) < count(right, before: end) } ?? separator
    var names = [String]()
    var isLast = false
    while !isLast {
      let (name, ended) = try field()
      names.append(name.trimmingBlanks)
      isLast = ended
      guard names.count <= limits.columns else {
        throw fault(.tooMany, "There are more than \(limits.columns) columns.")
      }
    }
    let repeated = Dictionary(grouping: names, by: { $0.lowercased() }).first { $0.value.count > 1 }
    if let repeated { throw fault(.malformed, "The heading \(repeated.key) stands there twice; name columns apart.") }
    return names
  }

  private func count(_ byte: UInt8, before end: Int) -> Int { bytes[place..<end].count { $0 == byte } }

  private mutating func field() throws(ResolutionFault) -> (String, Bool) {
    var (text, isLast) = ("", false)
    try nextField(rowStart: place) { value, ended in
      text = MixedEncoding.text(value)
      isLast = ended
      return true
    }
    return (text, isLast)
  }

  private mutating func readRow(into table: inout RecordTable) throws(ResolutionFault) {
    let (start, columns) = (place, table.headings.count)
    var (column, isLast) = (0, false)
    while !isLast {
      try nextField(rowStart: start) { value, ended in
        isLast = ended
        return column >= columns || table.put(column, value.trimmed)
      }
      column += 1
    }
    if column < columns { shortRows.count(row) }
    if column > columns { longRows.count(row) }
    table.endRow(filled: min(column, columns))
  }

  /// Hands on the next value and whether it ends its row.
  @inline(__always)
  private mutating func nextField(
    rowStart: Int, _ take: (UnsafeBufferPointer<UInt8>, Bool) -> Bool
  ) throws(ResolutionFault) {
    if place < bytes.count, bytes[place] == Self.quote { return try quotedField(rowStart: rowStart, take) }
    let start = place
    let bound = min(bytes.count, start + limits.valueBytes + 1)
    while place < bound, bytes[place] != separator, bytes[place] != Self.newline { place += 1 }
    guard place - start <= limits.valueBytes, place - rowStart <= limits.rowBytes else { throw tooLong() }
    var end = place
    let isLast = place >= bytes.count || bytes[place] == Self.newline
    if isLast, end > start, bytes[end - 1] == Self.carriage { end -= 1 }
    place += 1
    guard take(UnsafeBufferPointer(rebasing: bytes[start..<end]), isLast) else { throw full() }
  }

  private mutating func quotedField(
    rowStart: Int, _ take: (UnsafeBufferPointer<UInt8>, Bool) -> Bool
  ) throws(ResolutionFault) {
    let start = place
    place += 1
    scratch.removeAll(keepingCapacity: true)
    while place < bytes.count {
      if bytes[place] == Self.quote {
        guard place + 1 < bytes.count, bytes[place + 1] == Self.quote else { break }
        place += 1
      }
      scratch.append(bytes[place])
      place += 1
      guard scratch.count <= limits.valueBytes, place - rowStart <= limits.rowBytes else { throw tooLong() }
    }
    guard place < bytes.count else {
      throw ResolutionFault(.malformed, "A quotation mark is opened and not closed.", row: row, byte: start)
    }
    place += 1
    if place < bytes.count, bytes[place] == Self.carriage { place += 1 }
    let isLast = place >= bytes.count || bytes[place] == Self.newline
    guard isLast || bytes[place] == separator else {
      throw fault(.malformed, "After a closing quotation mark stands something else than a separator.")
    }
    place += 1
    guard scratch.withUnsafeBufferPointer({ take($0, isLast) }) else { throw full() }
  }

  private func tooLong() -> ResolutionFault {
    fault(
      .tooLong,
      "A value is longer than \(limits.valueBytes) bytes, or its row than \(limits.rowBytes); is a line break missing?")
  }

  private func full() -> ResolutionFault { fault(.tooMany, "A column holds more than 4 GB of values.") }

  private func fault(_ code: ResolutionFault.Code, _ message: String) -> ResolutionFault {
    ResolutionFault(code, message, row: row, byte: min(place, bytes.count))
  }
}

/// Counts something that is found in rows, and where it was first.
struct Tally {
  private(set) var count = 0
  private var firstRow: Int?

  mutating func count(_ row: Int?) {
    count += 1
    firstRow = firstRow ?? row
  }

  /// The notice in these words, when it was found at all.
  func notice(_ what: String) -> TableNotice? {
    count == 0 ? nil : TableNotice(what: what, firstRow: firstRow, count: count)
  }
}

extension String {
  /// The text without blanks at its ends.
  var trimmingBlanks: String {
    String(drop(while: \.isWhitespace).reversed().drop(while: \.isWhitespace).reversed())
  }
}

extension UnsafeBufferPointer<UInt8> {
  /// The bytes without blanks at their ends.
  var trimmed: UnsafeBufferPointer<UInt8> {
    var (start, end) = (0, count)
    while start < end, self[start] <= 32 { start += 1 }
    while end > start, self[end - 1] <= 32 { end -= 1 }
    return UnsafeBufferPointer(rebasing: self[start..<end])
  }
}
