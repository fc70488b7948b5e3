import Foundation
import Geodesy
import Operations
import Tracking

/// The sheets: a document that prints on A4 across, with its marking above and below on each sheet and the sheets counted. It
/// holds no script and asks for nothing from elsewhere when its style is within.
struct PaperSheet: Sendable {
  var content: PaperContent
  var ground: PaperGround
  var strings: Strings
  /// Where local time is read.
  var zone: TimeZone
  /// The style as a link for a browser at the desk, or the style itself for a file.
  var style: HTML

  var document: HTML {
    let all = content.interest + content.others
    let frame = PaperFrame(tracks: all.map(\.row.position), distress: content.distress.map(\.row.position))
    let chart = PaperChart(frame: frame, ground: ground, language: strings.language)
    return """
      <!DOCTYPE html>
      <html lang="\(strings.language.rawValue)">
      <head>
      <meta charset="utf-8">
      <title>\(strings["paper.title"]) \(content.at.plainText)</title>
      \(style)
      </head>
      <body>
      <table class="sheet">
      <thead><tr><td>\(band("head"))</td></tr></thead>
      <tfoot><tr><td>\(band("foot"))</td></tr></tfoot>
      <tbody><tr><td>
      \(chart.drawing(content.interest, content.others))
      \(alarms)
      \(tracks("paper.interest", Array(content.interest.prefix(PaperContent.interestMost)), of: content.interest.count, numbered: true))
      \(log)
      \(feeds)
      \(tracks("paper.others", Array(content.others.prefix(PaperContent.otherTracksMost)), of: content.others.count, numbered: false))
      </td></tr></tbody>
      </table>
      </body>
      </html>
      """
  }

  private func band(_ name: StaticString) -> HTML {
    let known = strings("paper.known", ["time": both(content.at)])
    return """
      <p class="band \(name.description)"><strong>\(content.marking)</strong> <span>\(content.centre) · \(
        strings["paper.title"])</span> <span>\(known)</span></p>
      """
  }

  private var alarms: HTML {
    var lines = content.distress.map { track in
      strings("paper.distress", ["name": track.row.name ?? track.row.id, "position": track.row.position.text])
    }
    lines += content.feeds.filter { $0.isStale || $0.state == "failed" }.map { feed in
      let since = feed.lastArrived.map(both) ?? strings["paper.never"]
      return strings("paper.stale", ["feed": feed.name, "time": since])
    }
    lines += content.gaps
    if content.isPast { lines.append(strings["paper.past"]) }
    if ground.shapes.isEmpty { lines.append(strings["paper.noCoast"]) }
    let items = lines.map { "<li>\($0)</li>\n" as HTML }
    let none: HTML = "<p>\(strings["paper.noAlarms"])</p>"
    return "<h2>\(strings["paper.alarms"])</h2>\n\(lines.isEmpty ? none : "<ul>\(items)</ul>")"
  }

  private func tracks(_ title: String, _ tracks: [TrackDetail], of count: Int, numbered: Bool) -> HTML {
    let rows = tracks.enumerated().map { index, track in row(track, number: numbered ? "\(index + 1)" : "") }
    let more = count - tracks.count
    let rest: HTML = more > 0 ? "<p>\(strings("paper.more", ["count": "\(more)"]))</p>" : .empty
    return """
      <h2>\(strings[title]) (\(count))</h2>
      <table class="rows"><thead><tr><th></th>\(heads(["vessel", "kind", "position", "motion", "heard", "marks"]))</tr></thead>
      <tbody>\(Array(rows))</tbody></table>
      \(rest)
      """
  }

  private func heads(_ names: [String]) -> HTML {
    names.map { "<th scope=\"col\">\(strings["paper.column.\($0)"])</th>" as HTML }.joined()
  }

  private func row(_ track: TrackDetail, number: String) -> HTML {
    let number: HTML = "<td>\(number)</td>"
    let name = track.row.name.map { "\($0) (\(track.row.id))" } ?? track.row.id
    var marks = track.row.flags.map { $0 == "exercise" ? "EXERCISE" : strings["paper.flag.\($0)"] }
    if track.row.status == .coasting { marks.append(strings["paper.silent"]) }
    let kind: HTML = track.row.trackClass == .distress ? "<strong>\(kindText(track))</strong>" : "\(kindText(track))"
    return """
      <tr>\(number)<td>\(name)</td><td>\(kind)</td><td>\(track.row.position.text)</td><td>\(motion(track))</td>\
      <td>\(both(track.row.lastHeard))</td><td>\(marks.joined(separator: ", "))</td></tr>

      """
  }

  private func kindText(_ track: TrackDetail) -> String { strings["class.\(track.row.trackClass.rawValue)"] }

  private func motion(_ track: TrackDetail) -> String {
    let course = track.row.courseDegrees.map { "\(PaperChart.whole($0))°" } ?? "–"
    let speed = track.row.speedKnots.map { "\(Double(PaperChart.whole($0 * 10)) / 10) kn" } ?? "–"
    return "\(course) \(speed)"
  }

  private var log: HTML {
    let rows = content.log.map { entry -> HTML in
      """
      <tr><td>\(entry.sequence)</td><td>\(both(entry.about))</td><td>\(entry.author) · \(entry.agency)</td><td>\(
        entry.subject ?? "")</td><td class="text">\(entry.text ?? strings["entry.erased"])</td></tr>

      """
    }
    let cut: HTML = content.logIsCut ? "<p>\(strings("paper.logCut", ["count": "\(content.log.count)"]))</p>" : .empty
    return """
      <h2>\(strings["paper.log"])</h2>
      \(cut)
      <table class="rows"><thead><tr>\(heads(["entry", "time", "author", "vessel", "text"]))</tr></thead>
      <tbody>\(rows)</tbody></table>
      """
  }

  private var feeds: HTML {
    guard !content.feeds.isEmpty else { return .empty }
    let rows = content.feeds.map { feed -> HTML in
      """
      <tr><td>\(feed.name)</td><td>\(feed.state)\(feed.isStale ? " · \(strings["paper.silent"])" : "")</td><td>\(
        feed.lastArrived.map(both) ?? strings["paper.never"])</td><td>\(feed.messages)</td><td>\(feed.refused)</td></tr>

      """
    }
    return """
      <h2>\(strings["paper.feeds"])</h2>
      <table class="rows"><thead><tr>\(heads(["feed", "state", "heard", "messages", "refused"]))</tr></thead>
      <tbody>\(rows)</tbody></table>
      """
  }

  /// A moment in UTC with the local time beside it: `2026-11-21 02:31 UTC (03:31 +01:00)`.
  private func both(_ moment: Instant) -> String {
    let date = Date(timeIntervalSince1970: Double(moment.millisecondsSince1970) / 1000)
    let offset = zone.secondsFromGMT(for: date)
    let local = moment.adding(milliseconds: Int64(offset) * 1000).iso8601
    let minutes = offset.magnitude / 60
    let sign = offset < 0 ? "-" : "+"
    let zone = "\(sign)\(Self.two(minutes / 60)):\(Self.two(minutes % 60))"
    let universal = moment.iso8601
    return "\(universal.prefix(10)) \(universal.dropFirst(11).prefix(5)) UTC (\(local.dropFirst(11).prefix(5)) \(zone))"
  }

  private static func two(_ number: UInt) -> String { number < 10 ? "0\(number)" : "\(number)" }
}
