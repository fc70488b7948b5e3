/// Goes through the bytes of a table in text, cell by cell.
struct CommaReader {
  private let bytes: [UInt8]
  private let name: String
  private var position = 0
  private var line = 1

  init(bytes: [UInt8], name: String) {
    self.bytes = bytes
    self.name = name
    if bytes.starts(with: [0xEF, 0xBB, 0xBF]) { position = 3 }
  }

  mutating func sheet() throws(OutlookError) -> Sheet {
    let separator = commonest()
    var heading: [String] = []
    var headingRow = 1
    var rows: [[String]] = []
    var numbers: [Int] = []
    var cells = 0
    while position < bytes.count {
      let number = line
      let row = try nextRow(separator)
      if row.count == 1, row[0].isEmpty { continue }
      if heading.isEmpty {
        (heading, headingRow) = (row, number)
        continue
      }
      guard row.count <= heading.count else {
        throw OutlookError(
          place: "\(name), row \(number)", reason: "it has \(row.count) cells under a heading of \(heading.count)")
      }
      cells += row.count
      guard rows.count < OutlookLimits.rows, cells < OutlookLimits.cells else {
        throw OutlookError(place: "\(name), row \(number)", reason: "the table has too many rows or cells")
      }
      rows.append(row)
      numbers.append(number)
    }
    guard !heading.isEmpty else { throw OutlookError(place: name, reason: "it is empty") }
    return Sheet(name: name, heading: heading, rows: rows, headingRow: headingRow, rowNumbers: numbers)
  }

  private func commonest() -> UInt8 {
    let start = bytes[position...].drop { $0 == 10 || $0 == 13 }
    let head = start.prefix { $0 != 10 }
    let candidates = [UInt8(ascii: ","), UInt8(ascii: ";"), UInt8(ascii: "\t")]
    return candidates.max { one, other in head.count { $0 == one } < head.count { $0 == other } } ?? 44
  }

  private mutating func nextRow(_ separator: UInt8) throws(OutlookError) -> [String] {
    var cells: [String] = []
    let first = line
    while true {
      cells.append(try nextCell(separator, first))
      guard cells.count <= OutlookLimits.columns else {
        throw OutlookError(place: "\(name), row \(first)", reason: "it has more than \(OutlookLimits.columns) cells")
      }
      guard position < bytes.count else { return cells }
      let stop = bytes[position]
      position += 1
      if stop == separator { continue }
      line += 1
      return cells
    }
  }

  /// Reads up to a separator, a line's end or the end, and stands on it.
  private mutating func nextCell(_ separator: UInt8, _ row: Int) throws(OutlookError) -> String {
    var cell: [UInt8] = []
    if position < bytes.count, bytes[position] == 34 {
      position += 1
      try readQuoted(&cell, row)
    }
    while position < bytes.count, bytes[position] != separator, bytes[position] != 10 {
      cell.append(bytes[position])
      position += 1
    }
    if cell.last == 13 { cell.removeLast() }
    guard cell.count <= OutlookLimits.cellBytes else {
      throw OutlookError(place: "\(name), row \(row)", reason: "a cell has more than \(OutlookLimits.cellBytes) bytes")
    }
    guard let text = String(validating: cell, as: UTF8.self) else {
      throw OutlookError(place: "\(name), row \(row)", reason: "its text is not UTF-8")
    }
    return text.trimmedOfBlanks
  }

  private mutating func readQuoted(_ cell: inout [UInt8], _ row: Int) throws(OutlookError) {
    while position < bytes.count {
      let byte = bytes[position]
      position += 1
      if byte == 34 {
        guard position < bytes.count, bytes[position] == 34 else { return }
        position += 1
      }
      if byte == 10 { line += 1 }
      cell.append(byte)
    }
    throw OutlookError(place: "\(name), row \(row)", reason: "a quote is opened there and never closed")
  }
}

extension String {
  /// The text without blanks at its ends.
  var trimmedOfBlanks: String {
    let start = drop(while: \.isWhitespace)
    guard let last = start.lastIndex(where: { !$0.isWhitespace }) else { return "" }
    return String(start[...last])
  }
}
