/// What a table holds at most; past it the table is refused with the row.
package struct TableLimits: Hashable, Sendable {
  /// Bytes of a table that is read whole.
  package var bytes: Int
  /// Rows that hold something, with the heading.
  package var rows: Int
  /// Fields of a row.
  package var columns: Int
  /// Fields of a table that is read whole.
  package var fields: Int
  /// Bytes of a row.
  package var rowBytes: Int
  /// Bytes of a field.
  package var fieldBytes: Int

  /// Limits; those that are not named are the house's own.
  package init(
    bytes: Int = 1 << 30, rows: Int = 100_000_000, columns: Int = 1024, fields: Int = 1 << 28, rowBytes: Int = 1 << 20,
    fieldBytes: Int = 1 << 16
  ) {
    (self.bytes, self.rows, self.columns, self.fields) = (bytes, rows, columns, fields)
    (self.rowBytes, self.fieldBytes) = (rowBytes, fieldBytes)
  }
}
