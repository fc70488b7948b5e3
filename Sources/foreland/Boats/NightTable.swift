import Tables

/// A small table with a heading, read whole, with the line of every row for messages.
struct NightTable {
  /// One row: its line in the file, counted from 1, and its fields.
  struct Row {
    let path: String
    let line: Int
    let fields: [String: String]

    /// A field, or nil when it is blank.
    func text(_ name: String) -> String? {
      guard let value = fields[name], !value.isEmpty else { return nil }
      return value
    }

    /// A field that must be there.
    func needed(_ name: String) throws -> String {
      guard let value = text(name) else { throw refused("\(name) is missing") }
      return value
    }

    /// A field as a finite number, or nil when it is blank.
    func number(_ name: String) throws -> Double? {
      guard let text = text(name) else { return nil }
      guard let value = Double(text), value.isFinite else { throw refused("\(name) is no number: \(text.prefix(40))") }
      return value
    }

    /// A field as a count from 0, or nil when it is blank.
    func count(_ name: String) throws -> Int? {
      guard let value = try number(name) else { return nil }
      guard value >= 0, value <= NightTable.greatestCount else {
        throw refused("\(name) is no count of people: \(value)")
      }
      return Int(value.rounded())
    }

    func refused(_ reason: String) -> ScenarioError { ScenarioError(place: "\(path), line \(line)", reason: reason) }
  }

  /// The rows below the heading.
  let rows: [Row]

  static let greatestCount = 1e9
  private static let greatestBytes = 64 << 20

  /// Reads a table that must have these columns.
  /// - Throws: `ScenarioError` when it cannot be read, lacks a column, or a row has another number of fields.
  init(path: String, columns: [String]) throws {
    let bytes = [UInt8](try readWhole(path))
    do throws(TableFault) {
      let table = try TextTable(
        bytes, limits: TableLimits(bytes: Self.greatestBytes), rowLength: .asHeading)
      let heading = table.heading.fields
      if let missing = columns.first(where: { !heading.contains($0) }) {
        throw TableFault(.malformed, "the column \(missing) is missing", row: table.heading.number)
      }
      rows = table.rows.map { row in
        let fields = Dictionary(zip(heading, row.fields), uniquingKeysWith: { first, _ in first })
        return Row(path: path, line: row.number, fields: fields)
      }
    } catch {
      throw ScenarioError(place: error.row == 0 ? path : "\(path), line \(error.row)", reason: error.reason)
    }
  }
}
