import Geodesy
import Operations
import Rescue

/// The page on which a search is planned, looked at and ordered.
struct SearchPageView {
  var pieces: FormPieces
  var boat: Boat
  var scene: SearchScene
  var wishes: SearchWishes
  /// What was asked, as it stands in the address.
  var query: String
  var proposal: SearchProposal?
  var fault: FormFault?
  /// Why there is no drift.
  var noDrift: NoDrift?
  /// What the sensors would have seen lately, to be counted as a search; nil where nothing is known.
  var covered: [SearchMade.Area]
  var typed: (String) -> String

  private var strings: Strings { pieces.frame.strings }
  private var text: SearchText { SearchText(strings: strings) }
  private var path: String { "/incidents/\(boat.id)" }

  var document: HTML {
    let drift: String? = scene.drift == nil ? nil : "/api/incidents/\(boat.id)/drift"
    let plan: String? = "/api/incidents/\(boat.id)/search?\(query)"
    let words = DriftText(strings: strings, now: scene.now)
    let reason: HTML = noDrift.map { "<p class=\"notice\">\(words.none($0))</p>" } ?? .empty
    return Layout.plain(
      pieces.frame, title: "search.plan", head: DriftChart.head,
      main: """
        <div class="page-head"><h1>\(strings("search.heading", ["boat": boat.id]))</h1>
        <a href="\(path)">\(boat.id)</a></div>
        <p class="lead">\(strings["search.lead"])</p>\(reason)
        \(FormFault.notice(fault, strings))
        \(form)
        \(DriftChart.html(strings, source: drift, search: plan, hours: (scene.drift?.hours.count ?? 1) - 1))
        \(proposed)
        \(others)
        """)
  }

  // MARK: The form

  private var form: HTML {
    let assets = scene.assets.map { asset -> HTML in
      let mark: HTML = wishes.assets.contains(asset.declared.name) ? " checked" : .empty
      let when = asset.answer?.interception.map { RescueText.duration(Int(($0.seconds / 60).rounded())) }
      return """
        <label><input type="checkbox" name="asset" value="\(asset.declared.name)"\(mark)> \(asset.declared.name) \
        <span class="muted">\(strings["rescue.asset.\(asset.declared.kind.rawValue)"]) \(when ?? "")</span></label>\u{20}
        """
    }
    let patterns =
      [(value: "", text: strings["search.likely"])]
      + SearchPattern.allCases.map { (value: $0.rawValue, text: text.pattern($0)) }
    let objects =
      [SearchObject.loadedInflatable, .personInWater]
      + SearchObject.allCases.filter { $0 != .loadedInflatable && $0 != .personInWater }
    let lights = [("", "search.light.sun"), ("day", "search.light.day"), ("night", "search.light.night")]
    let none: HTML = assets.isEmpty ? "<p class=\"muted\">\(strings["rescue.assets.none"])</p>" : .empty
    return """
      <form class="card form" method="get" action="\(path)/search" id="search-form">
      <fieldset class="fields"><legend>\(strings["search.assets"])</legend>\(assets)\(none)</fieldset>
      <div class="fields">
      \(pieces.choice("object", "s", label: "search.object", objects.map { (value: $0.rawValue, text: text.object($0)) }, chosen: wishes.object.rawValue))
      \(pieces.choice("pattern", "s", label: "search.pattern", patterns, chosen: wishes.pattern?.rawValue ?? ""))
      \(field("minutes", 5))\(field("begins", 8))\(field("speed", 5))\(field("spacing", 5))</div>
      <details><summary>\(strings["search.more"])</summary><div class="fields">
      \(field("place", 22))\(field("direction", 5))\(field("along", 5))\(field("across", 5))\(field("height", 6))\(field("sweep", 6))
      \(field("visibility", 5))\(field("wind", 5))\(field("wave", 5))
      \(pieces.choice("light", "s", label: "search.field.light", lights.map { (value: $0.0, text: strings[$0.1]) }, chosen: typed("light")))
      \(check("tired"))\(check("moves"))
      \(pieces.area("way", "s", label: "search.field.way", rows: 3, value: typed("way")))</div></details>
      <p class="muted">\(text.conditions(scene))</p>
      <div class="buttons"><button class="primary" type="submit">\(strings["search.preview"])</button></div></form>
      """
  }

  private func field(_ name: String, _ size: Int) -> HTML {
    pieces.field(name, "s", label: "search.field.\(name)", value: typed(name), size: size)
  }

  private func check(_ name: String) -> HTML {
    let mark: HTML = typed(name).isEmpty ? .empty : " checked"
    return """
      <label><input type="checkbox" name="\(name)" value="yes"\(mark)> \(strings["search.field.\(name)"])</label>
      """
  }

  // MARK: What is proposed

