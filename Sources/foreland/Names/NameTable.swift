import Tables

/// A table of names: comma-separated values (RFC 4180) in UTF-8 under a heading, read whole.
struct NameTable {
  let path: String
  /// The rows below the heading.
  let rows: [TextTable.Row]
  private let heading: TextTable.Row
  private let bytes: [UInt8]

  static let limits = TableLimits(columns: 256)

  /// Reads a table that must have these columns.
  /// - Throws: `ScenarioError` with the row when it cannot be read, is not UTF-8, lacks a column, or a row does not
  ///   fit the heading.
  init(path: String, columns: [String]) throws {
    try self.init(path: path, bytes: [UInt8](try readWhole(path)), columns: columns)
  }

  init(path: String, bytes: [UInt8], columns: [String]) throws {
    do throws(TableFault) {
      let table = try TextTable(bytes, limits: Self.limits, encoding: .utf8, rowLength: .asHeading)
      (self.path, self.bytes, heading, rows) = (path, bytes, table.heading, table.rows)
    } catch {
      throw ScenarioError(place: error.place(in: path), reason: error.reason)
    }
    for column in columns {
      let count = heading.fields.count { $0 == column }
      let there = heading.fields.prefix(20).joined(separator: ", ").prefix(200)
      guard count > 0 else {
        throw ScenarioError(place: "\(path), row 1", reason: "the column \(column) is missing; there are: \(there)")
      }
      guard count == 1 else {
        throw ScenarioError(place: "\(path), row 1", reason: "the column \(column) stands there twice")
      }
    }
  }

  /// The heading as it stands in the file.
  var headingBytes: ArraySlice<UInt8> { bytes[heading.range] }

  /// A row as it stands in the file, without the end of the line.
  func bytes(of row: TextTable.Row) -> ArraySlice<UInt8> { bytes[row.range] }

  /// Whether there is a column of a name.
  func has(_ column: String) -> Bool { heading.fields.contains(column) }

  /// A field of a row; empty when there is no such column.
  func text(_ row: TextTable.Row, _ column: String) -> String {
    heading.fields.firstIndex(of: column).map { row.fields[$0] } ?? ""
  }
}
