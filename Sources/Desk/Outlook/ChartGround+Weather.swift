import Operations
import Outlook

/// What came against what the weather and the season of each day usually bring.
extension ChartGround {
  /// The weather-normalised index; nil without weather beside the series, or with less than a year of it.
  func againstWeather(_ answer: OutlookAnswer) -> Chart? {
    let index = answer.weatherIndex
    let known = index.compactMap { $0 }.sorted()
    guard let last = index.lastIndex(where: { $0 != nil }), let value = index[last] else { return nil }
    let rows = index.indices.dropFirst(OutlookAnswer.weatherDays - 1).map { place in
      [.text(answer.counts.day(place).description), Chart.Cell(index[place]), .number(100)]
    }
    let words = [
      "day": answer.counts.day(last).description, "value": strings.figure(value),
      "low": strings.figure(known[known.count / 10]),
      "high": strings.figure(known[known.count - 1 - known.count / 10]),
    ]
    return Chart(
      name: ChartName.weather.rawValue, address: address(.weather),
      title: strings("chart.weather.title", ["series": series.title]),
      caption: strings("chart.weather.caption", words) + " " + source,
      notes: [caveat(.weatherNormalised), strings["chart.weather.interval"]] + notes,
      columns: [
        .init(name: strings["chart.column.\(series.period.rawValue)"], isText: true),
        .init(name: strings["chart.weather.value"], decimals: 0),
        .init(name: strings["chart.weather.usual"], decimals: 0),
      ], rows: rows, vertical: strings["chart.weather.value"],
      marks: [
        .init(column: 2, shape: .line, colour: "edge", isDashed: true),
        .init(column: 1, shape: .line, colour: "craft-passenger"),
      ])
  }
}

extension [StatisticSeries.Measure: StatisticRelease] {
  /// The wind and the waves of each day among these, with the releases that they are from; nil when there are none.
  func weather(_ series: StatisticSeries) -> (days: DayWeather, releases: [StatisticRelease])? {
    let measures: [StatisticSeries.Measure] = [.wind, .waves]
    let found = measures.compactMap { measure -> (String, StatisticRelease, CountSeries)? in
      guard let release = self[measure], release.parts.count == 1, let days = release.counts(series) else { return nil }
      return (measure.rawValue, release, days)
    }
    guard series.period == .day, let first = found.map(\.2.first).min(), let last = found.map(\.2.last).max() else {
      return nil
    }
    let days = (0...(last.number - first.number)).map { place in
      found.map { _, _, days in
        let index = days.index(first.advanced(byDays: place))
        return days.figures.indices.contains(index) ? days.figures[index].number : nil
      }
    }
    return (DayWeather(names: found.map(\.0), first: first, days: days), found.map(\.1))
  }
}
