import Geodesy
import Operations

/// The list of series and the release calendar.
struct StatisticsPageView {
  var frame: Frame
  var series: [StatisticSeries]
  var publications: [StatisticPublication]
  var moment: Instant?
  var now: Instant
  /// The sign-in name of whoever reads.
  var reader: String
  /// Whether forms to change what is here are offered.
  var mayWrite: Bool
  var problem: FormFault?
  /// Makes a form, sent twice, one act.
  var key: String

  private var strings: Strings { frame.strings }
  private var pieces: FormPieces { FormPieces(frame: frame, key: key) }

  var document: HTML {
    Layout.plain(
      frame, title: "statistics.title",
      main: """
        <div class="page-head"><h1>\(strings["statistics.title"])</h1>\(
          OutlookLinks.html(strings, current: "/statistics"))</div>
        \(KnownAt.banner(strings, moment, path: "/statistics"))
        <p class="lead">\(strings["statistics.intro"])</p>
        \(FormFault.notice(problem, strings))
        \(mayWrite ? importLink : HTML.empty)
        \(seriesTable)
        <h2 id="publications">\(strings["statistics.calendar"])</h2>
        <p class="muted">\(strings["statistics.calendar.intro"])</p>
        \(publications.map(card))
        \(mayWrite && !series.isEmpty ? scheduleForm : HTML.empty)
        """)
  }

  private var importLink: HTML {
    "<p><a class=\"button\" href=\"/statistics/import\">\(strings["statistics.import"])</a></p>"
  }

  private var seriesTable: HTML {
    guard !series.isEmpty else { return "<p class=\"muted\">\(strings["statistics.none"])</p>" }
    let rows = series.map { one -> HTML in
      let counts: HTML =
        one.countsDetections ? " <span class=\"mark\">\(strings["statistics.detections"])</span>" : .empty
      return """
        <tr><th scope="row"><a href="/statistics/series/\(one.id)\(at)">\(one.title)</a>\(counts)</th>
        <td>\(strings["chart.measure.\(one.measure.rawValue)"])</td>
        <td>\(strings["statistics.period.\(one.period.rawValue)"])</td>
        <td>\(one.place)</td><td>\(one.route.map { strings["statistics.route.\($0.rawValue)"] } ?? "–")</td>
        <td>\(one.dimension.map { strings["statistics.dimension.\($0.rawValue)"] } ?? "–")</td></tr>

        """
    }
    let heads = ["series", "measure", "period", "place", "route", "dimension"].map { name -> HTML in
      "<th scope=\"col\">\(strings["statistics.\(name)"])</th>"
    }
    return """
      <div class="table-scroll" tabindex="0" role="region" aria-label="\(strings["statistics.series"])">
      <table class="data"><thead><tr>\(heads)</tr></thead><tbody>\(rows)</tbody></table></div>
      """
  }

  private var at: String { moment.map { "?at=\($0.iso8601.addressed)" } ?? "" }

  private func card(_ publication: StatisticPublication) -> HTML {
    let state =
      publication.published.map { strings("statistics.published.at", ["time": $0.plainText]) }
      ?? strings("statistics.due.at", ["time": publication.due.plainText])
    let readers = publication.earlyReaders.map { reader -> HTML in
      let words = ["post": reader.post, "time": reader.from.plainText, "reason": reader.reason]
      return "<li>\(strings("statistics.early.line", words))</li>"
    }
    let early: HTML =
      readers.isEmpty
      ? "<p class=\"muted\">\(strings["statistics.early.nobody"])</p>"
      : "<p>\(strings["statistics.early"])</p><ul>\(readers)</ul>"
    let files = publication.files.sorted { $0.key < $1.key }.map { name, hash -> HTML in
      """
      <li><a href="/statistics/publications/\(publication.id)/\(name)" download>\(name)</a> <span class="code muted">SHA-256 \(hash)</span></li>
      """
    }
    return """
      <section class="card" id="publication-\(publication.id)"><h3>\(publication.title)</h3>
      <p><span class="mark">\(state)</span> \(publication.series.joined(separator: ", "))</p>
      <p>\(publication.rule)</p>\(early)<ul class="plain-list">\(files)</ul>
      \(publication.published == nil ? waiting(publication) : HTML.empty)
      </section>
      """
  }

  /// What can be done with one that is not out: its draft for those who may see it, the rest for who counts.
  private func waiting(_ publication: StatisticPublication) -> HTML {
    let file = "/statistics/publications/\(publication.id)/\(publication.id).ods"
    let draft: HTML = "<p><a href=\"\(file)\" download>\(strings["statistics.draft"])</a></p>"
    guard mayWrite else { return publication.isOpen(to: reader, at: now) ? draft : .empty }
    let publish = publication.due <= now ? publishForm(publication) : .empty
    return "\(draft)\(earlyForm(publication))\(publish)"
  }

  private func publishForm(_ publication: StatisticPublication) -> HTML {
    pieces.line(
      "/statistics/publish", "publish-\(publication.id)", button: "statistics.publish",
      [pieces.value("publication", publication.id)])
  }

  private func earlyForm(_ publication: StatisticPublication) -> HTML {
    let id = "early-\(publication.id)"
    return pieces.line(
      "/statistics/early-access", id, button: "statistics.early.give",
      [
        pieces.value("publication", publication.id),
        pieces.field("person", id, label: "statistics.early.person", needed: true),
        pieces.field("post", id, label: "statistics.early.post", size: 20, needed: true),
        pieces.field("reason", id, label: "statistics.early.reason", size: 30, needed: true),
      ])
  }

  private var scheduleForm: HTML {
    """
    <details class="card"><summary>\(strings["statistics.schedule"])</summary>
    <form class="form" method="post" action="/statistics/schedule">
    \(pieces.hidden("schedule"))
    <div class="fields">
    \(pieces.field("id", "schedule", label: "statistics.id", size: 24, needed: true))
    \(pieces.field("title", "schedule", label: "statistics.publication.title", size: 40, needed: true))
    \(pieces.field("due", "schedule", label: "statistics.due", size: 20, needed: true))
    </div>
    \(pieces.field(
      "series", "schedule", label: "statistics.publication.series", value: series.first?.id ?? "", size: 60, needed: true))
    \(pieces.field("rule", "schedule", label: "statistics.rule", value: strings["statistics.rule.usual"], size: 80))
    <div class="buttons"><button type="submit">\(strings["statistics.schedule.do"])</button></div>
    </form></details>
    """
  }
}
