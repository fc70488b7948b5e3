/// A table of counts with the totals of its rows and columns, ready to be made safe and published.
public struct CountTable: Equatable, Sendable {
  /// What the table shows.
  public let title: String
  /// The heading above the names of the rows.
  public let corner: String
  /// The names of its columns, without the total.
  public let columns: [String]
  /// The names of its rows, without the total.
  public let rows: [String]
  /// The figures, row by row.
  public let figures: [[Figure]]

  /// Makes a table.
  /// - Throws: `OutlookError` when the figures are not one for each row and column.
  public init(
    title: String, corner: String, columns: [String], rows: [String], figures: [[Figure]]
  ) throws(OutlookError) {
    guard figures.count == rows.count, figures.allSatisfy({ $0.count == columns.count }), !rows.isEmpty,
      !columns.isEmpty
    else { throw OutlookError(place: title, reason: "its figures are not one for each row and column") }
    self.title = title
    self.corner = corner
    self.columns = columns
    self.rows = rows
    self.figures = figures
  }

  /// Makes a table out of a long one, in which each row is a count of one row and column; several of one are summed.
  /// - Parameter columns: the breakdown that makes the columns; nil for a single one.
  /// - Throws: `OutlookError` with the row of what is no count.
  public init(_ sheet: Sheet, rows: String, columns: String?, value: String, title: String) throws(OutlookError) {
    let (rowPlace, valuePlace) = (try sheet.column(rows), try sheet.column(value))
    let columnPlace = try columns.map { name throws(OutlookError) in try sheet.column(name) }
    var (rowNames, columnNames): ([String], [String]) = ([], [])
    var sums: [String: [String: Figure]] = [:]
    for (index, cells) in sheet.rows.enumerated() where !cells.allSatisfy(\.isEmpty) {
      guard let figure = Figure(text: valuePlace < cells.count ? cells[valuePlace] : "") else {
        throw OutlookError(
          place: "\(sheet.name), row \(sheet.rowNumber(index))",
          reason: "\"\(cells[valuePlace].prefix(40))\" is no count")
      }
      let row = rowPlace < cells.count ? cells[rowPlace] : ""
      let column = columnPlace.map { $0 < cells.count ? cells[$0] : "" } ?? value
      if sums[row] == nil { rowNames.append(row) }
      if !columnNames.contains(column) { columnNames.append(column) }
      sums[row, default: [:]][column] = Self.sum(sums[row]?[column], figure)
    }
    let kept = columnNames
    try self.init(
      title: title, corner: rows, columns: kept, rows: rowNames,
      figures: rowNames.map { row in kept.map { sums[row]?[$0] ?? .known(0) } })
  }

  private static func sum(_ one: Figure?, _ other: Figure) -> Figure {
    guard let one else { return other }
    guard let first = one.number, let second = other.number else { return .notAvailable }
    return .known(first + second)
  }
}
