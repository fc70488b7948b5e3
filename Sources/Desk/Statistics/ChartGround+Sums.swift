import Operations
import Outlook

/// Figures that follow from the newest release, each with what it cannot say.
extension ChartGround {
  /// The most years of one drawing.
  private static let mostYears = 8

  /// The newest release as the engine takes it; nil for one with parts.
  private var whole: CountSeries? { newest.parts.count == 1 ? newest.counts(series) : nil }

  /// A caveat of the engine in the reader's language.
  func caveat(_ caveat: DerivedStatistics.Caveat) -> String { strings["chart.caveat.\(caveat)"] }

  /// Each year's running total, on one calendar; from an unknown figure on the year's total is unknown.
  var cumulative: Chart? {
    guard let whole, whole.period == .day, series.measure.addsUp else { return nil }
    var sums: [String: [String: Double]] = [:]
    for (day, sum) in zip(days, DerivedStatistics.cumulativeByYear(whole)) {
      sums[String(day.text.prefix(4)), default: [:]][String(day.text.suffix(5))] = sum
    }
    // A year that the series begins in the middle of has no total from its first of January on.
    if let first = days.first, !first.text.hasSuffix("-01-01") { sums[String(first.text.prefix(4))] = nil }
    let years = Array(sums.keys.sorted().suffix(Self.mostYears))
    guard let last = years.last, let latest = days.last, let leap = StatisticDay("2024-01-01") else { return nil }
    let today = String(latest.text.suffix(5))
    let rows = (0..<366).map { String(leap.advanced(byDays: $0).text.suffix(5)) }.map { day in
      [.text(day)] + years.map { Chart.Cell(sums[$0]?[day]) }
    }
    let before = years.dropLast().last
    let words = [
      "day": latest.text, "total": sums[last]?[today].map { strings.figure($0) } ?? "–", "before": before ?? "–",
      "same": before.flatMap { sums[$0]?[today] }.map { strings.figure($0) } ?? "–",
    ]
    return Chart(
      name: ChartName.cumulative.rawValue, address: address(.cumulative),
      title: strings("chart.cumulative.title", ["series": series.title]),
      caption: strings("chart.cumulative.caption", words) + " " + source, notes: [caveat(.cumulative)] + notes,
      columns: [.init(name: strings["chart.column.day"], isText: true)] + years.map { .init(name: $0) }, rows: rows,
      axis: .category, vertical: measure,
      marks: years.indices.map {
        .init(column: $0 + 1, shape: .line, colour: Chart.colour(years.count - 1 - $0), isDashed: $0 < years.count - 1)
      })
  }

  /// The sum of each day and the six before it; a gap where one of the seven is not known.
  var sevenDays: Chart? {
    guard let whole, whole.period == .day, series.measure.addsUp else { return nil }
    let sums = DerivedStatistics.sevenDayTotals(whole)
    let known = sums.indices.filter { sums[$0] != nil }
    guard let last = known.last, let top = known.max(by: { (sums[$0] ?? 0) < (sums[$1] ?? 0) }) else { return nil }
    let words = [
      "day": days[last].text, "total": strings.figure(sums[last] ?? 0), "topDay": days[top].text,
      "top": strings.figure(sums[top] ?? 0),
    ]
    return line(.sevenDays, sums, words, notes: [caveat(.sevenDays)], decimals: 0)
  }

  /// People a craft; a gap where none came.
  var peopleACraft: Chart? {
    guard series.measure == .arrivals, let whole, let craft = beside[.craft]?.counts(series) else { return nil }
    let values = DerivedStatistics.peopleACraft(people: whole, craft: craft)
    guard let last = values.lastIndex(where: { $0 != nil }) else { return nil }
    let words = ["day": days[last].text, "value": strings.figure(values[last] ?? 0, decimals: 1)]
    return line(.peopleACraft, values, words, notes: [caveat(.peopleACraft)], decimals: 1, shape: .dots)
  }

  /// The share of those prevented among all who set out; with why it says nothing of performance.
  var prevention: Chart? {
    guard series.measure == .arrivals, let whole, let prevented = beside[.peoplePrevented]?.counts(series) else {
      return nil
    }
    let shares = DerivedStatistics.preventionShare(prevented: prevented, arrived: whole)
    // The engine's places are those of the first series that it is given.
    let own = (0..<whole.count).map { index -> Double? in
      let place = prevented.index(whole.day(index))
      return shares.indices.contains(place) ? shares[place].map { 100 * $0 } : nil
    }
    guard let last = own.lastIndex(where: { $0 != nil }) else { return nil }
    let words = ["day": days[last].text, "value": strings.figure(own[last] ?? 0, decimals: 1)]
    return line(.prevention, own, words, notes: [caveat(.preventionShare)], decimals: 1, shape: .dots)
  }

  /// One column along the periods of the release.
  private func line(
    _ name: ChartName, _ values: [Double?], _ words: [String: String], notes first: [String], decimals: Int,
    shape: Chart.Mark.Shape = .line
  ) -> Chart {
    let key = "chart.\(name)"
    return Chart(
      name: name.rawValue, address: address(name), title: strings(key + ".title", ["series": series.title]),
      caption: strings(key + ".caption", words) + " " + source, notes: first + notes,
      columns: [
        .init(name: strings["chart.column.\(series.period.rawValue)"], isText: true),
        .init(name: strings[key + ".value"], decimals: decimals),
      ], rows: zip(days, values).map { [.text($0.text), Chart.Cell($1)] }, vertical: strings[key + ".value"],
      marks: [.init(column: 1, shape: shape, colour: Chart.colour(0))])
  }

  /// One part of a series that has several, as a small chart.
  func chart(of part: StatisticRelease.Part) -> Chart {
    let latest = zip(days, part.figures).reversed().first { $0.1.number != nil }
    let words = [
      "total": strings.figure(part.figures.compactMap(\.number).reduce(0, +)), "day": latest?.0.text ?? "–",
      "last": latest?.1.number.map { strings.figure($0) } ?? "–",
    ]
    return Chart(
      name: "part-\(newest.parts.firstIndex(of: part) ?? 0)", address: address(.part, part: part.label),
      title: part.label, caption: strings("chart.part.caption", words),
      columns: [.init(name: strings["chart.column.\(series.period.rawValue)"], isText: true), .init(name: part.label)],
      rows: zip(days, part.figures).map { [.text($0.text), $1.number.map { .number($0) } ?? .missing($1.text)] },
      vertical: measure, marks: [.init(column: 1, shape: .bar, colour: Chart.colour(0))], isSmall: true)
  }

  /// The parts with the most, as small charts beside each other.
  var smallMultiples: [Chart] {
    guard newest.parts.count > 1 else { return [] }
    func total(_ part: StatisticRelease.Part) -> Double { part.figures.compactMap(\.number).reduce(0, +) }
    let largest = newest.parts.sorted { (total($1), $0.label) < (total($0), $1.label) }.prefix(Self.mostSmall)
    return largest.map { chart(of: $0) }
  }

  /// The most small charts of a page.
  static let mostSmall = 12
}
