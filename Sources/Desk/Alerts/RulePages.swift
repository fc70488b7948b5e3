import Archive
import Foundation
import Geodesy
import Hummingbird
import Ledger
import Operations
import Tracking

/// The rules of behaviour as a page: each in words, with its numbers to edit, a switch, how often it speaks, and a trial
/// against what was seen before.
extension Desk {
  /// How far back a trial goes, in hours, and how far apart its pictures of the past are, in milliseconds.
  static let trialHours = 8
  static let trialStepMilliseconds: Int64 = 60_000

  func addRulePages(to router: Router<DeskContext>) {
    router.get("rules") { request, context in try await showRules(request, context, trial: nil) }
    router.post("rules/:id", use: changeRule)
    router.post("rules/:id/try", use: tryRule)
  }

  @Sendable func showRules(
    _ request: Request, _ context: DeskContext, trial: (rule: BehaviourRule, count: BehaviourTrial.Count)?
  ) async throws -> Response {
    let acting = try context.signedIn().acting
    try await centre.consult(Consultation(.alerts), as: acting)
    let rules = try await fitted(try await centre.rules(as: acting))
    return RulePageView(
      frame: frame(context), rules: rules, counts: alerts.counts, now: now(), trial: trial,
      key: centre.surroundings.identifier()
    ).document.response()
  }

  @Sendable func changeRule(_ request: Request, _ context: DeskContext) async throws -> Response {
    let form = try await self.form(request, context)
    let acting = try context.signedIn().acting
    try await centre.change(ChangeRule(try await rule(form, context, acting)), as: acting, key: form["key"])
    alerts.noteRules()
    return .see("/rules")
  }

  @Sendable func tryRule(_ request: Request, _ context: DeskContext) async throws -> Response {
    let form = try await self.form(request, context)
    let acting = try context.signedIn().acting
    let rule = try await rule(form, context, acting)
    try await centre.consult(Consultation(.pictureAt, question: "rule \(rule.id)", asOf: now()), as: acting)
    let end = now()
    let placed = try await fitted([rule])
    let count = try await centre.archiveLane.run { [picture] in
      var trial = BehaviourTrial(rules: placed)
      var moment = end.adding(milliseconds: -Int64(Self.trialHours) * 3_600_000)
      while moment <= end {
        trial.take(try picture.past(at: moment, in: nil).map { CraftSighting($0) }, at: moment)
        moment = moment.adding(milliseconds: Self.trialStepMilliseconds)
      }
      return trial.counts.first
    }
    return try await showRules(request, context, trial: count.map { (placed[0], $0) })
  }

  /// The rule that a form describes: the one that is there with the form's numbers.
  private func rule(
    _ form: FormFields, _ context: DeskContext, _ acting: Acting
  ) async throws -> BehaviourRule {
    let id = context.parameters.get("id") ?? ""
    guard var rule = try await centre.rules(as: acting).first(where: { $0.id == id }) else {
      throw DeskError(.notFound)
    }
    rule.isEnabled = form["enabled"] != nil
    if let severity = form["severity"].flatMap({ BehaviourSeverity(rawValue: $0) }) { rule.severity = severity }
    for parameter in rule.kind.parameters {
      guard let text = form[parameter.name.code] else { continue }
      guard let value = Double(text.replacing(",", with: ".")), parameter.range.contains(value) else {
        throw DeskError(
          .invalid,
          "\(parameter.name.code) is between \(parameter.range.lowerBound) and \(parameter.range.upperBound)")
      }
      rule[parameter.name] = value
    }
    return rule
  }
}

extension CraftSighting {
  /// A craft of the past, as far as the archive knows it.
  init(_ past: PastTrack) {
    let received = past.position.received
    self.init(
      track: past.id, at: past.position.at, position: past.position.position,
      speedKnots: past.position.speedKnots ?? 0, courseDegrees: past.position.courseDegrees,
      headingDegrees: past.position.headingDegrees, heard: received,
      transponder: past.mmsi.map { Transponder(mmsi: $0, heard: received, isClassA: past.description?.imo != nil) },
      trackClass: past.trackClass, lengthMetres: past.description?.lengthMetres, exercise: past.exercise)
  }
}

