/// The series of a published workbook, sheet by sheet, known by their headings and not by the names of the sheets.
public struct PublishedWorkbook: Sendable {
  /// Each series with the sheet it stands in.
  public let series: [(sheet: String, series: CountSeries)]
  /// Words by row that a column of notes holds.
  public let notes: [String]
  /// What was found and how it was handled.
  public let remarks: [String]

  /// Reads every sheet whose heading has a column of dates and columns of counts; sheets of words are left aside with
  /// a remark.
  /// - Parameter latest: the last date that can be meant.
  /// - Throws: `OutlookError` when a count or date cannot be read, or when no sheet has a series.
  public init(_ workbook: Workbook, latest: CalendarDay? = nil) throws(OutlookError) {
    var (series, notes, remarks): ([(sheet: String, series: CountSeries)], [String], [String]) = ([], [], [])
    for page in workbook.pages {
      guard let (heading, date) = Self.heading(page) else {
        remarks.append("\(workbook.name), sheet \(page.name): it holds words and no series")
        continue
      }
      let table = workbook.table(page, heading: heading)
      for (column, name) in table.heading.enumerated() where column != date && !name.isEmpty {
        if Sheet.plain(name).hasPrefix("note") {
          notes += table.rows.enumerated().compactMap { index, row in
            column < row.count && !row[column].isEmpty
              ? "\(page.name), row \(table.rowNumber(index)): \(row[column])" : nil
          }
          continue
        }
        let reading = try SeriesReading(table, dateColumn: table.heading[date], valueColumn: name, latest: latest)
        series.append((page.name, reading.series))
        remarks += reading.remarks.map { "\(name): \($0)" }
      }
    }
    guard !series.isEmpty else {
      throw OutlookError(place: workbook.name, reason: "no sheet has a column of dates beside columns of counts")
    }
    (self.series, self.notes, self.remarks) = (series, notes, remarks)
  }

  /// The row of the heading and its column of dates: a row of words above a date.
  private static func heading(_ page: Workbook.Page) -> (row: Int, date: Int)? {
    for (index, row) in page.rows.prefix(60).enumerated() where index + 1 < page.rows.count {
      let next = page.rows[index + 1]
      let date = row.cells.indices.first { column in
        !row.cells[column].isEmpty && CalendarDay(text: row.cells[column]) == nil && column < next.cells.count
          && CalendarDay(text: next.cells[column]) != nil
      }
      if let date, row.cells.count >= 2 { return (index, date) }
    }
    return nil
  }
}
