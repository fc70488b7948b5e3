import Tables

/// Tables as text with commas, semicolons or tabs between the cells (RFC 4180).
public enum CommaText {
  /// Reads a table from its bytes; the first row that is not empty is the heading.
  ///
  /// The separator is whichever of comma, semicolon and tab the heading has most of. Quoted cells may hold separators
  /// and line ends.
  /// - Throws: `OutlookError` with the row when a quote is not closed, a row has more cells than the heading, text is
  ///   not UTF-8,
  ///   or a limit is passed.
  public static func read(_ bytes: [UInt8], name: String) throws(OutlookError) -> Sheet {
    let limits = TableLimits(
      bytes: OutlookLimits.inputBytes, rows: OutlookLimits.rows, columns: OutlookLimits.columns,
      fields: OutlookLimits.cells, rowBytes: OutlookLimits.rowBytes, fieldBytes: OutlookLimits.cellBytes)
    do throws(TableFault) {
      let table = try TextTable(
        bytes, separators: Array(",;\t".utf8), limits: limits, encoding: .utf8, rowLength: .upToHeading)
      return Sheet(
        name: name, heading: table.heading.fields, rows: table.rows.map(\.fields), headingRow: table.heading.number,
        rowNumbers: table.rows.map(\.number))
    } catch {
      throw OutlookError(place: error.place(in: name), reason: error.reason)
    }
  }

  /// Writes a table with commas and line ends of one byte; cells are quoted where they must be.
  public static func write(_ sheet: Sheet) -> String {
    ([sheet.heading] + sheet.rows).map { $0.map(\.asField).joined(separator: ",") + "\n" }.joined()
  }
}
