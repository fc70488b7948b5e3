/// Published counts by breakdowns such as route, nationality and month, as Eurostat, UNHCR, Frontex and the Home
/// Office give them.
///
/// Breakdowns are published aggregates only. A table with a row about a person has no place here and is refused.
public struct FlowTable: Equatable, Sendable {
  /// One published cell.
  public struct Cell: Equatable, Sendable {
    /// The values of the breakdowns, in the order of `breakdowns`.
    public let keys: [String]
    /// The first day of its period, or the day that the table gives.
    public let day: CalendarDay
    /// The figure.
    public let figure: Figure
  }

  /// What the table is called.
  public let name: String
  /// The names of the breakdowns.
  public let breakdowns: [String]
  /// The cells in the order of the table.
  public let cells: [Cell]
  /// What was found and how it was handled.
  public let remarks: [String]

  /// Words in a heading that speak of one person.
  private static let personal = [
    "surname", "forename", "first name", "last name", "full name", "date of birth", "birth date", "passport", "phone",
    "email",
    "case reference", "person id", "person_id", "address", "mobile", "fingerprint",
  ]

  /// Reads a long table, with a row for each cell, or a wide one, with a column for each period (Eurostat's
  /// `geo\TIME_PERIOD`).
  /// - Parameters:
  ///   - date: the column of periods of a long table; nil for a wide one.
  ///   - value: the column of counts of a long table; nil for a wide one.
  ///   - latest: the last date that can be meant.
  /// - Throws: `OutlookError` with the row of a cell that cannot be read or that stands twice with two values, or when
  ///   the heading speaks
  ///   of persons.
  public init(_ sheet: Sheet, date: String?, value: String?, latest: CalendarDay? = nil) throws(OutlookError) {
    if let found = sheet.heading.first(where: { name in Self.personal.contains { Sheet.plain(name).contains($0) } }) {
      throw OutlookError(
        place: sheet.name, reason: "column \"\(found)\" is about a person; only published counts are taken")
    }
    name = sheet.name
    var remarks: [String] = []
    let read =
      try date != nil || value != nil
      ? Self.long(sheet, date ?? "date", value ?? "value") : Self.wide(sheet)
    if let latest, let late = read.cells.first(where: { $0.cell.day > latest }) {
      throw OutlookError(place: "\(sheet.name), row \(late.row)", reason: "\(late.cell.day) lies after \(latest)")
    }
    var seen: [String: (row: Int, figure: Figure)] = [:]
    var kept: [Cell] = []
    for (row, cell) in read.cells {
      let key = (cell.keys + ["\(cell.day)"]).joined(separator: "\u{1F}")
      if let other = seen[key] {
        guard other.figure == cell.figure else {
          throw OutlookError(
            place: "\(sheet.name), row \(row)", reason: "its cell stands in row \(other.row) with another value")
        }
        remarks.append("\(sheet.name), row \(row): it repeats row \(other.row); it counts once")
        continue
      }
      seen[key] = (row, cell.figure)
      kept.append(cell)
    }
    breakdowns = read.breakdowns
    let totals = TotalsAmongParts.find(kept, breakdowns: read.breakdowns)
    for total in totals {
      remarks.append(
        "\(sheet.name): \"\(total.value)\" of \(read.breakdowns[total.breakdown]) is the sum of the others; "
          + "it is left out of the parts"
      )
    }
    cells = kept.filter { cell in !totals.contains { cell.keys[$0.breakdown] == $0.value } }
    self.remarks = remarks
  }

  /// The counts summed over all breakdowns but the named ones; a sum with an unknown part is not available.
  public func summed(by kept: [String]) -> [(keys: [String], day: CalendarDay, figure: Figure)] {
    let places = kept.compactMap { name in breakdowns.firstIndex { Sheet.plain($0) == Sheet.plain(name) } }
    var sums: [String: (keys: [String], day: CalendarDay, figure: Figure)] = [:]
    for cell in cells {
      let keys = places.map { cell.keys[$0] }
      let key = (keys + ["\(cell.day)"]).joined(separator: "\u{1F}")
      let figure: Figure
      switch (sums[key]?.figure, cell.figure) {
      case (nil, let own): figure = own
      case (.known(let sum), .known(let own)): figure = .known(sum + own)
      default: figure = .notAvailable
      }
      sums[key] = (keys, cell.day, figure)
    }
    return sums.values.sorted {
      ($0.day, $0.keys.joined(separator: "\u{1F}")) < ($1.day, $1.keys.joined(separator: "\u{1F}"))
    }
  }

  private typealias Reading = (breakdowns: [String], cells: [(row: Int, cell: Cell)])

  private static func long(_ sheet: Sheet, _ date: String, _ value: String) throws(OutlookError) -> Reading {
    let (dates, values) = (try sheet.column(date), try sheet.column(value))
    // Year and quarter say again what the date says.
    let breakdowns = sheet.heading.indices.filter {
      $0 != dates && $0 != values && !["year", "quarter", "month"].contains(Sheet.plain(sheet.heading[$0]))
    }
    var cells: [(row: Int, cell: Cell)] = []
    for (index, row) in sheet.rows.enumerated() where !row.allSatisfy(\.isEmpty) {
      let place = "\(sheet.name), row \(sheet.rowNumber(index))"
      guard dates < row.count, let day = CalendarDay(text: row[dates]) else {
        throw OutlookError(place: place, reason: "it has no date such as 2023-06-02 or 2023-Q2")
      }
      guard let figure = Figure(text: values < row.count ? row[values] : "") else {
        throw OutlookError(place: place, reason: "\"\(row[values].prefix(40))\" is no count")
      }
      let keys = breakdowns.map { $0 < row.count ? row[$0] : "" }
      cells.append((sheet.rowNumber(index), Cell(keys: keys, day: day, figure: figure)))
    }
    return (breakdowns.map { sheet.heading[$0] }, cells)
  }

  private static func wide(_ sheet: Sheet) throws(OutlookError) -> Reading {
    let periods = sheet.heading.indices.compactMap { index in
      CalendarDay(text: sheet.heading[index]).map { (index, $0) }
    }
    guard let first = periods.first?.0, first > 0, periods.count == sheet.heading.count - first else {
      throw OutlookError(
        place: sheet.name, reason: "it has no columns of periods such as 2023-01 behind its breakdowns")
    }
    // Eurostat packs the breakdowns into one cell, with commas between them and the time behind a backslash.
    let names = sheet.heading[..<first].joined(separator: ",").split(separator: "\\")[0].split(separator: ",").map(
      String.init)
    var cells: [(row: Int, cell: Cell)] = []
    for (index, row) in sheet.rows.enumerated() where !row.allSatisfy(\.isEmpty) {
      let keys = row.prefix(first).joined(separator: ",").split(separator: ",", omittingEmptySubsequences: false).map(
        String.init)
      let place = "\(sheet.name), row \(sheet.rowNumber(index))"
      guard keys.count == names.count else {
        throw OutlookError(place: place, reason: "it has \(keys.count) breakdowns under a heading of \(names.count)")
      }
      for (column, day) in periods {
        guard let figure = Figure(text: column < row.count ? row[column] : "") else {
          throw OutlookError(place: place, reason: "\"\(row[column].prefix(40))\" is no count")
        }
        cells.append((sheet.rowNumber(index), Cell(keys: keys, day: day, figure: figure)))
      }
    }
    return (names, cells)
  }
}
