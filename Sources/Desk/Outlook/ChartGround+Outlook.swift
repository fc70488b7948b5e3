import Operations
import Outlook

/// The charts of the outlook: the periods ahead, how such outlooks fared before, and what is news.
extension ChartGround {
  /// How many periods before the outlook are drawn with it.
  private static let periodsBefore = 56

  /// The periods ahead with their spread, behind the newest that came.
  func forecast(_ answer: OutlookAnswer) -> Chart? {
    let quantiles: [(Double) -> Double] =
      answer.days.map { $0.days.map { day in { day.quantile($0) } } }
      ?? answer.periods.map { $0.periods.map { period in { period.quantile($0) } } } ?? []
    guard !quantiles.isEmpty else { return nil }
    let counts = answer.counts
    let levels = [0.5, 0.025, 0.975, 0.1, 0.9, 0.25, 0.75]
    let past = (max(counts.count - Self.periodsBefore, 0)..<counts.count).map { index in
      [.text(counts.day(index).description), Chart.Cell(counts.values[index])] + levels.map { _ in .missing("") }
    }
    let ahead = quantiles.enumerated().map { index, quantile in
      [.text(counts.day(counts.count + index).description), .missing("")] + levels.map { Chart.Cell(quantile($0)) }
    }
    let names =
      ["chart.forecast.came", "chart.forecast.median"].map { strings[$0] } + [
        "2.5 %", "97.5 %", "10 %", "90 %", "25 %", "75 %",
      ]
    let total =
      answer.days.map { day in { day.totalQuantile($0) } }
      ?? answer.periods.map { period in { period.totalQuantile($0) } }
    let words = [
      "from": counts.day(counts.count).description, "periods": "\(quantiles.count)",
      "median": strings.figure(total?(0.5) ?? 0), "low": strings.figure(total?(0.1) ?? 0),
      "high": strings.figure(total?(0.9) ?? 0),
    ]
    return Chart(
      name: ChartName.forecast.rawValue, address: address(.forecast),
      title: strings("chart.forecast.title", ["series": series.title]),
      caption: strings("chart.forecast.caption", words) + " " + source, notes: sayings(answer) + notes,
      columns: [.init(name: strings["chart.column.\(series.period.rawValue)"], isText: true)]
        + names.map { .init(name: $0) },
      rows: past + ahead, vertical: measure,
      marks: [
        .init(column: 3, shape: .band, colour: "craft-passenger", upper: 4),
        .init(column: 5, shape: .band, colour: "craft-passenger", upper: 6),
        .init(column: 7, shape: .band, colour: "craft-passenger", upper: 8),
        .init(column: 2, shape: .line, colour: "craft-passenger", isDashed: true),
        .init(column: 1, shape: .line, colour: "craft-fishing"),
      ])
  }

  /// What has to be said beside the periods ahead.
  private func sayings(_ answer: OutlookAnswer) -> [String] {
    answer.remarks.map { strings.words($0) } + (answer.refusal.map { [$0.description] } ?? [])
  }

  /// Chances that were given, and how often something came on such days.
  func reliability(_ answer: OutlookAnswer) -> Chart? {
    guard let score = answer.scoreboard?.combined else { return nil }
    let bins = score.reliability.bins.filter { $0.days > 0 }
    guard !bins.isEmpty else { return nil }
    let rows = bins.map { bin in
      let chance = (bin.meanChance ?? 0) * 100
      return [Chart.Cell.number(chance), .number((bin.share ?? 0) * 100), .number(chance), .number(Double(bin.days))]
    }
    let words = [
      "days": strings.figure(Double(bins.reduce(0) { $0 + $1.days })),
      "brier": strings.figure(score.brier ?? 0, decimals: 3),
    ]
    return Chart(
      name: ChartName.reliability.rawValue, address: address(.reliability),
      title: strings("chart.reliability.title", ["series": series.title]),
      caption: strings("chart.reliability.caption", words), notes: notes,
      columns: [
        .init(name: strings["chart.reliability.given"]), .init(name: strings["chart.reliability.came"]),
        .init(name: strings["chart.reliability.perfect"]), .init(name: strings["chart.reliability.days"]),
      ], rows: rows, axis: .number, vertical: strings["chart.reliability.came"],
      marks: [
        .init(column: 2, shape: .line, colour: "edge", isDashed: true),
        .init(column: 1, shape: .dots, colour: "craft-passenger"),
      ])
  }

