/// Weather by the day, in columns of numbers beside a series of counts.
public struct DayWeather: Equatable, Sendable {
  /// The names of the columns; one that contains `dir` is a direction in degrees from which the wind blows.
  public let names: [String]
  /// The first day.
  public let first: CalendarDay
  /// The values of each day in the order of the names; nil where none is known.
  public let days: [[Double?]]

  /// Makes weather.
  public init(names: [String], first: CalendarDay, days: [[Double?]]) {
    self.names = names
    self.first = first
    self.days = days
  }

  /// Reads a table with a column of dates and else numbers; columns in which nothing is a number are left aside with a
  /// remark.
  /// - Throws: `OutlookError` with the row of a date or value that cannot be read or that stands twice.
  public static func read(
    _ table: Sheet, dateColumn: String
  ) throws(OutlookError) -> (weather: DayWeather, remarks: [String]) {
    let dates = try table.column(dateColumn)
    let columns = table.heading.indices.filter { column in
      column != dates && table.rows.contains { column < $0.count && Double($0[column]) != nil }
    }
    guard columns.count <= OutlookLimits.weatherColumns, !columns.isEmpty else {
      throw OutlookError(
        place: table.name,
        reason: "it has \(columns.count) columns of numbers; 1 to \(OutlookLimits.weatherColumns) are taken")
    }
    var byDay: [Int: [Double?]] = [:]
    for (index, row) in table.rows.enumerated() {
      let place = "\(table.name), row \(table.rowNumber(index))"
      guard dates < row.count, let day = CalendarDay(text: row[dates]) else {
        throw OutlookError(place: place, reason: "it has no date such as 2023-06-02")
      }
      guard byDay[day.number] == nil else { throw OutlookError(place: place, reason: "\(day) stands there twice") }
      byDay[day.number] = try columns.map { column throws(OutlookError) -> Double? in
        let text = column < row.count ? row[column] : ""
        if text.isEmpty || Figure.marks.contains(text.lowercased()) { return nil }
        guard let value = Double(text), value.isFinite else {
          throw OutlookError(place: place, reason: "\"\(text.prefix(40))\" is no number")
        }
        return value
      }
    }
    guard let first = byDay.keys.min(), let last = byDay.keys.max(), last - first < OutlookLimits.periods else {
      throw OutlookError(place: table.name, reason: "it has no days, or spans too many")
    }
    let nothing = [Double?](repeating: nil, count: columns.count)
    let left = table.heading.indices.filter { $0 != dates && !columns.contains($0) }.map { table.heading[$0] }
    return (
      DayWeather(
        names: columns.map { table.heading[$0] }, first: CalendarDay(number: first),
        days: (first...last).map { byDay[$0] ?? nothing }),
      left.isEmpty ? [] : ["\(table.name): no numbers in \(left.joined(separator: ", ")); left aside"]
    )
  }

  /// The values of a day, nil when it lies outside.
  public func values(_ day: CalendarDay) -> [Double?]? {
    let index = day.number - first.number
    return days.indices.contains(index) ? days[index] : nil
  }
}
