/// A table with a heading, read whole as texts without blanks at their ends.
package struct TextTable: Sendable {
  /// A row below the heading.
  package struct Row: Sendable {
    /// Its number, counted from 1 as spreadsheets do.
    package let number: Int
    /// Where its bytes stand in the table, without its line end.
    package let range: Range<Int>
    /// Its texts.
    package let fields: [String]
  }

  /// In which encoding texts are.
  package enum Encoding: Sendable {
    /// UTF-8; anything else is refused.
    case utf8
    /// UTF-8 where that holds, else Windows-1252, field by field.
    case utf8OrWindows1252
  }

  /// How many fields a row may have.
  package enum RowLength: Sendable {
    case any, upToHeading, asHeading
  }

  /// The first row that holds something: the names of the columns.
  package let heading: Row
  /// The rows below it that hold something.
  package let rows: [Row]

  /// Reads a table.
  ///
  /// - Parameters:
  ///   - separators: as `TableCursor` takes them.
  ///   - rowLength: rows of another length are refused.
  /// - Throws: `TableFault` with the row that is refused, or for the whole when it is empty or too long.
  package init(
    _ bytes: [UInt8], separators: [UInt8] = [UInt8(ascii: ",")], limits: TableLimits,
    encoding: Encoding = .utf8OrWindows1252, rowLength: RowLength = .any
  ) throws(TableFault) {
    guard bytes.count <= limits.bytes else {
      throw TableFault(.tooLong, "it is longer than \(limits.bytes) bytes")
    }
    var rows = [Row]()
    var room = limits.fields
    try bytes.withUnsafeBufferPointer { (bytes: UnsafeBufferPointer<UInt8>) throws(TableFault) in
      var cursor = TableCursor(bytes, separators: separators, limits: limits)
      while try cursor.nextRow() {
        let columns = rows.first?.fields.count ?? cursor.count
        guard rowLength == .any || cursor.count <= columns, rowLength != .asHeading || cursor.count == columns else {
          throw cursor.fault(.malformed, "it has \(cursor.count) columns, the heading \(columns)")
        }
        room -= cursor.count
        guard room >= 0 else { throw cursor.fault(.tooMany, "the table has more than \(limits.fields) fields") }
        rows.append(Row(number: cursor.row, range: cursor.range, fields: try cursor.texts(encoding)))
      }
    }
    guard !rows.isEmpty else { throw TableFault(.empty, "it is empty") }
    heading = rows.removeFirst()
    self.rows = rows
  }
}

extension TableCursor {
  fileprivate func texts(_ encoding: TextTable.Encoding) throws(TableFault) -> [String] {
    var texts = [String]()
    texts.reserveCapacity(count)
    for field in 0..<count {
      texts.append((encoding == .utf8 ? try text(field) : self[field].looseText).trimmingBlanks)
    }
    return texts
  }
}
