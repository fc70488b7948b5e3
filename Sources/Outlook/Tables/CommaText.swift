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
    guard bytes.count <= OutlookLimits.inputBytes else {
      throw OutlookError(place: name, reason: "it has more than \(OutlookLimits.inputBytes) bytes")
    }
    var reader = CommaReader(bytes: bytes, name: name)
    return try reader.sheet()
  }

  /// Writes a table with commas and line ends of one byte; cells are quoted where they must be.
  public static func write(_ sheet: Sheet) -> String {
    ([sheet.heading] + sheet.rows).map { $0.map(quoted).joined(separator: ",") + "\n" }.joined()
  }

  private static func quoted(_ cell: String) -> String {
    let mustBe = cell.utf8.contains { $0 == 44 || $0 == 34 || $0 == 10 || $0 == 13 }
    return mustBe
      ? "\"" + cell.split(separator: "\"", omittingEmptySubsequences: false).joined(separator: "\"\"") + "\"" : cell
  }
}
