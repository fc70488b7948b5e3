import Operations

/// The map of routes with a line for each flow of a year, and the same as a table.
struct FlowMapPageView {
  var frame: Frame
  var flows: FlowBoard
  var strings: Strings

  private static let head: HTML = """
    <link rel="stylesheet" href="/static/vendor/maplibre/maplibre-gl.css">
    <link rel="stylesheet" href="/static/web/charts.css">
    <script src="/static/vendor/maplibre/maplibre-gl.js" defer></script>
    <script type="module" src="/static/web/flow-map.js"></script>
    """

  var document: HTML {
    let options = flows.periods.reversed().map { period -> HTML in
      let mark: HTML = period == flows.period ? " selected" : .empty
      return "<option\(mark)>\(period)</option>"
    }
    let isDetections = flows.flows.contains { $0.countsDetections }
    return Layout.plain(
      frame, title: "outlook.map", head: Self.head,
      main: """
        <div class="page-head"><h1>\(strings["outlook.map"])</h1>\(
          OutlookLinks.html(strings, current: "/outlook/map"))</div>
        <p class="lead">\(strings["outlook.map.intro"])</p>
        \(isDetections ? "<p class=\"notice\">\(strings["chart.detections"])</p>" as HTML : HTML.empty)
        <form class="filter" method="get" action="/outlook/map"><div class="field">
        <label for="period">\(strings["chart.column.year"])</label>
        <select id="period" name="period">\(options)</select></div>
        <button type="submit">\(strings["outlook.show"])</button></form>
        <div id="flow-map" class="flow-map" data-flows="/api/flows?period=\(flows.period)" role="group" \
        aria-label="\(strings["outlook.map"]) \(flows.period)" hidden></div>
        <p id="flow-map-attribution" class="muted">\(strings["outlook.map.lines"])</p>
        \(table)
        """)
  }

  private var table: HTML {
    guard !flows.flows.isEmpty else { return "<p class=\"muted\">\(strings["outlook.none"])</p>" }
    let rows = flows.flows.map { flow -> HTML in
      """
      <tr><th scope="row">\(strings["statistics.route.\(flow.route.rawValue)"])</th>
      <td class="number">\(flow.text(strings))</td>
      <td><a href="/statistics/series/\(flow.series.id)">\(flow.series.title)</a></td></tr>

      """
    }
    return """
      <div class="table-scroll" tabindex="0" role="region" aria-label="\(strings["outlook.map"])"><table class="data">
      <thead><tr><th scope="col">\(strings["statistics.route"])</th><th scope="col" class="number">\(flows.period)</th>
      <th scope="col">\(strings["statistics.series"])</th></tr></thead><tbody>\(rows)</tbody></table></div>
      <p class="muted">\(strings("outlook.map.hidden", ["most": "\(FlowBoard.threshold - 1)"]))</p>
      """
  }
}