  private var proposed: HTML {
    guard let proposal else { return .empty }
    let rows = proposal.searches.map { search -> HTML in
      """
      <tr><th scope="row">\(search.asset)</th><td>\(text.pattern(search.order.pattern)). \(text.layout(search.order))</td>
      <td>\(text.sweep(search.order))</td><td class="number">\(FormFault.plain((search.order.coverage * 100).rounded() / 100))</td>
      <td class="number">\(DriftText.percent(search.order.detectionProbability))</td>
      <td class="number">\(search.containment.map(DriftText.percent) ?? "–")</td>
      <td class="number">\(search.order.success.map(DriftText.fine) ?? "–")</td>
      <td class="time">\(search.order.begins.plainText) – \(search.footprint.ends.plainText)</td></tr>

      """
    }
    let heads = ["asset", "pattern", "sweep", "coverage", "detection", "containment", "success", "time"].map {
      "<th scope=\"col\">\(strings["search.column.\($0)"])</th>" as HTML
    }
    let without: HTML =
      proposal.without.isEmpty
      ? .empty
      : "<p class=\"notice\">\(strings("search.without", ["assets": proposal.without.joined(separator: ", ")]))</p>"
    let order: HTML =
      proposal.searches.isEmpty
      ? .empty
      : pieces.line(
        "\(path)/order-search", "order", button: "search.order",
        [
          pieces.value(
            "parts",
            JSONPiece.text(proposal.searches.map { SearchActs.PartText(asset: $0.asset, order: $0.order) })),
          pieces.field("text", "order", label: "rescue.note", size: 30),
        ])
    return """
      <section class="card" id="proposal"><h2>\(strings["search.proposal"])</h2>\(total)\(without)
      <div class="table-scroll"><table class="data"><thead><tr>\(heads)</tr></thead><tbody>\(rows)</tbody></table></div>
      \(order)</section>
      """
  }

  private var total: HTML {
    guard let success = proposal?.success else { return "<p class=\"muted\">\(strings["search.total.none"])</p>" }
    let bound = proposal?.bound.map { strings("search.total.bound", ["percent": DriftText.fine($0)]) }
    return """
      <p><strong>\(strings("search.total", ["percent": DriftText.fine(success)]))</strong> \(bound ?? "")</p>
      """
  }

  // MARK: Searches that nobody ordered

  private var others: HTML {
    let means = SearchMade.Means.allCases.map { (value: $0.rawValue, text: strings["search.means.\($0.rawValue)"]) }
    let outcomes = [SearchMade.Outcome.nothing, .found].map {
      (value: $0.rawValue, text: strings["search.outcome.\($0.rawValue)"])
    }
    return """
      \(sensors)
      <details class="card"><summary>\(strings["search.other"])</summary>
      <form class="form" method="post" action="\(path)/record-search">\(pieces.hidden("other"))<div class="fields">
      \(pieces.field("searcher", "other", label: "search.column.searcher", size: 20, needed: true))
      \(pieces.choice("means", "other", label: "search.means", means, chosen: "satellite"))
      \(pieces.choice("outcome", "other", label: "search.outcome", outcomes))
      \(pieces.field("from", "other", label: "search.from", size: 8, needed: true))
      \(pieces.field("to", "other", label: "search.to", size: 8, needed: true))
      \(pieces.field("detection", "other", label: "search.detection", size: 6, needed: true, numeric: true))
      \(pieces.area("corners", "other", label: "search.corners", rows: 4, needed: true))</div>
      <div class="buttons"><button type="submit">\(strings["search.record"])</button></div></form></details>
      """
  }

  /// What the layer of coverage knows, as one search of the last minutes.
  private var sensors: HTML {
    guard !covered.isEmpty else {
      return """
        <section class="card"><h2>\(strings["search.sensors"])</h2><p class="muted">\(strings["search.sensors.none"])</p></section>
        """
    }
    let from = scene.now.adding(milliseconds: -CoverageReport.lateMilliseconds)
    let name = strings["search.sensors.name"]
    let now = SearchMade(searcher: name, means: .radar, outcome: .nothing, from: from, to: scene.now, areas: [])
    if let counted = boat.sensorSearch(like: now) {
      let again = counted.made.to.adding(milliseconds: CoverageReport.lateMilliseconds)
      let times = ["until": counted.made.to.plainText, "from": again.plainText]
      return """
        <section class="card" id="covered"><h2>\(strings["search.sensors"])</h2>
        <p>\(strings("search.sensors.counted", times))</p></section>
        """
    }
    return """
      <section class="card" id="covered"><h2>\(strings["search.sensors"])</h2>
      <p>\(strings("search.sensors.words", ["count": "\(covered.count)"]))</p>
      \(pieces.line("\(path)/record-search", "covered", button: "search.sensors.count", [
        pieces.value("searcher", name), pieces.value("means", now.means.rawValue),
        pieces.value("outcome", now.outcome.rawValue), pieces.value("from", from.iso8601),
        pieces.value("to", scene.now.iso8601), pieces.value("areas", JSONPiece.text(covered)),
        pieces.field("text", "covered", label: "rescue.note", size: 24),
      ]))</section>
      """
  }
}
