import Operations

/// The form that takes a workbook or a table in, and what became of it.
struct ImportPageView {
  /// What was taken in.
  struct Outcome: Sendable {
    var series: [StatisticSeries]
    var remarks: [String]
  }

  /// The most remarks that a page shows.
  private static let mostRemarks = 60

  var frame: Frame
  var typed: [String: String]
  var problem: FormFault?
  var outcome: Outcome?
  /// Makes a form, sent twice, one act.
  var key: String

  private var strings: Strings { frame.strings }
  private var pieces: FormPieces { FormPieces(frame: frame, key: key) }

  var document: HTML {
    Layout.plain(
      frame, title: "statistics.import",
      main: """
        <div class="page-head"><h1>\(strings["statistics.import"])</h1>
        <a href="/statistics">\(strings["statistics.title"])</a></div>
        <p class="lead">\(strings["statistics.import.intro"])</p>
        \(FormFault.notice(problem, strings))
        \(outcome.map(told))
        \(form)
        """)
  }

  private func told(_ outcome: Outcome) -> HTML {
    let series = outcome.series.map { one -> HTML in
      "<li><a href=\"/statistics/series/\(one.id)\">\(one.title)</a></li>"
    }
    let remarks = outcome.remarks.prefix(Self.mostRemarks).map { remark -> HTML in "<li>\(remark)</li>" }
    let left = outcome.remarks.count - Self.mostRemarks
    let more: HTML =
      left > 0 ? "<p class=\"muted\">\(strings("statistics.import.more", ["count": "\(left)"]))</p>" : .empty
    return """
      <section class="notice" role="status"><h2>\(strings["statistics.import.done"])</h2><ul>\(series)</ul>
      <h3>\(strings["statistics.import.remarks"])</h3><ul>\(remarks)</ul>\(more)</section>
      """
  }

  private func field(_ name: String, size: Int = 24, needed: Bool = false) -> HTML {
    pieces.field(
      name, "import", label: "statistics.import.\(name)", value: typed[name] ?? "", size: size, needed: needed)
  }

  private func options<Word: RawRepresentable & CaseIterable>(
    _ type: Word.Type, _ family: String, empty: Bool = true
  ) -> [(value: String, text: String)] where Word.RawValue == String {
    (empty ? [("", "–")] : []) + type.allCases.map { ($0.rawValue, strings[family + $0.rawValue]) }
  }

  private var route: HTML {
    pieces.choice(
      "route", "import", label: "statistics.route", options(StatisticSeries.Route.self, "statistics.route."),
      chosen: typed["route"] ?? "")
  }

  private var dimension: HTML {
    pieces.choice(
      "dimension", "import", label: "statistics.dimension",
      options(StatisticSeries.Dimension.self, "statistics.dimension."), chosen: typed["dimension"] ?? "")
  }

  private var measure: HTML {
    pieces.choice(
      "measure", "import", label: "statistics.measure",
      options(StatisticSeries.Measure.self, "chart.measure.", empty: false), chosen: typed["measure"] ?? "arrivals")
  }

  private var form: HTML {
    """
    <form class="form card" method="post" action="/statistics/import" enctype="multipart/form-data">
    \(pieces.hidden("import"))
    <div class="field"><label for="import-file">\(strings["statistics.import.file"])</label>
    <input id="import-file" name="file" type="file" required accept=".ods,.csv,.tsv,.txt"></div>
    <div class="fields">\(field("prefix", needed: true))\(field("place", needed: true))
    \(route)</div>
    <div class="fields">\(field("source", size: 40, needed: true))\(field("released", size: 12, needed: true))
    \(field("finalThrough", size: 12))</div>
    \(field("note", size: 60))
    <div class="field"><label><input type="checkbox" name="detections" value="yes"\(
      typed["detections"] == nil ? HTML.empty : " checked")> \(strings["statistics.import.detections"])</label></div>
    <details\(typed["date"]?.isEmpty ?? true ? HTML.empty : " open")>
    <summary>\(strings["statistics.import.breakdown"])</summary>
    <p class="field-help">\(strings["statistics.import.breakdown.help"])</p>
    <div class="fields">\(field("date"))\(field("value"))\(field("column"))
    \(dimension)\(measure)</div>
    </details>
    <div class="buttons"><button class="primary" type="submit">\(strings["statistics.import.do"])</button></div>
    </form>
    """
  }
}
