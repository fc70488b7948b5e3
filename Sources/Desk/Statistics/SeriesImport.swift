import Operations
import Outlook

/// What an uploaded table becomes: a series with its release for each column that is understood, and remarks.
struct SeriesImport: Sendable {
  /// What the form says of the file as a whole.
  struct Words: Sendable {
    /// How the names in addresses begin.
    var prefix: String
    var place: String
    var route: StatisticSeries.Route?
    var source: String
    var released: StatisticDay
    var finalThrough: StatisticDay?
    var note: String
    var countsDetections: Bool
    var fileHash: String
  }

  /// The columns of a table with breakdowns.
  struct Breakdown: Sendable {
    var date: String
    var value: String
    var measure: StatisticSeries.Measure
    /// The column by which parts are told apart, and what it is; nil for the total alone.
    var column: String?
    var dimension: StatisticSeries.Dimension?
  }

  private(set) var found: [(series: StatisticSeries, release: StatisticRelease)] = []
  private(set) var remarks: [String] = []

  /// Reads a workbook or table with a column of dates and columns of counts, or one with breakdowns.
  /// - Throws: `OutlookError` with the row of what cannot be taken.
  init(_ file: UploadedForm.File, _ words: Words, _ breakdown: Breakdown?, today: CalendarDay) throws {
    let workbook =
      ZipArchive.isArchive(file.bytes)
      ? try Workbook(file.bytes, name: file.name) : Workbook(try CommaText.read(file.bytes, name: file.name))
    if let breakdown {
      let sheet = try workbook.sheet(columns: [breakdown.date, breakdown.value])
      try take(FlowTable(sheet, date: breakdown.date, value: breakdown.value, latest: today), breakdown, words)
    } else {
      try take(PublishedWorkbook(workbook, latest: today), words)
    }
  }

  private mutating func take(_ workbook: PublishedWorkbook, _ words: Words) throws {
    remarks += workbook.remarks + workbook.notes
    var taken: Set<String> = []
    for (sheet, counts) in workbook.series {
      guard let measure = StatisticSeries.Measure(heading: counts.name), let period = counts.period.kept,
        let first = StatisticDay(counts.first.description)
      else {
        remarks.append("\(sheet): \"\(counts.name)\" is no column that is kept here; it was left aside")
        continue
      }
      let id = "\(words.prefix)-\(period.rawValue)-\(measure.slug)"
      guard taken.insert(id).inserted else {
        remarks.append("\(sheet): \"\(counts.name)\" counts the same as a column before it; it was left aside")
        continue
      }
      let series = StatisticSeries(
        id: id, title: "\(words.place): \(counts.name) (\(period.rawValue))", measure: measure, period: period,
        place: words.place, route: words.route, countsDetections: words.countsDetections)
      found.append((series, release(id, first, [.init(figures: counts.figures.map(StatisticFigure.init))], words)))
    }
  }

  private mutating func take(_ table: FlowTable, _ breakdown: Breakdown, _ words: Words) throws {
    remarks += table.remarks
    let sums = table.summed(by: breakdown.column.map { [$0] } ?? [])
    let days = Set(sums.map(\.day)).sorted()
    guard let first = days.first, let start = StatisticDay(first.description), let period = StatisticSeries.Period(days)
    else {
      throw OutlookError(place: table.name, reason: "its dates follow no day, week, month, quarter or year")
    }
    var places: [CalendarDay: Int] = [:]
    var index = 0
    for day in days {
      while period.day(start, plus: index).text < day.description, index < OutlookLimits.periods { index += 1 }
      guard period.day(start, plus: index).text == day.description else {
        throw OutlookError(place: table.name, reason: "\(day) is no \(period.rawValue) counted from \(first)")
      }
      places[day] = index
    }
    var parts: [String: [StatisticFigure]] = [:]
    for (keys, day, figure) in sums {
      let label = keys.first ?? ""
      parts[label, default: Array(repeating: .blank, count: index + 1)][places[day] ?? 0] = StatisticFigure(figure)
    }
    let id =
      "\(words.prefix)-\(period.rawValue)-\(breakdown.measure.slug)"
      + (breakdown.dimension.map { "-by-\($0.slug)" } ?? "")
    let series = StatisticSeries(
      id: id, title: "\(words.place): \(breakdown.value)" + (breakdown.column.map { ", \($0)" } ?? ""),
      measure: breakdown.measure, period: period, place: words.place, route: words.route,
      dimension: breakdown.column == nil ? nil : breakdown.dimension, countsDetections: words.countsDetections)
    let labelled = parts.sorted { $0.key < $1.key }.map { StatisticRelease.Part(label: $0.key, figures: $0.value) }
    found.append((series, release(id, start, labelled, words)))
  }

  private func release(
    _ id: String, _ first: StatisticDay, _ parts: [StatisticRelease.Part], _ words: Words
  ) -> StatisticRelease {
    StatisticRelease(
      series: id, released: words.released, source: words.source, first: first, parts: parts,
      finalThrough: words.finalThrough, note: words.note, fileHash: words.fileHash)
  }
}

extension StatisticFigure {
  /// A cell as the engine read it.
  init(_ figure: Figure) {
    switch figure {
    case .known(let number): self = .number(number)
    case .notAvailable: self = .notAvailable
    case .blank: self = .blank
    }
  }
}

extension Period {
  /// The same as the series are kept.
  var kept: StatisticSeries.Period? { StatisticSeries.Period(rawValue: rawValue) }
}

extension StatisticSeries.Period {
  /// What the steps between days speak of.
  init?(_ days: [CalendarDay]) {
    if let period = Period.between(days)?.kept {
      self = period
    } else {
      let steps = zip(days, days.dropFirst()).map { $1.number - $0.number }.sorted()
      guard !steps.isEmpty, (365...366).contains(steps[steps.count / 2]) else { return nil }
      self = .year
    }
  }
}

extension StatisticSeries.Dimension {
  /// Its name in addresses.
  var slug: String { self == .ageGroup ? "age-group" : rawValue }
}

extension StatisticSeries.Measure {
  /// Its name in addresses.
  var slug: String {
    rawValue.reduce(into: "") { text, letter in text += letter.isUppercase ? "-\(letter.lowercased())" : String(letter)
    }
  }

  /// What a published heading counts; nil for what is not kept here.
  init?(heading: String) {
    let words = heading.lowercased()
    let known: [(all: [String], measure: StatisticSeries.Measure)] = [
      (["uncontrolled"], .uncontrolledLandings), (["prevent", "events"], .preventionEvents),
      (["prevent"], .peoplePrevented), (["boat"], .craft), (["craft"], .craft), (["dead"], .deathsAndMissing),
      (["missing"], .deathsAndMissing), (["return"], .returns), (["work in progress"], .workInProgress),
      (["awaiting"], .workInProgress), (["claim"], .claims), (["application"], .claims), (["decision"], .decisions),
      (["caseworker"], .caseworkers), (["migrant"], .arrivals), (["people"], .arrivals), (["arrival"], .arrivals),
      (["detection"], .arrivals), (["wind"], .wind), (["wave"], .waves),
    ]
    guard let found = known.first(where: { $0.all.allSatisfy(words.contains) }) else { return nil }
    self = found.measure
  }
}
