import Operations
import Outlook

/// The early-warning board: the series that are watched, their alarms, how late each came and how often it is false.
struct WarningsPageView {
  /// The most series that one page watches.
  static let mostSeries = 24
  /// What is worth watching: what moves, not what is filed.
  static let watched: Set<StatisticSeries.Measure> = [
    .arrivals, .craft, .uncontrolledLandings, .peoplePrevented, .preventionEvents, .deathsAndMissing, .claims,
  ]

  struct Board: Sendable {
    var ground: ChartGround
    var answer: OutlookAnswer
    var chart: Chart
  }

  var frame: Frame
  var boards: [Board]

  private var strings: Strings { frame.strings }

  var document: HTML {
    Layout.plain(
      frame, title: "outlook.warnings", head: Chart.head,
      main: """
        <div class="page-head"><h1>\(strings["outlook.warnings"])</h1>\(
          OutlookLinks.html(strings, current: "/outlook/warnings"))</div>
        <p class="lead">\(strings("outlook.warnings.intro", [
          "rate": strings.figure(OutlookAnswer.falseAlarmsPerYear),
        ]))</p>
        \(boards.isEmpty ? "<p class=\"muted\">\(strings["outlook.none"])</p>" as HTML : HTML.empty)
        \(boards.map(section))
        """)
  }

  private func section(_ board: Board) -> HTML {
    let alarms = board.answer.watch?.periods.filter { $0.alarm != nil }.suffix(12).reversed() ?? []
    let rows = alarms.map { period in row(period, board) }
    let heads = ["when", "observed", "expected", "since", "delay", "chance", "witnesses", "alsoMoved"].map {
      name -> HTML in
      let isNumber: HTML = ["observed", "expected", "delay", "chance"].contains(name) ? " class=\"number\"" : .empty
      return "<th scope=\"col\"\(isNumber)>\(strings["outlook.alarm.\(name)"])</th>"
    }
    let table: HTML =
      rows.isEmpty
      ? "<p>\(strings["outlook.alarm.none"])</p>"
      : """
      <div class="table-scroll" tabindex="0" role="region" aria-label="\(strings["outlook.warnings"])">
      <table class="data"><thead><tr>\(heads)</tr></thead><tbody>\(rows)</tbody></table></div>
      """
    return "<section><h2>\(board.ground.series.title)</h2>\(table)\(board.chart.figure(strings))</section>"
  }

  private func row(_ period: WatchedPeriod, _ board: Board) -> HTML {
    guard let alarm = period.alarm else { return .empty }
    let delay = Double(period.day.number - alarm.since.number) / 7
    // What else moved in the same week, of the series that are watched beside this one.
    let others = boards.filter { other in
      other.ground.series.id != board.ground.series.id
        && other.answer.watch?.periods.contains { $0.day == period.day && $0.alarm != nil } ?? false
    }
    let least = 0.0001
    let chance = (alarm.chance < least ? "< " : "") + strings.figure(max(alarm.chance, least) * 100, decimals: 2)
    return """
      <tr><th scope="row" class="time">\(period.day.description)</th>
      <td class="number">\(strings.figure(alarm.observedSince))</td>
      <td class="number">\(strings.figure(alarm.expectedSince))</td><td class="time">\(alarm.since.description)</td>
      <td class="number">\(strings("outlook.alarm.weeks", ["weeks": strings.figure(delay, decimals: 1)]))</td>
      <td class="number">\(chance)\u{A0}%</td><td>\(Self.listed(alarm.witnesses.map { strings.words($0) }))</td>
      <td>\(Self.listed(others.map(\.ground.series.title)))</td></tr>

      """
  }

  private static func listed(_ names: [String]) -> String { names.isEmpty ? "–" : names.joined(separator: ", ") }
}
