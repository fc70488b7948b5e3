import Operations
import Outlook

/// Cases in progress as published, and how long they would take to clear under stated assumptions.
struct BacklogPageView {
  var frame: Frame
  var all: [StatisticSeries]
  var chart: Chart?
  var form: (values: [String: Double], scenario: BacklogScenario)

  /// At which weeks the table of a scenario stops.
  private static let weeks = [0, 4, 13, 26, 52, 78, 104, 156, 208, 260]

  private var strings: Strings { frame.strings }

  var document: HTML {
    Layout.plain(
      frame, title: "outlook.backlog", head: Chart.head,
      main: """
        <div class="page-head"><h1>\(strings["outlook.backlog"])</h1>\(
          OutlookLinks.html(strings, current: "/outlook/backlog"))</div>
        <p class="lead">\(strings["outlook.backlog.intro"])</p>
        \(OutlookLinks.choice(strings, all, nil, path: "/outlook/backlog"))
        \(chart.map { $0.figure(strings) })
        \(scenario)
        """)
  }

  private var scenario: HTML {
    let pieces = FormPieces(frame: frame, key: "")
    let fields = BacklogForm.names.map { name in
      pieces.field(
        name, "backlog", label: "outlook.backlog.\(name)",
        value: FormFault.plain(((form.values[name] ?? 0) * 100).rounded() / 100), size: 8)
    }
    let path = form.scenario.path(weeks: BacklogScenario.longestWeeks)
    let rows = Self.weeks.filter { $0 < path.count }.map { week -> HTML in
      "<tr><th scope=\"row\">\(week)</th><td class=\"number\">\(strings.figure(path[week]))</td></tr>"
    }
    let outcome =
      form.scenario.weeksToClear.map { strings("outlook.backlog.clears", ["weeks": "\($0)"]) }
      ?? strings["outlook.backlog.never"]
    let words = form.values.mapValues { strings.figure($0, decimals: $0 == $0.rounded() ? 0 : 2) }
    return """
      <section class="card"><h2>\(strings["outlook.backlog.scenario"])</h2>
      <form class="filter" method="get" action="/outlook/backlog">\(fields)
      <button type="submit">\(strings["outlook.ask"])</button></form>
      <p role="status"><strong>\(outcome)</strong></p>
      <h3>\(strings["outlook.assumes"])</h3><p>\(strings("outlook.backlog.assumes", words))</p>
      <p class="muted">\(strings["chart.caveat.backlog"])</p>
      <div class="table-scroll"><table class="data"><thead><tr><th scope="col">\(strings["chart.column.week"])</th>
      <th scope="col" class="number">\(strings["chart.measure.workInProgress"])</th></tr></thead><tbody>\(rows)</tbody>
      </table></div></section>
      """
  }
}
