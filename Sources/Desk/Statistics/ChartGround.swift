import Foundation
import Geodesy
import Operations
import Outlook

/// What the charts of a series are made from: its vintages as known at a moment, and the series beside it.
struct ChartGround: Sendable {
  var series: StatisticSeries
  /// Its vintages, oldest first; there is one at least.
  var releases: [StatisticRelease]
  /// The newest vintages of the series of the same place, route and period, by what they count.
  var beside: [StatisticSeries.Measure: StatisticRelease]
  /// The past moment that is looked at; nil for now.
  var moment: Instant?
  var strings: Strings
  /// Where forecasts and warnings are computed and kept.
  var engine: OutlookEngine

  /// Its newest vintage.
  var newest: StatisticRelease { releases[releases.count - 1] }

  /// A chart by its name, nil when the series has none of that kind.
  /// - Parameter part: the label of the part that it is of, where the series has several.
  func chart(_ name: ChartName, part: String? = nil) async throws -> Chart? {
    switch name {
    case .published: published
    case .cumulative: cumulative
    case .sevenDays: sevenDays
    case .peopleACraft: peopleACraft
    case .prevention: prevention
    case .part: part.flatMap { label in newest.parts.first { $0.label == label } }.map { chart(of: $0) }
    case .revisions: revisions
    case .forecast: try await answer(.ahead).flatMap(forecast)
    case .weather: try await answer(.againstWeather).flatMap(againstWeather)
    case .reliability: try await answer(.ahead).flatMap(reliability)
    case .scoreboard: try await answer(.ahead).flatMap(scoreboard)
    case .warnings: try await answer(.news).flatMap(warnings)
    case .backlog: backlog
    }
  }

  /// The charts of a page, without those that the series has none of.
  func charts(_ names: [ChartName]) async throws -> [Chart] {
    var charts: [Chart] = []
    for name in names {
      if let chart = try await chart(name) { charts.append(chart) }
    }
    return charts
  }

  /// What the engine makes of the newest vintage; nil when it is of several parts or by the year.
  func answer(_ question: OutlookAnswer.Question) async throws -> OutlookAnswer? {
    guard newest.parts.count == 1, let counts = newest.counts(series) else { return nil }
    let weather = question == .againstWeather ? beside.weather(series) : nil
    return try await engine.answer(
      question, of: counts, weather?.days,
      key: ([newest] + (weather?.releases ?? [])).map(\.engineKey).joined(separator: " "))
  }

  /// The address of a chart's values.
  func address(_ name: ChartName, part: String? = nil) -> String {
    var address = "/api/charts/\(name.rawValue)?series=\(series.id)"
    if let part { address += "&part=\(part.addressed)" }
    if let moment { address += "&at=\(moment.iso8601.addressed)" }
    return address
  }

  /// What is counted, in words.
  var measure: String { strings["chart.measure.\(series.measure.rawValue)"] }

  /// What has to be known of the series to read any chart of it right.
  var notes: [String] {
    var notes: [String] = []
    if series.countsDetections { notes.append(strings["chart.detections"]) }
    if newest.exercise { notes.append(strings["chart.exercise"]) }
    if let final = newest.finalThrough {
      notes.append(strings("chart.finalThrough", ["day": final.text]))
    } else {
      notes.append(strings["chart.provisional"])
    }
    if !newest.note.isEmpty { notes.append(strings("chart.sourceSays", ["note": newest.note])) }
    return notes
  }

  /// Where the figures are from, for the end of a caption.
  var source: String { strings("chart.source", ["source": newest.source, "day": newest.released.text]) }
}

extension StatisticRelease {
  /// What tells it from every other release.
  fileprivate var engineKey: String { "\(series) \(released.text) \(fileHash ?? "")" }

  /// A part as the engine takes it; nil for yearly figures, which are too few for it.
  func counts(_ series: StatisticSeries, part: Int = 0) -> CountSeries? {
    guard parts.indices.contains(part), let period = Period(rawValue: series.period.rawValue),
      let first = CalendarDay(text: first.text)
    else { return nil }
    let figures = parts[part].figures.map { figure -> Figure in
      switch figure {
      case .number(let number): .known(number)
      case .notAvailable: .notAvailable
      case .blank: .blank
      }
    }
    return CountSeries(name: series.title, period: period, first: first, figures: figures)
  }
}

extension String {
  /// The text as a value in an address.
  var addressed: String { addingPercentEncoding(withAllowedCharacters: .alphanumerics) ?? "" }
}
