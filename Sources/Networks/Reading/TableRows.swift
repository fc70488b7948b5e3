import Tables

/// The rows of a table with a heading, as texts by column: for tables that are no lists of links.
public struct TableRows: Sendable {
  /// A row of the table.
  public struct Row: Sendable {
    /// Its number in the file, counted from 1.
    public let number: Int
    fileprivate let fields: [String]

    /// The text in a column; empty where the row is short or the column is not there.
    public subscript(column: Int?) -> String {
      guard let column, column < fields.count else { return "" }
      return fields[column]
    }
  }

  /// The names of the columns, in small letters.
  public let heading: [String]
  /// The rows below the heading, but for empty ones.
  public let rows: [Row]

  /// The most rows of a table.
  public static let mostRows = 20_000_000

  /// A table from the bytes of a file with commas, semicolons or tabs between fields.
  /// - Throws: `GraphFault` with the row that breaks the rules of quotes or a limit, or for a file that holds nothing.
  public init(_ bytes: [UInt8]) throws(GraphFault) {
    var limits = TableLimits.links
    limits.rows = Self.mostRows
    let table = try GraphFault.telling { () throws(TableFault) in
      try TextTable(bytes, separators: Array(",;\t".utf8), limits: limits)
    }
    heading = table.heading.fields.map { $0.lowercased() }
    rows = table.rows.map { Row(number: $0.number, fields: $0.fields) }
  }

  /// The place of a column that has one of some names, or nil.
  public func column(_ names: String...) -> Int? { names.lazy.compactMap { heading.firstIndex(of: $0) }.first }

  /// The place of a column that must be there.
  /// - Throws: `GraphFault` with the name that is missing.
  public func needed(_ names: String...) throws(GraphFault) -> Int {
    for name in names {
      if let place = heading.firstIndex(of: name) { return place }
    }
    throw GraphFault(.missingColumn, row: 1, "the heading has no column \(names.joined(separator: " or "))")
  }

  /// A sum of money in the smallest unit of its currency.
  ///
  /// - Parameter decimals: digits behind the point: 2 for euros and pounds.
  /// - Throws: `GraphFault` when it is no number above 0, too large to be counted exactly, or has more decimals.
  public static func amount(_ text: String, row: Int, decimals: Int = 2) throws(GraphFault) -> Int64 {
    var unit = 1.0
    for _ in 0..<max(0, decimals) { unit *= 10 }
    guard let value = DecimalNumber.value(text), value > 0, value * unit < 9e15 else {
      throw GraphFault(.badRow, row: row, "the amount is no number above 0 that can be counted exactly")
    }
    let whole = (value * unit).rounded()
    guard (value * unit - whole).magnitude < 1e-4, whole > 0 else {
      throw GraphFault(.badRow, row: row, "the amount has more than \(decimals) digits behind the point")
    }
    return Int64(whole)
  }

  /// A moment in seconds since 1970.
  /// - Throws: `GraphFault` when the text is none.
  public static func time(_ text: String, row: Int) throws(GraphFault) -> Int64 {
    guard let seconds = Moment.seconds(text.utf8) else {
      throw GraphFault(.badRow, row: row, "the time cannot be read; write it as 2021-11-24T02:31:00Z")
    }
    return seconds
  }
}
