/// Goes through comma-separated values (RFC 4180) row by row, without making strings and without copying the input.
///
/// Rows end with a line feed, a carriage return or both. A field in quotes may hold separators, line ends, and quotes that are
/// written twice; blanks around its quotes are passed over. A quote within a field that does not begin with one is a
/// letter like others. Rows of nothing but blanks are counted and passed over. Zero bytes are refused, since no text has any.
package struct TableCursor: ~Copyable {
  /// What stands between fields.
  package let separator: UInt8
  /// The number of the row in hand, counted as spreadsheets do: from 1, with empty rows, a line break in quotes being none.
  package private(set) var row = 0
  /// Where the row in hand stands, without its line end.
  package private(set) var range = 0..<0
  /// How many fields the row in hand has.
  package private(set) var count = 0
  /// How many rows were passed over because they hold nothing.
  package private(set) var blankRows = 0
  /// Where the next row begins.
  package private(set) var place = 0

  private let bytes: UnsafeBufferPointer<UInt8>
  private let limits: TableLimits
  private let bytesFollow: Bool
  private var filledRows = 0
  /// Room for the fields of a row, which is the cursor's own and goes with it.
  private let fields: UnsafeMutableBufferPointer<TableField>

  private static let quote = UInt8(ascii: "\""), blank = UInt8(ascii: " ")
  private static let newline = UInt8(ascii: "\n"), carriage = UInt8(ascii: "\r")

  /// A cursor before the first row of a whole table; a byte-order mark is passed over.
  ///
  /// - Parameters:
  ///   - bytes: the table, in an encoding that keeps ASCII; they must stay where they are while the cursor is used.
  ///   - separators: bytes that may stand between fields; the one is taken that the first row has most of, quotes aside.
  package init(_ bytes: UnsafeBufferPointer<UInt8>, separators: [UInt8] = [UInt8(ascii: ",")], limits: TableLimits) {
    let start = bytes.starts(with: [0xEF, 0xBB, 0xBF]) ? 3 : 0
    self.init(
      bytes, separator: Self.commonest(of: separators, in: bytes[start...], limits), limits: limits, rowsBefore: 0,
      bytesFollow: false)
    place = start
  }

  /// A cursor within a table that comes in parts.
  ///
  /// - Parameters:
  ///   - rowsBefore: how many rows came before.
  ///   - bytesFollow: whether a row at the end may go on in the next part; it is then left, and `place` is where it begins.
  package init(
    _ bytes: UnsafeBufferPointer<UInt8>, separator: UInt8, limits: TableLimits, rowsBefore: Int, bytesFollow: Bool
  ) {
    (self.bytes, self.separator, self.limits, self.bytesFollow) = (bytes, separator, limits, bytesFollow)
    row = rowsBefore
    fields = .allocate(capacity: limits.columns)
  }

  deinit { fields.deallocate() }

  /// A field of the row in hand, from 0 to `count` - 1.
  package subscript(field: Int) -> TableField {
    precondition(field < count)
    return fields[field]
  }

  /// A field of the row in hand as text.
  /// - Throws: `TableFault` with the byte when it is not UTF-8.
  package func text(_ field: Int) throws(TableFault) -> String {
    guard let text = self[field].text else {
      let raw = self[field].raw
      let start = raw.baseAddress.flatMap { field in bytes.baseAddress.map { field - $0 } } ?? 0
      let byte = start + UTF8Text.validCount(raw)
      throw fault(.encoding, "byte \(byte + 1) of the file is not UTF-8", byte)
    }
    return text
  }

  /// Goes to the next row that holds something.
  ///
  /// - Returns: false at the end, or where the row that is left may go on in the next part.
  /// - Throws: `TableFault` with the row and the byte of what breaks the rules of quotes or passes a limit.
  package mutating func nextRow() throws(TableFault) -> Bool {
    while place < bytes.count {
      guard try cutRow() else { return false }
      if range.isEmpty || bytes[range.lowerBound] <= Self.blank && bytes[range].allSatisfy({ $0 <= Self.blank }) {
        blankRows += 1
        continue
      }
      filledRows += 1
      guard filledRows <= limits.rows else {
        throw fault(.tooMany, "the table has more than \(limits.rows) rows", range.lowerBound)
      }
      return true
    }
    return false
  }

  /// Cuts the row that begins at `place`; false where it may go on in the next part.
  private mutating func cutRow() throws(TableFault) -> Bool {
    let start = place
    // A row that is too long is not looked through to its end.
    let reach = min(bytes.count, start + limits.rowBytes + 1)
    var marks = MarkSearch(bytes, separator: separator, from: start, upTo: reach)
    var fieldStart = start
    row += 1
    range = start..<start
    count = 0
    while true {
      var field = fieldStart..<fieldStart
      var (end, hasDoubledQuotes) = (fieldStart, false)
      if fieldStart < reach, bytes[fieldStart] == Self.quote || bytes[fieldStart] == Self.blank,
        let opening = opening(at: fieldStart, reach)
      {
        (field, end, hasDoubledQuotes) = try cutQuoted(opening, start, reach)
        marks.go(to: end)
        _ = marks.next()
      } else {
        end = marks.next()
        while end < reach, bytes[end] < 14, !isEnd(bytes[end]) {
          guard bytes[end] != 0 else { throw zeroByte(end) }
          end = marks.next()
        }
        field = fieldStart..<end
      }
      if end >= reach {
        guard end - start <= limits.rowBytes else { throw tooLong("the row", limits.rowBytes) }
        if bytesFollow { return leave() }
      }
      try put(field, hasDoubledQuotes)
      guard end < reach, bytes[end] == separator else { return try finishRow(start..<end) }
      fieldStart = end &+ 1
    }
  }

  /// Whether a byte ends a field.
  @inline(__always)
  private func isEnd(_ byte: UInt8) -> Bool { byte == separator || byte == Self.newline || byte == Self.carriage }

  private mutating func finishRow(_ range: Range<Int>) throws(TableFault) -> Bool {
    if range.count > limits.fieldBytes, fields[..<count].contains(where: { $0.raw.count > limits.fieldBytes }) {
      throw tooLong("a field", limits.fieldBytes)
    }
    var end = range.upperBound
    if end < bytes.count, bytes[end] == Self.carriage {
      if end + 1 == bytes.count, bytesFollow { return leave() }
      if end + 1 < bytes.count, bytes[end + 1] == Self.newline { end += 1 }
    }
    self.range = range
    place = min(end + 1, bytes.count)
    return true
  }

  private mutating func leave() -> Bool {
    row -= 1
    return false
  }

  @inline(__always)
  private mutating func put(_ range: Range<Int>, _ hasDoubledQuotes: Bool) throws(TableFault) {
    guard count < limits.columns else { throw fault(.tooMany, "the row has more than \(limits.columns) fields") }
    let field = TableField(raw: UnsafeBufferPointer(rebasing: bytes[range]), hasDoubledQuotes: hasDoubledQuotes)
    fields.initializeElement(at: count, to: field)
    count &+= 1
  }

  /// Where a quotation mark stands behind blanks alone.
  private func opening(at start: Int, _ reach: Int) -> Int? {
    var place = start
    while place < reach, bytes[place] == Self.blank, separator != Self.blank { place += 1 }
    return place < reach && bytes[place] == Self.quote ? place : nil
  }

  /// Cuts a field in quotes.
  /// - Returns: what stands within the quotes, and where the separator or line end behind them is, or a place at or behind `reach`.
  private func cutQuoted(
    _ opening: Int, _ rowStart: Int, _ reach: Int
  ) throws(TableFault) -> (field: Range<Int>, end: Int, hasDoubledQuotes: Bool) {
    var end = opening + 1
    var hasDoubledQuotes = false
    while true {
      while end < reach, bytes[end] != Self.quote, bytes[end] != 0 { end += 1 }
      guard end < reach else {
        // A row beyond its limit, or one that goes on in the next part, is told by the caller.
        guard bytesFollow || end - rowStart > limits.rowBytes else {
          throw fault(.malformed, "a quotation mark is opened there and never closed", opening)
        }
        return (opening..<opening, end, false)
      }
      guard bytes[end] == Self.quote else { throw zeroByte(end) }
      guard end + 1 < bytes.count, bytes[end + 1] == Self.quote else { break }
      hasDoubledQuotes = true
      end += 2
    }
    let field = opening + 1..<end
    end += 1
    while end < reach, bytes[end] == Self.blank, separator != Self.blank { end += 1 }
    guard end >= reach || isEnd(bytes[end]) else {
      throw fault(.malformed, "text follows a closing quotation mark", end)
    }
    return (field, end, hasDoubledQuotes)
  }

  private func tooLong(_ what: String, _ limit: Int) -> TableFault {
    fault(.tooLong, "\(what) is longer than \(limit) bytes; is a line break or a quotation mark missing?")
  }

  private func zeroByte(_ byte: Int) -> TableFault {
    fault(.encoding, "a zero byte stands in it; save the table as UTF-8 text", byte)
  }

  /// A fault of the row in hand, at a byte or where it begins.
  package func fault(_ code: TableFault.Code, _ reason: String, _ byte: Int? = nil) -> TableFault {
    TableFault(code, reason, row: row, byte: min(byte ?? range.lowerBound, bytes.count))
  }

  private static func commonest(
    of separators: [UInt8], in bytes: Slice<UnsafeBufferPointer<UInt8>>, _ limits: TableLimits
  ) -> UInt8 {
    var counts = [Int](repeating: 0, count: separators.count)
    var isQuoted = false
    let first = bytes.prefix(limits.rowBytes).drop { $0 <= Self.blank && !separators.contains($0) }
    for byte in first {
      if byte == quote { isQuoted.toggle() }
      if isQuoted { continue }
      if byte == newline || byte == carriage { break }
      if let place = separators.firstIndex(of: byte) { counts[place] += 1 }
    }
    return separators.indices.max { counts[$0] < counts[$1] }.map { separators[$0] } ?? UInt8(ascii: ",")
  }
}
