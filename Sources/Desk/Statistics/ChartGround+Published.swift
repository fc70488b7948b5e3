import Geodesy
import Operations

extension ChartGround {
  /// Every figure as the newest release has it: a dash where the source has none, nothing where a cell is empty.
  var published: Chart {
    let parts = newest.parts
    let measure = strings["chart.measure.\(series.measure.rawValue)"]
    let columns =
      [Chart.Column(name: strings["chart.column.\(series.period.rawValue)"], isText: true)]
      + parts.map { Chart.Column(name: $0.label.isEmpty ? measure : $0.label) }
      + [Chart.Column(name: strings["chart.column.state"], isText: true)]
    let days = days
    let rows = days.indices.map { index -> [Chart.Cell] in
      [.text(days[index].text)] + parts.map { cell($0.figures[index]) } + [.text(state(of: days[index]))]
    }
    let isBar = parts.count == 1 && series.period != .day
    return Chart(
      name: ChartName.published.rawValue, address: address(.published),
      title: strings("chart.published.title", ["series": series.title]), caption: publishedCaption, notes: notes,
      columns: columns, rows: rows, vertical: measure,
      marks: parts.indices.prefix(Self.mostLines).map {
        Chart.Mark(column: $0 + 1, shape: isBar ? .bar : .line, colour: Chart.colour($0))
      })
  }

  /// The most lines of one drawing; the table has every part.
  static let mostLines = 8

  /// The first day of each period.
  var days: [StatisticDay] {
    let count = newest.parts.first?.figures.count ?? 0
    return (0..<count).map { series.period.day(newest.first, plus: $0) }
  }

  private func state(of day: StatisticDay) -> String {
    let isFinal = newest.finalThrough.map { day <= $0 } ?? false
    return strings[isFinal ? "chart.final" : "chart.provisional.mark"]
  }

  private func cell(_ figure: StatisticFigure) -> Chart.Cell {
    figure.number.map { .number($0) } ?? .missing(figure.text)
  }

  private var publishedCaption: String {
    let figures = newest.parts.flatMap(\.figures)
    let known = figures.compactMap(\.number)
    let arguments = [
      "from": days.first?.text ?? "", "to": days.last?.text ?? "", "known": strings.figure(Double(known.count)),
      "zero": strings.figure(Double(known.count { $0 == 0 })),
      "missing": strings.figure(Double(figures.count { $0 == .notAvailable })),
      "blank": strings.figure(Double(figures.count { $0 == .blank })), "total": strings.figure(known.reduce(0, +)),
      "last": known.last.map { strings.figure($0) } ?? "–",
    ]
    let key = series.measure.addsUp ? "chart.published.caption" : "chart.published.stock"
    return strings(key, arguments) + " " + source
  }
}

extension StatisticSeries.Period {
  /// The first day of the period that lies a number of periods behind one that begins on this day.
  ///
  /// A series that is dated by the last days of its months stays at last days.
  func day(_ first: StatisticDay, plus periods: Int) -> StatisticDay {
    switch self {
    case .day: return first.advanced(byDays: periods)
    case .week: return first.advanced(byDays: 7 * periods)
    case .month: return first.advanced(byMonths: periods)
    case .quarter: return first.advanced(byMonths: 3 * periods)
    case .year: return first.advanced(byMonths: 12 * periods)
    }
  }
}

extension Strings {
  /// A number for people: groups of three digits, by the language's way.
  func figure(_ number: Double, decimals: Int = 0) -> String {
    let plain = number.plain(decimals: decimals)
    let halves = plain.split(separator: ".")
    guard let whole = halves.first else { return plain }
    let digits = whole.drop { $0 == "-" }
    let separator = language == .french ? "\u{202F}" : ","
    let grouped = digits.indices.reduce(into: "") { text, index in
      let left = digits.distance(from: index, to: digits.endIndex)
      if !text.isEmpty, left % 3 == 0 { text += separator }
      text.append(digits[index])
    }
    let rest = halves.count > 1 ? (language == .french ? "," : ".") + halves[1] : ""
    return (plain.hasPrefix("-") ? "−" : "") + grouped + rest
  }
}
