/// A series that was read from a table, and what has to be said about it.
public struct SeriesReading: Equatable, Sendable {
  /// The series, in order and without holes.
  public let series: CountSeries
  /// What was found and how it was handled, with rows; for people.
  public let remarks: [String]

  /// Reads the series of two columns of a table.
  ///
  /// Rows out of order are sorted, days that are left out become blank, a row that stands twice with one value counts
  /// once: each with
  /// a remark. A row that stands twice with two values, text in place of a count, a date that cannot be read or lies
  /// after `latest`, and dates that follow no period are refused.
  /// - Parameter latest: the last date that can be meant, usually today; nil when that does not matter.
  /// - Throws: `OutlookError` with the row.
  public init(_ table: Sheet, dateColumn: String, valueColumn: String, latest: CalendarDay? = nil) throws(OutlookError)
  {
    let dates = try table.column(dateColumn)
    let values = try table.column(valueColumn)
    let rows = try Self.rows(table, dates, values, latest)
    guard let first = rows.first, let last = rows.last else {
      throw OutlookError(place: table.name, reason: "it has no rows below its heading")
    }
    guard let period = rows.count == 1 ? .day : Period.between(rows.map(\.day)) else {
      throw OutlookError(place: table.name, reason: "its dates follow no day, week, month or quarter")
    }
    var remarks: [String] = []
    if let turn = zip(rows, rows.dropFirst()).first(where: { $1.row < $0.row }) {
      remarks.append("\(table.name), row \(turn.1.row): the rows are not in order of date; they were sorted")
    }
    let count = period.count(from: first.day, to: last.day) + 1
    guard count <= OutlookLimits.periods else {
      throw OutlookError(place: table.name, reason: "it spans \(count) periods; the limit is \(OutlookLimits.periods)")
    }
    series = CountSeries(
      name: valueColumn, period: period, first: first.day,
      figures: try Self.fill(rows, count, period, table, &remarks))
    Self.remarkUnknown(series, table, &remarks)
    self.remarks = remarks
  }

  private struct Row {
    let row: Int
    let day: CalendarDay
    let figure: Figure
  }

  private static func rows(
    _ table: Sheet, _ dates: Int, _ values: Int, _ latest: CalendarDay?
  ) throws(OutlookError) -> [Row] {
    var rows: [Row] = []
    for (index, cells) in table.rows.enumerated() where !cells.allSatisfy(\.isEmpty) {
      let place = "\(table.name), row \(table.rowNumber(index))"
      let text = dates < cells.count ? cells[dates] : ""
      guard let day = CalendarDay(text: text) else {
        let isTotal = text.lowercased().contains("total")
        throw OutlookError(
          place: place,
          reason: isTotal
            ? "\"\(text.prefix(40))\" is a total among the rows; leave it out"
            : "\"\(text.prefix(40))\" is no date such as 2023-06-02")
      }
      if let latest, day > latest {
        throw OutlookError(place: place, reason: "\(day) lies after \(latest), which is the latest that can be known")
      }
      let cell = values < cells.count ? cells[values] : ""
      guard let figure = Figure(text: cell) else {
        throw OutlookError(place: place, reason: "\"\(cell.prefix(40))\" is no count")
      }
      rows.append(Row(row: table.rowNumber(index), day: day, figure: figure))
    }
    return rows.sorted { ($0.day, $0.row) < ($1.day, $1.row) }
  }

  private static func fill(
    _ rows: [Row], _ count: Int, _ period: Period, _ table: Sheet, _ remarks: inout [String]
  ) throws(OutlookError) -> [Figure] {
    var figures = [Figure](repeating: .blank, count: count)
    var previous: Row?
    for row in rows {
      let index = period.count(from: rows[0].day, to: row.day)
      if let before = previous, period.count(from: rows[0].day, to: before.day) == index {
        guard before.figure == row.figure, before.day == row.day else {
          throw OutlookError(
            place: "\(table.name), row \(row.row)",
            reason:
              "\(row.day) stands in row \(before.row) too, with another value or inside the same \(period.rawValue)")
        }
        remarks.append("\(table.name), row \(row.row): \(row.day) stands twice with one value; it counts once")
      } else if let before = previous {
        let missing = index - period.count(from: rows[0].day, to: before.day) - 1
        if missing > 0 {
          remarks.append(
            "\(table.name), row \(row.row): \(missing) \(period.rawValue)s before \(row.day) are missing; "
              + "they are unknown, not zero"
          )
        }
      }
      figures[index] = row.figure
      previous = row
    }
    return figures
  }

  private static func remarkUnknown(_ series: CountSeries, _ table: Sheet, _ remarks: inout [String]) {
    let marked = series.figures.count { $0 == .notAvailable }
    let known = series.values.compactMap { $0 }
    if marked > 0 { remarks.append("\(table.name): \(marked) figures are marked as not available; they are not zero") }
    if known.isEmpty { remarks.append("\(table.name): no figure of \(series.name) is known") }
    if !known.isEmpty, known.allSatisfy({ $0 == 0 }) {
      remarks.append("\(table.name): every figure of \(series.name) is zero")
    }
  }
}