struct RulePageView {
  var frame: Frame
  var rules: [BehaviourRule]
  var counts: [String: AlertBoard.RuleCount]
  var now: Instant
  var trial: (rule: BehaviourRule, count: BehaviourTrial.Count)?
  /// Makes a form, sent twice, one change.
  var key: String

  private var language: BehaviourWords.Language { frame.strings.language == .french ? .french : .english }

  var document: HTML {
    let strings = frame.strings
    return Layout.plain(
      frame, title: "rules.title",
      main: """
        <div class="page-head"><h1>\(strings["rules.title"])</h1>\(WatchLinks.html(strings, current: "/rules"))</div>
        <p class="lead">\(strings["rules.intro"])</p>
        <ol class="alert-list">\(rules.map(item))</ol>
        """)
  }

  private func item(_ stored: BehaviourRule) -> HTML {
    let strings = frame.strings
    let tried = trial.flatMap { $0.rule.id == stored.id ? $0 : nil }
    let rule = tried?.rule ?? stored
    let perDay = counts[rule.id]?.perDay(at: now)
    let spoken = counts[rule.id]?.alarms ?? 0
    let rate = strings(
      perDay == nil ? "rules.rate.early" : "rules.rate",
      ["count": "\(spoken)", "rate": perDay.map { BehaviourWords.text($0, .count, language) } ?? ""])
    let outcome: HTML =
      tried.map { tried in
        let words = strings(
          "rules.tried",
          [
            "count": "\(tried.count.alarms)", "hours": "\(Desk.trialHours)",
            "rate": BehaviourWords.text(tried.count.alarmsPerDay, .count, language),
          ])
        return "<p class=\"notice\" role=\"status\">\(words)</p>"
      } ?? .empty
    let fields = rule.kind.parameters.map { parameter -> HTML in
      let id = "\(rule.id)-\(parameter.name.code)"
      return """
        <div class="field"><label for="\(id)">\(strings["rules.\(parameter.name.code)"]) \
        (\(strings["rules.unit.\(parameter.unit.rawValue)"]))</label>
        <input id="\(id)" name="\(parameter.name.code)" inputmode="decimal" size="7" \
        value="\(Self.number(rule[parameter.name] ?? parameter.standard))"></div>
        """
    }
    let severities = BehaviourSeverity.allCases.map { severity -> HTML in
      let chosen: HTML = severity == rule.severity ? " selected" : ""
      return
        "<option value=\"\(severity.rawValue)\"\(chosen)>\(strings["rules.severity.\(severity.rawValue)"])</option>"
    }
    return """
      <li class="card" id="\(rule.id)">
      <h2>\(strings["alert.behaviour.\(rule.kind.rawValue)"])</h2>
      <p>\(rule.words(language))</p>
      <p class="muted">\(rate)</p>
      \(outcome)
      <form class="filter" method="post" action="/rules/\(rule.id)">
      \(Layout.crossSiteField(frame.person?.crossSiteToken ?? ""))
      <input type="hidden" name="key" value="\(key)-\(rule.id)">
      <label><input type="checkbox" name="enabled" value="yes"\(rule.isEnabled ? " checked" : HTML.empty)> \
      \(strings["rules.enabled"])</label>
      <div class="field"><label for="severity-\(rule.id)">\(strings["rules.severity"])</label>
      <select id="severity-\(rule.id)" name="severity">\(severities)</select></div>
      \(fields)
      <button type="submit">\(strings["rules.save"])</button>
      <button type="submit" formaction="/rules/\(rule.id)/try">\(strings("rules.try", ["hours": "\(Desk.trialHours)"]))</button>
      </form>
      </li>
      """
  }

  private static func number(_ value: Double) -> String {
    value == value.rounded() && value.magnitude < 1e9 ? "\(Int(value))" : "\(value)"
  }
}
