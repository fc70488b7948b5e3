/// A table of text: a heading and rows of cells, as a file or a sheet of a workbook has it.
public struct Sheet: Equatable, Sendable {
  /// What it is called: the file, or the sheet of a workbook.
  public let name: String
  /// The names of its columns.
  public let heading: [String]
  /// The cells of each row under the heading; a row may be shorter than the heading.
  public let rows: [[String]]
  /// The row of the file in which the heading stands, counted from 1.
  public let headingRow: Int
  /// The row of the file of each row here, counted from 1, when rows were left out; nil when they follow one another.
  private let numbers: [Int]?

  /// Makes a table.
  public init(name: String, heading: [String], rows: [[String]], headingRow: Int = 1, rowNumbers: [Int]? = nil) {
    self.name = name
    self.heading = heading
    self.rows = rows
    self.headingRow = headingRow
    numbers = rowNumbers
  }

  /// The row of the file in which a row here stands, counted from 1.
  public func rowNumber(_ index: Int) -> Int { numbers?[index] ?? headingRow + 1 + index }

  /// The place of a column by its name; upper and lower case are one.
  /// - Throws: `OutlookError` when it is not there or stands twice, with the names that are there.
  public func column(_ name: String) throws(OutlookError) -> Int {
    let wanted = Self.plain(name)
    let found = heading.indices.filter { Self.plain(heading[$0]) == wanted }
    guard let place = found.first else {
      throw OutlookError(
        place: self.name, reason: "it has no column \"\(name)\"; it has \(heading.prefix(30).joined(separator: ", "))")
    }
    guard found.count == 1 else {
      throw OutlookError(place: self.name, reason: "column \"\(name)\" stands there twice")
    }
    return place
  }

  /// A name in lower case, with single blanks and without what stands in square brackets, such as "[note 3]".
  static func plain(_ name: String) -> String {
    var depth = 0
    let outside = name.filter { letter in
      if letter == "[" { depth += 1 }
      defer { if letter == "]" { depth = max(depth - 1, 0) } }
      return depth == 0
    }
    return outside.lowercased().split(whereSeparator: \.isWhitespace).joined(separator: " ")
  }
}
