/// Why a table cannot be read, and where.
package struct TableFault: Error, Hashable, Sendable {
  /// The kind of fault.
  package enum Code: Hashable, Sendable {
    /// Quotes that break their rules, or a row of another length than is allowed.
    case malformed
    /// Bytes that are no text of the encoding.
    case encoding
    /// The table, a row or a field beyond its limit of bytes.
    case tooLong
    /// Rows, fields of a row, or fields altogether beyond their limit.
    case tooMany
    /// No row holds anything.
    case empty
  }

  /// The kind of fault.
  package let code: Code
  /// What is wrong, to stand behind a place and a colon; holds nothing from the table.
  package let reason: String
  /// The row, counted from 1 as spreadsheets do; 0 for the table as a whole.
  package let row: Int
  /// The byte, counted from 0.
  package let byte: Int

  /// A fault.
  package init(_ code: Code, _ reason: String, row: Int = 0, byte: Int = 0) {
    (self.code, self.reason, self.row, self.byte) = (code, reason, row, byte)
  }

  /// The row behind the name of the table, or the name alone where the table is meant as a whole.
  package func place(in table: String) -> String { row == 0 ? table : "\(table), row \(row)" }
}
