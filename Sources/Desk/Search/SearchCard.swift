import Geodesy
import Operations
import Rescue

/// The searches for a boat on the page of its incident: what was ordered, what was made, what that leaves.
struct SearchCard {
  var pieces: FormPieces
  var boat: Boat
  var drift: BoatDrift?
  /// What the sources on survival give at most, in hours; nil when nobody was asked about.
  var longestSurvivalHours: Double?
  var survivalSentence: String?
  var now: Instant
  var moment: Instant?

  private var strings: Strings { pieces.frame.strings }
  private var text: SearchText { SearchText(strings: strings) }
  private var path: String { "/incidents/\(boat.id)" }
  private var mayAct: Bool { moment == nil && boat.isOpen }

  var card: HTML {
    let plan: HTML =
      mayAct ? "<p><a class=\"button\" href=\"\(path)/search\">\(strings["search.plan"])</a></p>" : .empty
    return """
      <section class="card" id="search"><h2>\(strings["search.title"])</h2>
      \(ended)\(plan)\(orders)\(made)\(remains)\(ending)</section>
      """
  }

  private var ended: HTML {
    guard let end = boat.searchEnd else { return .empty }
    let words = strings(
      end.holds ? "search.ended" : "search.resumed",
      ["by": end.by, "time": end.at.plainText, "reason": end.reason ?? ""])
    let reached = end.holds ? end.success : nil
    let success = reached.map { strings("search.ended.success", ["percent": DriftText.percent($0)]) }
    return "<p class=\"notice\">\(words) \(success ?? "") \(strings["search.ended.open"])</p>"
  }

  // MARK: Orders

  private var orders: HTML {
    let searches = boat.searches
    guard !searches.isEmpty else { return .empty }
    let rows = searches.map { search -> HTML in
      let report = boat.searchesCounting.first { $0.search == search.id }
      let state =
        report.map { strings["search.outcome.\($0.made.outcome.rawValue)"] } ?? strings["search.state.ordered"]
      return """
        <li id="\(search.id)"><p><strong>\(search.asset)</strong> · \(text.pattern(search.order.pattern)) · \
        \(text.object(search.order.object)) · \(search.order.begins.plainText) · \(state)</p>
        <p>\(text.layout(search.order))</p><p>\(strings["search.sweep"]) \(text.sweep(search.order)). \(text.worth(search.order))</p>
        <p>\(exports(search))</p>\(mayAct && report == nil ? record(search) : HTML.empty)</li>
        """
    }
    return "<h3>\(strings["search.orders"])</h3><ol class=\"log-list\">\(rows)</ol>"
  }

  private func exports(_ search: IncidentSearch.Ordered) -> HTML {
    let links = [("gpx", "GPX"), ("geojson", "GeoJSON"), ("cot", "Cursor on Target")].map { format, name -> HTML in
      let ending = format == "cot" ? "xml" : format
      return """
        <a href="/api/incidents/\(boat.id)/searches/\(search.id)/\(format)" download="\(search.id).\(ending)">\(name)</a>\u{20}
        """
    }
    return "\(links)"
  }

  private func record(_ search: IncidentSearch.Ordered) -> HTML {
    let end = (try? search.order.plan.footprint().ends) ?? search.order.begins
    let until = min(end, now)
    return pieces.line(
      "\(path(of: search))/record-search", "made-\(search.id)", button: "search.record",
      [
        pieces.value("search", search.id), pieces.value("searcher", search.asset),
        pieces.value("order", JSONPiece.text(search.order)),
        pieces.choice("outcome", "made-\(search.id)", label: "search.outcome", outcomes),
        pieces.field(
          "from", "made-\(search.id)", label: "search.from", value: min(search.order.begins, until).iso8601, size: 20,
          needed: true),
        pieces.field("to", "made-\(search.id)", label: "search.to", value: until.iso8601, size: 20, needed: true),
        pieces.field("share", "made-\(search.id)", label: "search.share", value: "100", size: 5, numeric: true),
        pieces.field("text", "made-\(search.id)", label: "rescue.note", size: 24),
      ])
  }

  private var outcomes: [(value: String, text: String)] {
    SearchMade.Outcome.allCases.map { ($0.rawValue, strings["search.outcome.\($0.rawValue)"]) }
  }

  /// The incident under which a search was ordered: a boat may be several that were joined.
  private func path(of search: IncidentSearch.Ordered) -> String {
    "/incidents/\(boat.incidents.first { $0.searches.contains { $0.id == search.id } }?.id ?? boat.id)"
  }

  // MARK: What was made

