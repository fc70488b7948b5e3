extension Chart {
  /// What a page's head needs for its charts.
  static let head: HTML = """
    <link rel="stylesheet" href="/static/web/charts.css">
    <script type="module" src="/static/web/charts.js"></script>
    """

  /// The chart as a figure: its title, its words, its table, and where its values can be had.
  func figure(_ strings: Strings) -> HTML {
    let id = "chart-\(name)"
    let remarks = notes.map { note -> HTML in "<p class=\"chart-note\">\(note)</p>" }
    let small: HTML = isSmall ? " chart-small" : .empty
    return """
      <figure class="chart\(small)" id="\(id)" data-figure="\(address)" aria-labelledby="\(id)-title">
      <h3 id="\(id)-title">\(title)</h3>
      <div class="chart-drawing" hidden tabindex="0" role="group" aria-roledescription="\(strings["chart.role"])" \
      aria-describedby="\(id)-caption" data-keys="\(strings["chart.keys"])"></div>
      <p class="chart-reading" role="status" aria-live="polite"></p>
      <figcaption id="\(id)-caption">\(caption)</figcaption>
      \(remarks)
      <p class="chart-links"><a href="\(address(format: "csv"))" download>CSV</a>
      <button type="button" class="quiet" data-export="png" hidden>PNG</button>
      <button type="button" class="quiet" data-export="svg" hidden>SVG</button></p>
      <details class="chart-table" open><summary>\(strings["chart.table"])</summary>
      \(table(strings))
      </details>
      </figure>
      """
  }

  /// The table of the chart; of a long one the newest rows, with where the others are.
  func table(_ strings: Strings) -> HTML {
    let shown = rows.suffix(Self.mostTableRows)
    let head = columns.map { column -> HTML in
      column.isText ? "<th scope=\"col\">\(column.name)</th>" : "<th scope=\"col\" class=\"number\">\(column.name)</th>"
    }
    let body = shown.map { row -> HTML in
      let cells = zip(row, columns).enumerated().map { index, pair -> HTML in
        let text = pair.0.text(pair.1.decimals)
        if index == 0 { return "<th scope=\"row\">\(text)</th>" }
        return pair.1.isText ? "<td>\(text)</td>" : "<td class=\"number\">\(text)</td>"
      }
      return "<tr>\(cells)</tr>\n"
    }
    let more: HTML =
      shown.count < rows.count
      ? "<p class=\"muted\">\(strings("chart.more", ["shown": "\(shown.count)", "all": "\(rows.count)"]))</p>" : .empty
    return """
      \(more)<div class="table-scroll" tabindex="0" role="region" aria-label="\(title)"><table class="data">
      <thead><tr>\(head)</tr></thead>
      <tbody>\(body)</tbody></table></div>
      """
  }

  func address(format: String) -> String { address + (address.contains("?") ? "&" : "?") + "format=\(format)" }
}
