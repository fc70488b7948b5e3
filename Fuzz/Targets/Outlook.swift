import Outlook

extension FuzzTarget {
  /// Tables of text with a series in them.
  static let countTable = FuzzTarget(name: "count-table") { bytes in
    guard let table = try? CommaText.read(Array(bytes), name: "fuzz") else { return }
    let again = try? CommaText.read(Array(CommaText.write(table).utf8), name: "fuzz")
    demand(again == nil || again?.heading.count == table.heading.count, "a heading is read back as it was")
    guard table.heading.count >= 2,
      let reading = try? SeriesReading(table, dateColumn: table.heading[0], valueColumn: table.heading[1])
    else { return }
    demand(reading.series.count > 0, "a series that is read has a period")
    demand(reading.series.values.allSatisfy { ($0 ?? 0) >= 0 }, "no count is negative")
  }

  /// Workbooks with their archive and markup.
  static let workbook = FuzzTarget(name: "workbook") { bytes in
    guard let workbook = try? Workbook(Array(bytes), name: "fuzz") else { return }
    demand(!workbook.pages.isEmpty, "a workbook that is read has a sheet")
    _ = try? PublishedWorkbook(workbook)
  }
}
