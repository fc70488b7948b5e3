import Foundation
import Geodesy
import Hummingbird
import Operations
import Tracking

/// The alerts as a page: what is open, who has it, and the forms to acknowledge, hand over and resolve.
extension Desk {
  func addAlertPages(to router: Router<DeskContext>) {
    router.get("alerts", use: showAlertPage)
    router.post("alerts/:id", use: takeAlertFromPage)
    router.post("alerts/:id/report", use: reportAlertFromPage)
  }

  @Sendable func showAlertPage(_ request: Request, _ context: DeskContext) async throws -> Response {
    let acting = try context.signedIn().acting
    let (asKnown, moment) = try await asKnown(request)
    let showsAll = request.query("state") == "all"
    try await centre.consult(Consultation(.alerts, asOf: moment), as: acting)
    let alerts = try await centre.alerts(open: !showsAll, asKnown, as: acting)
    return AlertPageView(
      frame: frame(context), alerts: alerts, moment: moment, showsAll: showsAll,
      key: centre.surroundings.identifier()
    ).document.response()
  }

  @Sendable func takeAlertFromPage(_ request: Request, _ context: DeskContext) async throws -> Response {
    let form = try await self.form(request, context)
    guard let stage = form["stage"].flatMap({ Alert.Stage(rawValue: $0) }) else {
      throw DeskError(.invalid, "stage is acknowledged, handedOver or resolved")
    }
    _ = try await take(
      TakeAlert(try alertID(context), stage, handedTo: form["to"], note: form["note"]),
      as: try context.signedIn().acting, key: form["key"])
    return .see("/alerts")
  }
}

struct AlertPageView {
  var frame: Frame
  var alerts: [Alert]
  var moment: Instant?
  var showsAll: Bool
  /// Makes a form, sent twice, one step.
  var key: String

  var document: HTML {
    let strings = frame.strings
    let other = showsAll ? ("/alerts", "alerts.showOpen") : ("/alerts?state=all", "alerts.showAll")
    let list: HTML =
      alerts.isEmpty
      ? "<p class=\"muted\">\(strings["alerts.none"])</p>" : "<ol class=\"alert-list\">\(alerts.map(item))</ol>"
    return Layout.plain(
      frame, title: "alerts.title",
      main: """
        <div class="page-head"><h1>\(strings["alerts.title"])</h1>\(WatchLinks.html(strings, current: "/alerts"))</div>
        <p><a href="\(other.0)">\(strings[other.1])</a></p>
        \(KnownAt.banner(strings, moment, path: "/alerts"))
        \(list)
        """)
  }

  private func item(_ alert: Alert) -> HTML {
    let strings = frame.strings
    let exercise: HTML = alert.exercise ? "<span class=\"mark\">EXERCISE</span>" : .empty
    let tracks = alert.tracks.map { track -> HTML in "<a href=\"/picture?track=\(track)\">\(track)</a> " }
    let position: HTML = alert.position.map { "<p>\($0.text)</p>" } ?? .empty
    let ended: HTML =
      alert.ended.map { "<p class=\"muted\">\(strings("alerts.ended", ["time": $0.plainText]))</p>" } ?? .empty
    return """
      <li class="card alert is-\(alert.severity.rawValue)" id="\(alert.id)">
      <h2>\(AlertText.title(alert, strings)) \(exercise)</h2>
      <p>\(AlertText.words(alert, strings))</p>
      <p class="muted">\(strings("alerts.since", ["time": alert.began.plainText])) \(tracks)</p>
      \(position)\(ended)
      <p>\(AlertText.stage(alert, strings))</p>
      \(moment == nil && alert.stage != .resolved ? forms(alert) : HTML.empty)
      </li>
      """
  }

  private func forms(_ alert: Alert) -> HTML {
    let strings = frame.strings
    func form(_ stage: Alert.Stage, _ fields: HTML) -> HTML {
      """
      <form class="filter" method="post" action="/alerts/\(alert.id)">
      \(Layout.crossSiteField(frame.person?.crossSiteToken ?? ""))
      <input type="hidden" name="key" value="\(key)-\(alert.id)-\(stage.rawValue)">
      <input type="hidden" name="stage" value="\(stage.rawValue)">
      \(fields)
      <button type="submit">\(strings["alerts.\(stage.rawValue).do"])</button>
      </form>
      """
    }
    func field(_ name: String, _ label: String, isNeeded: Bool) -> HTML {
      let needed: HTML = isNeeded ? " required" : ""
      return """
        <div class="field"><label for="\(name)-\(label)-\(alert.id)">\(strings["alerts.\(name)"])</label>
        <input id="\(name)-\(label)-\(alert.id)" name="\(name)" maxlength="200"\(needed)></div>
        """
    }
    let report: HTML =
      alert.severity == .test
      ? .empty
      : """
      <form class="filter" method="post" action="/alerts/\(alert.id)/report">
      \(Layout.crossSiteField(frame.person?.crossSiteToken ?? ""))
      <input type="hidden" name="key" value="\(key)-\(alert.id)-report">
      <button type="submit">\(strings["alerts.reported.do"])</button>
      </form>
      """
    let acknowledge: HTML = alert.stage == .raised ? form(.acknowledged, .empty) : .empty
    return """
      \(acknowledge)
      \(form(.handedOver, field("to", "over", isNeeded: true)))
      \(form(.resolved, field("note", "end", isNeeded: true)))
      \(report)
      """
  }
}

/// What an alert says, in the reader's language.
enum AlertText {
  static func title(_ alert: Alert, _ strings: Strings) -> String {
    strings(
      "alert.title",
      ["severity": strings["alert.severity.\(alert.severity.rawValue)"], "what": strings["alert.\(alert.kind)"]])
  }

  /// What a device said, or the numbers that speak for a rule's alert, and the rule.
  static func words(_ alert: Alert, _ strings: Strings) -> String {
    let language: BehaviourWords.Language = strings.language == .french ? .french : .english
    let evidence = alert.evidence.map { one in
      let value =
        BehaviourUnit(rawValue: one.unit).map { BehaviourWords.text(one.value, $0, language) } ?? "\(one.value)"
      return strings("alert.evidence.pair", ["name": strings["alert.evidence.\(one.name)"], "value": value])
    }.joined(separator: strings["list.semicolon"])
    let rule = alert.rule.map { language == .french ? $0.fr : $0.en }
    return [alert.words, evidence.isEmpty ? nil : evidence, rule].compactMap { $0 }.joined(separator: ". ")
  }

  static func stage(_ alert: Alert, _ strings: Strings) -> String {
    let words = [
      "by": alert.by ?? "", "agency": alert.agency ?? "", "to": alert.handedTo ?? "", "note": alert.note ?? "",
    ]
    return strings("alert.stage.\(alert.stage.rawValue)", words)
  }
}
