import Tables

/// Reads comma-separated values (RFC 4180; also semicolon, tab and bar) from bytes into a table of records.
struct CommaReader {
  private let limits: ResolutionLimits
  private let bytes: UnsafeBufferPointer<UInt8>
  private let progress: (Double) -> Void

  init(_ bytes: UnsafeBufferPointer<UInt8>, limits: ResolutionLimits, progress: @escaping (Double) -> Void) {
    self.bytes = bytes
    self.limits = limits
    self.progress = progress
  }

  /// All records.
  /// - Throws: `ResolutionFault` with the row and the byte of what cannot be read.
  func table() throws(ResolutionFault) -> RecordTable {
    var cursor = TableCursor(
      bytes, separators: Array(",;\t|".utf8),
      limits: TableLimits(
        rows: limits.records + 1, columns: limits.columns, rowBytes: limits.rowBytes, fieldBytes: limits.valueBytes))
    guard try advance(&cursor) else { throw ResolutionFault(.empty, "There is nothing to read.") }
    var table = RecordTable(headings: try headings(cursor))
    var (shortRows, longRows) = (Tally(), Tally())
    while try advance(&cursor) {
      if table.count & 0xFFFF == 0xFFFF { progress(Double(cursor.place) / Double(bytes.count)) }
      let filled = min(cursor.count, table.headings.count)
      for column in 0..<filled where !cursor[column].withBytes({ table.put(column, $0.trimmed) }) {
        throw ResolutionFault(
          .tooMany, "A column holds more than 4 GB of values.", row: cursor.row, byte: cursor.range.lowerBound)
      }
      table.endRow(filled: filled)
      if cursor.count < table.headings.count { shortRows.count(cursor.row) }
      if cursor.count > table.headings.count { longRows.count(cursor.row) }
    }
    table.notices = [
      shortRows.notice("a row has fewer values than there are headings; the rest is taken as missing"),
      longRows.notice("a row has more values than there are headings; what is beyond them is left out"),
    ].compactMap(\.self)
    return table
  }

  private func headings(_ cursor: borrowing TableCursor) throws(ResolutionFault) -> [String] {
    var names = [String]()
    for column in 0..<cursor.count { names.append(cursor[column].looseText.trimmingBlanks) }
    let repeated = Dictionary(grouping: names, by: { $0.lowercased() }).first { $0.value.count > 1 }
    guard let repeated else { return names }
    throw ResolutionFault(
      .malformed, "The heading \(repeated.key) stands there twice; name columns apart.", row: cursor.row,
      byte: cursor.range.lowerBound)
  }

  private func advance(_ cursor: inout TableCursor) throws(ResolutionFault) -> Bool {
    do throws(TableFault) { return try cursor.nextRow() } catch { throw ResolutionFault(error) }
  }
}

extension ResolutionFault {
  /// What a table was refused for, as a sentence.
  fileprivate init(_ fault: TableFault) {
    let code: Code =
      switch fault.code {
      case .empty: .empty
      case .tooLong: .tooLong
      case .tooMany: .tooMany
      case .malformed, .encoding: .malformed
      }
    self.init(
      code, fault.reason.prefix(1).uppercased() + fault.reason.dropFirst() + ".", row: fault.row, byte: fault.byte)
  }
}