  /// Each way to forecast by how far it was off, the best first, whoever it is.
  func scoreboard(_ answer: OutlookAnswer) -> Chart? {
    guard let board = answer.scoreboard else { return nil }
    let scores = ([board.combined] + board.others).filter { $0.score(firstDays: 28) != nil }
      .sorted { ($0.score(firstDays: 28) ?? 0) < ($1.score(firstDays: 28) ?? 0) }
    guard let best = scores.first else { return nil }
    let rows = scores.map { score in
      [
        Chart.Cell.text(name(score.name)), Chart.Cell(score.score(firstDays: 28)), Chart.Cell(score.brier),
        Chart.Cell(score.scaledError), Chart.Cell(score.totalWeightedError),
        .text("\(score.totalsCovered)/\(score.totals)"),
      ]
    }
    let wins = best.name == board.combined.name
    let place = (scores.firstIndex { $0.name == board.combined.name } ?? 0) + 1
    let words = [
      "origins": "\(board.forecasts.count)", "best": name(best.name), "place": "\(place)", "all": "\(scores.count)",
    ]
    return Chart(
      name: ChartName.scoreboard.rawValue, address: address(.scoreboard),
      title: strings("chart.scoreboard.title", ["series": series.title]),
      caption: strings(wins ? "chart.scoreboard.wins" : "chart.scoreboard.loses", words),
      notes: [strings["chart.scoreboard.note"]] + notes,
      columns: [
        .init(name: strings["chart.scoreboard.way"], isText: true), .init(name: "CRPS", decimals: 1),
        .init(name: "Brier", decimals: 3), .init(name: "MASE", decimals: 2), .init(name: "WAPE", decimals: 2),
        .init(name: strings["chart.scoreboard.covered"], isText: true),
      ], rows: rows, axis: .category, vertical: "CRPS",
      marks: [.init(column: 1, shape: .bar, colour: "craft-passenger")])
  }

  private func name(_ way: String) -> String {
    let key = "chart.way." + way.filter { $0.isLetter || $0.isNumber }
    return strings.has(key) ? strings[key] : way
  }

  /// What was expected, what came, and above what it would be news.
  func warnings(_ answer: OutlookAnswer) -> Chart? {
    guard let watch = answer.watch else { return nil }
    let shown = watch.periods.suffix(156)
    let alarms = watch.periods.filter { $0.alarm != nil }
    let rows = shown.map { period in
      [
        .text(period.day.description), Chart.Cell(period.expected), Chart.Cell(period.upper),
        Chart.Cell(period.observed),
        period.alarm == nil ? .missing("") : Chart.Cell(period.observed),
      ]
    }
    let words = [
      "alarms": "\(alarms.count)", "periods": "\(watch.periods.count)", "last": alarms.last?.day.description ?? "–",
      "rate": strings.figure(OutlookAnswer.falseAlarmsPerYear),
    ]
    return Chart(
      name: ChartName.warnings.rawValue, address: address(.warnings),
      title: strings("chart.warnings.title", ["series": series.title]),
      caption: strings(alarms.isEmpty ? "chart.warnings.none" : "chart.warnings.caption", words) + " " + source,
      notes: watch.remarks.map { strings.words($0) } + notes,
      columns: [.init(name: strings["chart.column.week"], isText: true)]
        + ["expected", "upper", "came", "alarm"].map { .init(name: strings["chart.warnings.\($0)"]) },
      rows: rows, vertical: measure,
      marks: [
        .init(column: 1, shape: .line, colour: "muted", isDashed: true),
        .init(column: 2, shape: .line, colour: "craft-fishing"),
        .init(column: 3, shape: .line, colour: "craft-passenger"), .init(column: 4, shape: .dots, colour: "strong"),
      ])
  }

  /// Cases in progress as published.
  var backlog: Chart? {
    guard series.measure == .workInProgress, newest.parts.count == 1 else { return nil }
    var chart = published
    (chart.name, chart.address) = (ChartName.backlog.rawValue, address(.backlog))
    chart.marks = [.init(column: 1, shape: .bar, colour: Chart.colour(0))]
    return chart
  }
}
