import Operations

extension ChartGround {
  /// The most releases and periods of the triangle.
  private static let mostReleases = 8
  private static let mostPeriods = 28

  /// The newest periods as each release had them: along a row one sees what was known when.
  var revisions: Chart? {
    guard releases.count > 1, newest.parts.count == 1 else { return nil }
    let shown = releases.suffix(Self.mostReleases)
    let known = shown.map { release in
      Dictionary(
        uniqueKeysWithValues: zip(
          release.parts[0].figures.indices.map { series.period.day(release.first, plus: $0) }, release.parts[0].figures)
      )
    }
    // Periods that some release changed come first into the table; then the newest fill it.
    let changed = days.filter { day in Set(known.compactMap { $0[day] }).count > 1 }
    let periods = Set(changed.suffix(Self.mostPeriods / 2) + days.suffix(Self.mostPeriods / 2)).sorted()
    let rows = periods.map { day in
      [Chart.Cell.text(day.text)]
        + known.map { figures in
          figures[day].map { $0.number.map { .number($0) } ?? .missing($0.text) } ?? .missing(strings["chart.notYet"])
        }
    }
    let caption = strings(
      "chart.revisions.caption",
      [
        "releases": strings.figure(Double(releases.count)), "changed": strings.figure(Double(changed.count)),
        "periods": strings.figure(Double(days.count)),
      ])
    return Chart(
      name: ChartName.revisions.rawValue, address: address(.revisions),
      title: strings("chart.revisions.title", ["series": series.title]), caption: caption, notes: notes,
      columns: [.init(name: strings["chart.column.\(series.period.rawValue)"], isText: true)]
        + shown.map { .init(name: strings("chart.revisions.release", ["day": $0.released.text])) },
      rows: rows, vertical: measure,
      marks: shown.indices.map {
        let index = $0 - shown.startIndex
        return .init(column: index + 1, shape: .dots, colour: Chart.colour(shown.count - 1 - index))
      })
  }
}
