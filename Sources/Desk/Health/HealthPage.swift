import Operations

/// What works, what does not, since when, and what to do: for whoever stands before a desk that misbehaves.
///
/// It can be read without signing in, because the desk may be what keeps one from doing so; then it says nothing of what the
/// desk holds, not even what its feeds are called.
enum HealthPage {
  /// How often the page asks anew, in seconds.
  static let refreshSeconds = 10

  static func document(_ frame: Frame, _ report: HealthReport) -> HTML {
    let strings = frame.strings
    let lines = report.lines.sorted { $0.state.weight > $1.state.weight }.map { line($0, frame) }
    let tone: HTML = report.state == .works ? "" : " notice-danger"
    return Layout.plain(
      frame, title: "health.title", head: "<meta http-equiv=\"refresh\" content=\"\(refreshSeconds)\">",
      main: """
        <h1>\(strings["health.title"])</h1>
        <p class="notice\(tone)" role="status">\
        <strong>\(strings["health.all.\(report.state.rawValue)"])</strong></p>
        <div class="table-scroll"><table class="data health"><caption class="hidden-label">\(strings["health.title"])</caption>
        <thead><tr><th scope="col">\(strings["health.part"])</th><th scope="col">\(strings["health.state"])</th>\
        <th scope="col">\(strings["health.since"])</th><th scope="col">\(strings["health.do"])</th></tr></thead>
        <tbody>\(lines)</tbody></table></div>
        <p class="muted">\(strings["health.note"])</p>
        """)
  }

  private static func line(_ line: HealthLine, _ frame: Frame) -> HTML {
    let strings = frame.strings
    let told = frame.person == nil ? [] : line.details
    let details = told.map { detail -> HTML in "<br><span class=\"muted\">\(detail)</span>" }
    let advice: HTML =
      line.state == .works ? "–" : "\(strings["health.\(line.part.rawValue).\(line.condition).do"])"
    return """
      <tr data-part="\(line.part.rawValue)" data-state="\(line.state.rawValue)">
      <th scope="row">\(strings["health.part.\(line.part.rawValue)"])</th>
      <td><strong>\(line.state.sign) \(strings["health.state.\(line.state.rawValue)"])</strong><br>\
      \(strings("health.\(line.part.rawValue).\(line.condition)", line.figures))\(details)</td>
      <td>\(line.since?.timeElement ?? "–")</td><td>\(advice)</td></tr>

      """
  }
}

extension HealthLine.State {
  /// A shape beside the word, so that neither colour nor language is needed to see it.
  fileprivate var sign: String {
    switch self {
    case .works: "●"
    case .attention: "▲"
    case .broken: "✕"
    }
  }

  fileprivate var weight: Int {
    switch self {
    case .works: 0
    case .attention: 1
    case .broken: 2
    }
  }
}
