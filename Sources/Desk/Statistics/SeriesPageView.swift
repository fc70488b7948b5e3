import Geodesy
import Operations

/// One series: its charts, and its vintages with who brought them in.
struct SeriesPageView {
  var frame: Frame
  var ground: ChartGround
  var moment: Instant?
  var charts: [Chart]
  var mayWrite: Bool
  /// Makes a form, sent twice, one act.
  var key: String

  private var strings: Strings { frame.strings }
  private var path: String { "/statistics/series/\(ground.series.id)" }

  var document: HTML {
    let series = ground.series
    let what = [
      strings["chart.measure.\(series.measure.rawValue)"], strings["statistics.period.\(series.period.rawValue)"],
      series.place,
      series.route.map { strings["statistics.route.\($0.rawValue)"] },
    ].compactMap { $0 }.joined(separator: " · ")
    return Layout.plain(
      frame, title: "statistics.title", head: Chart.head,
      main: """
        <div class="page-head"><h1>\(series.title)</h1><a href="/statistics">\(strings["statistics.title"])</a></div>
        \(KnownAt.banner(strings, moment, path: path))
        <p class="lead">\(what)</p>
        \(charts.map { $0.figure(strings) })
        \(parts)
        <h2>\(strings["statistics.vintages"])</h2>
        <p class="muted">\(strings["statistics.vintages.intro"])</p>
        \(vintages)
        \(KnownAt.form(strings, moment, path: path))
        """)
  }

  /// The parts beside each other, each on its own scale.
  private var parts: HTML {
    let charts = ground.smallMultiples
    guard !charts.isEmpty else { return .empty }
    return """
      <h2>\(strings["statistics.parts"])</h2><p class="muted">\(strings["statistics.parts.words"])</p>
      <div class="charts-small">\(charts.map { $0.figure(strings) })</div>
      """
  }

  private var vintages: HTML {
    let rows = ground.releases.reversed().map { release -> HTML in
      """
      <tr><th scope="row">\(release.released.text)</th><td>\(release.source)</td>
      <td>\(release.finalThrough?.text ?? strings["statistics.allProvisional"])</td>
      <td class="number">\(release.parts.reduce(0) { $0 + $1.figures.count })</td>
      <td>\(release.by) · \(release.agency)</td><td class="code">\((release.fileHash ?? "").prefix(12))</td>
      <td>\(release.note)</td><td>\(withdrawForm(release))</td></tr>

      """
    }
    let heads = ["released", "source", "final", "cells", "by", "hash", "note"].map { name -> HTML in
      "<th scope=\"col\">\(strings["statistics.vintage.\(name)"])</th>"
    }
    return """
      <div class="table-scroll" tabindex="0" role="region" aria-label="\(strings["statistics.vintages"])">
      <table class="data"><thead><tr>\(heads)<td></td></tr></thead><tbody>\(rows)</tbody></table></div>
      """
  }

  private func withdrawForm(_ release: StatisticRelease) -> HTML {
    guard mayWrite, moment == nil else { return .empty }
    let id = "withdraw-\(release.released.text)"
    let pieces = FormPieces(frame: frame, key: key)
    return pieces.line(
      "/statistics/withdraw", id, button: "statistics.withdraw",
      [
        pieces.value("series", ground.series.id), pieces.value("released", release.released.text),
        pieces.field("reason", id, label: "watch.reason", size: 16, needed: true),
      ])
  }
}
