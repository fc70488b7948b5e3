import ArgumentParser
import Foundation
import Outlook

/// `foreland statistics import`: published workbooks and tables to one long table.
struct StatisticsImport: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "import", abstract: "Read published workbooks and tables as they are.",
    discussion: """
      Writes series,date,figure,mark: mark is known, not available, or blank, and none is another. Several workbooks \
      with \
      --published dates are vintages; the revisions triangle goes to --triangle. A table with breakdowns (route, \
      nationality, month) \
      takes --date and --value, or --wide when it has a column for each period; it writes its breakdowns, date, figure, mark.
      """)

  @Argument(help: "ODS workbooks, or tables with commas, semicolons or tabs.")
  var files: [String]
  @Option(help: "The day on which each file was published, in order.")
  var published: [String] = []
  @Option(help: "The column of periods of a table with breakdowns.")
  var date: String?
  @Option(help: "The column of counts of a table with breakdowns.")
  var value: String?
  @Flag(help: "The table has a column for each period, as Eurostat's have.")
  var wide = false
  @Option(help: "Write the revisions of each series here.")
  var triangle: String?
  @Option(help: "Where to write; - is standard output.")
  var out = "-"

  func validate() throws {
    guard published.isEmpty || published.count == files.count else {
      throw ValidationError("Give --published once for each file, or not at all.")
    }
    for day in published where CalendarDay(text: day) == nil {
      throw ValidationError("\(day) is no date such as 2025-09-01.")
    }
    guard triangle == nil || !published.isEmpty else {
      throw ValidationError("--triangle needs --published for each file.")
    }
    guard files.count == 1 || !published.isEmpty else {
      throw ValidationError("Several files need --published for each.")
    }
  }

  func run() throws {
    if date != nil || value != nil || wide { return try breakdowns() }
    var histories: [String: SeriesHistory] = [:]
    var order: [String] = []
    for (index, file) in files.enumerated() {
      let workbook = try workbook(file)
      workbook.remarks.forEach(OutlookFiles.say)
      workbook.notes.forEach(OutlookFiles.say)
      for (sheet, series) in workbook.series {
        let name = "\(sheet): \(series.name)"
        if histories[name] == nil { order.append(name) }
        let day = published.isEmpty ? series.last : CalendarDay(text: published[index]) ?? series.last
        try histories[name, default: SeriesHistory()]
          .take(Release(published: day, series: series, provisionalFrom: nil, definition: series.name))
      }
    }
    var rows: [[String]] = []
    for name in order {
      guard let history = histories[name], let latest = history.releases.last else { continue }
      history.remarks.forEach(OutlookFiles.say)
      for (index, figure) in latest.series.figures.enumerated() {
        rows.append([name, latest.series.day(index).description] + Self.cells(figure))
      }
    }
    try write(["series", "date", "figure", "mark"], rows, out)
    if let triangle { try writeTriangle(order, histories, triangle) }
  }

  private func workbook(_ file: String) throws -> PublishedWorkbook {
    let bytes = try OutlookFiles.bytes(file)
    if ZipArchive.isArchive(bytes) {
      return try PublishedWorkbook(try Workbook(bytes, name: file), latest: OutlookFiles.today)
    }
    return try PublishedWorkbook(Workbook(try CommaText.read(bytes, name: file)), latest: OutlookFiles.today)
  }

  private func breakdowns() throws {
    guard files.count == 1 else { throw ValidationError("A table with breakdowns is read on its own.") }
    let bytes = try OutlookFiles.bytes(files[0])
    let sheet =
      ZipArchive.isArchive(bytes)
      ? try Workbook(bytes, name: files[0]).sheet(columns: [date, value].compactMap { $0 })
      : try CommaText.read(bytes, name: files[0])
    let table = try FlowTable(sheet, date: date, value: value, latest: OutlookFiles.today)
    table.remarks.forEach(OutlookFiles.say)
    try write(
      table.breakdowns + ["date", "figure", "mark"],
      table.cells.map { $0.keys + [$0.day.description] + Self.cells($0.figure) }, out)
  }

  private func writeTriangle(_ order: [String], _ histories: [String: SeriesHistory], _ path: String) throws {
    let days = published.compactMap { CalendarDay(text: $0) }.sorted()
    var rows: [[String]] = []
    for name in order {
      guard let history = histories[name] else { continue }
      let places = days.map { day in history.releases.firstIndex { $0.published == day } }
      for row in history.triangle {
        let cells = places.map { place in place.flatMap { row.figures[$0] }.map { Self.cells($0)[0] } ?? "" }
        rows.append([name, row.day.description] + cells)
      }
      if let revision = history.revision {
        OutlookFiles.say(
          "\(name): \(revision.periods) periods in several releases; "
            + "mean revision \(revision.mean), mean size \(revision.meanSize)"
        )
      }
    }
    try write(["series", "date"] + days.map(\.description), rows, path)
  }

  private func write(_ heading: [String], _ rows: [[String]], _ path: String) throws {
    try OutlookFiles.write(CommaText.write(Sheet(name: path, heading: heading, rows: rows)), path)
  }

  private static func cells(_ figure: Figure) -> [String] {
    switch figure {
    case .known(let number): [number == number.rounded() ? String(format: "%.0f", number) : "\(number)", "known"]
    case .notAvailable: ["", "not available"]
    case .blank: ["", "blank"]
    }
  }
}