  private var made: HTML {
    let searches = boat.searchesMade
    guard !searches.isEmpty else { return .empty }
    let heads = ["searcher", "time", "outcome", "detection", "containment", "success", "sum"].map { column -> HTML in
      "<th scope=\"col\">\(strings["search.column.\(column)"])</th>"
    }
    let rows = searches.map(row)
    return """
      <h3>\(strings["search.made"])</h3><div class="table-scroll"><table class="data" id="searches-made">
      <thead><tr>\(heads)<th></th></tr></thead><tbody>\(rows)</tbody></table></div>
      """
  }

  private func row(_ search: IncidentSearch.Made) -> HTML {
    let worth = drift?.searches.first { $0.id == search.id }
    let probabilities = search.made.areas.map(\.detectionProbability)
    let range = Set([probabilities.min(), probabilities.max()].compactMap { $0 }).sorted().map(DriftText.percent)
    let gone: HTML = search.withdrawnBy == nil ? .empty : " class=\"is-ended\""
    let owner = boat.incidents.first { $0.searchesMade.contains { $0.id == search.id } }?.id ?? boat.id
    let back: HTML =
      search.withdrawnBy.map { "\(strings("rescue.withdrawn", ["by": $0]))" as HTML }
      ?? (mayAct
        ? pieces.line(
          "/incidents/\(owner)/withdraw-search", search.id, button: "rescue.withdraw",
          [
            pieces.value("record", search.id),
            pieces.field("text", search.id, label: "rescue.reason", size: 16, needed: true),
          ]) : .empty)
    return """
      <tr\(gone)><th scope="row">\(search.made.searcher) <span class="muted">\(strings["search.means.\(search.made.means.rawValue)"])</span></th>
      <td class="time">\(search.made.from.plainText) – \(search.made.to.plainText)</td>
      <td>\(strings["search.outcome.\(search.made.outcome.rawValue)"]) \(search.text ?? "")</td>
      <td class="number">\(range.joined(separator: "–"))</td>
      <td class="number">\(worth.map { DriftText.percent($0.containment) } ?? "–")</td>
      <td class="number">\(worth.map { DriftText.fine($0.success) } ?? "–")</td>
      <td class="number">\(worth.map { DriftText.fine($0.cumulativeSuccess) } ?? "–")</td><td>\(back)</td></tr>

      """
  }

  // MARK: What remains

  private var remains: HTML {
    guard let drift, !drift.searches.isEmpty else { return .empty }
    let areas = drift.hours.first.map { hour in
      hour.areas.map { area in
        strings(
          "drift.area", ["percent": DriftText.percent(area.share), "area": DriftText.area(area.areaSquareMetres)])
      }.joined(separator: ", ")
    }
    let shares = drift.hours.first.map { hour in
      zip(drift.inputs.assumption.hypotheses, hour.hypothesisShares).map { hypothesis, share in
        "\(DriftText(strings: strings, now: now).className(hypothesis.key)) \(DriftText.percent(share))"
      }.joined(separator: ", ")
    }
    return """
      <h3>\(strings["search.remains"])</h3>
      <p id="search-remains">\(strings("search.remains.words", [
        "success": DriftText.fine(drift.cumulativeSuccess), "left": DriftText.fine(1 - drift.cumulativeSuccess),
      ]))</p><p>\(areas.map { strings("search.remains.areas", ["areas": $0]) } ?? "")</p>
      <p>\(shares.map { strings("search.remains.classes", ["classes": $0]) } ?? "")</p>
      """
  }

  /// Ending the search, with what remains before the officer's eyes: the boat stays open all the same.
  private var ending: HTML {
    guard mayAct, !boat.searches.isEmpty || !boat.searchesMade.isEmpty else { return .empty }
    guard boat.searchEnd?.holds != true else {
      return pieces.line(
        "\(path)/resume-search", "resume-search", button: "search.resume",
        [pieces.field("text", "resume-search", label: "rescue.reason", size: 40, needed: true)])
    }
    let success = drift.map { $0.cumulativeSuccess }
    let left = success.map {
      strings(
        "search.remains.words", ["success": DriftText.fine($0), "left": DriftText.fine(1 - $0)])
    }
    return """
      <details><summary>\(strings["search.end"])</summary>
      <p class="notice">\(left ?? strings["search.end.noDrift"])</p>
      <p class="notice">\(survivalSentence ?? strings["search.end.noSurvival"])</p><p>\(strings["search.end.open"])</p>
      \(pieces.line("\(path)/end-search", "end-search", button: "search.end.do", grave: true, [
        pieces.value("success", success.map { "\($0)" } ?? ""),
        pieces.value("survival", longestSurvivalHours.map { "\($0)" } ?? ""),
        pieces.field("text", "end-search", label: "rescue.reason", size: 40, needed: true),
      ]))</details>
      """
  }
}
