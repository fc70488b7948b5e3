import Geodesy
import Operations
import Rescue

/// One boat: who of it is accounted for and what does not fit, its reports, its tasks, who can reach it, and its log.
struct IncidentPageView {
  var pieces: FormPieces
  var boat: Boat
  var book: RescueBook
  var now: Instant
  var moment: Instant?
  /// Whether the person may close it against what does not fit.
  var mayOverride: Bool
  var assets: [RankedAsset]
  /// The estimate of how many boats there are.
  var advice: RescueAdvice?
  /// What drift, searches and survival say of it.
  var outlook: HTML = .empty

  var strings: Strings { pieces.frame.strings }
  var text: RescueText { RescueText(strings: strings) }
  var path: String { "/incidents/\(boat.id)" }

  var document: HTML {
    let exercise: HTML = boat.exercise ? " <span class=\"mark\">EXERCISE</span>" : .empty
    return Layout.plain(
      pieces.frame, title: "rescue.incident.title",
      main: """
        <div class="page-head"><h1>\(boat.id)\(exercise)</h1>
        <span><a class="button primary" href="/incidents/report?incident=\(boat.id)">\(strings["rescue.report.new"])</a>
        <a href="\(path)/log">\(strings["rescue.log.print"])</a> <a href="/incidents">\(strings["rescue.title"])</a></span></div>
        \(KnownAt.banner(strings, moment, path: path))
        \(head)
        \(reckoning)
        \(reports)
        \(tasks)
        \(outlook)
        \(moment == nil ? acts : HTML.empty)
        <section class="card"><h2>\(strings["rescue.log"])</h2>\(IncidentLogList(strings: strings, boat: boat, now: now).list)</section>
        """)
  }

  private var head: HTML {
    let place =
      boat.lastPlace.map { text.place($0.place, received: $0.contact.received, now: now) }
      ?? strings["rescue.noPosition"]
    let tracks = boat.tracks.map { track -> HTML in "<a href=\"/picture?track=\(track)\">\(track)</a> " }
    let joined = boat.incidents.dropFirst().map { incident -> HTML in
      let part: HTML =
        moment == nil
        ? pieces.line(
          "\(path)/part", "part-\(incident.id)", button: "rescue.part",
          [
            pieces.value("other", incident.id),
            pieces.field("text", "part-\(incident.id)", label: "rescue.reason", size: 30, needed: true),
          ]) : .empty
      return "<p>\(strings("rescue.joinedWith", ["incident": incident.id]))</p>\(part)"
    }
    let offered: HTML =
      boat.incidents.compactMap(\.offeredTo).first.map {
        "<p class=\"notice\">\(strings("rescue.offered", ["to": $0]))</p>"
      } ?? .empty
    return """
      <section class="card"><p><strong>\(strings["rescue.phase.\(boat.phase.rawValue)"])</strong> · \
      \(strings("rescue.coordinates", ["centre": boat.centre])) · \(strings("rescue.opened", ["time": boat.opened.plainText]))</p>
      <p>\(place) \(tracks)</p>
      <p>\(strings("rescue.lastContact", ["age": boat.lastContact.map { text.age(of: $0, now: now) } ?? "–"])) · \
      \(strings("rescue.next", ["age": boat.nextCall.map { text.age(of: $0, now: now) } ?? "–"]))</p>
      \(joined)\(offered)</section>
      """
  }

  /// Who is accounted for, and everything that does not fit.
  private var reckoning: HTML {
    let reckoning = boat.reckoning
    let claims = boat.contacts.map { contact -> HTML in
      let explained: HTML = contact.explanation.map { " <span class=\"muted\">\($0.text ?? "")</span>" } ?? .empty
      return """
        <tr><th scope="row"><a href="/contacts/\(contact.id)">\(contact.id)</a></th>
        <td>\(strings["rescue.channel.\(contact.statement.channel.rawValue)"])</td>
        <td class="time">\(contact.received.plainText)</td><td class="number">\(text.people(contact.statement.people))</td>
        <td>\(contact.agency) · \(contact.centre)\(explained)</td></tr>

        """
    }
    let counts = boat.incidents.flatMap(\.counts).sorted { ($0.at, $0.id) < ($1.at, $1.id) }.map(countRow)
    let matters = boat.isOpen ? boat.openMatters : []
    let list: HTML =
      matters.isEmpty
      ? .empty
      : "<h3>\(strings["rescue.matters"])</h3><ul class=\"matters\">\(matters.map { "<li>\(text.matter($0))</li>" as HTML })</ul>"
    let range = reckoning.unaccounted
    let style: HTML = range == 0...0 ? .empty : " is-missing"
    return """
      <section class="card" id="reckoning"><h2>\(strings["rescue.reckoning"])</h2>
      <p class="reckoning\(style)">\(strings("rescue.reckoning.sum", [
        "reported": text.people(reckoning.reported), "accounted": "\(reckoning.accounted)", "missing": text.people(range),
      ]))</p>
      \(estimate)\(closure)\(list)
      \(table("rescue.reports.caption", claims))
      \(table("rescue.counts.caption", counts))
      </section>
      """
  }

  private func table(_ caption: String, _ rows: [HTML]) -> HTML {
    guard !rows.isEmpty else { return .empty }
    return """
      <div class="table-scroll"><table class="data"><caption>\(strings[caption])</caption><tbody>\(rows)</tbody></table></div>
      """
  }

  private var estimate: HTML {
    guard boat.isOpen, let words = AdviceText(strings: strings).unaccounted(boat.id, advice) else { return .empty }
    return "<p class=\"muted\">\(words)</p>"
  }

  private var closure: HTML {
    if boat.isOpenAgain { return "<p class=\"notice notice-danger\">\(strings["rescue.openAgain.why"])</p>" }
    guard let closure = boat.closure else { return .empty }
    let words = strings(
      closure.overrides ? "rescue.closedAgainst" : "rescue.closed",
      ["by": closure.by, "time": closure.at.plainText, "reason": closure.reason ?? ""])
    return "<p class=\"notice\">\(words)</p><p class=\"muted\">\(closure.conflicts.joined(separator: ", "))</p>"
  }

  private func countRow(_ count: Incident.Count) -> HTML {
    let gone: HTML = count.withdrawnBy == nil ? .empty : " class=\"is-ended\""
    let back: HTML =
      count.withdrawnBy == nil && moment == nil && boat.isOpen
      ? pieces.line(
        "/incidents/\(incident(of: count))/withdraw", count.id, button: "rescue.withdraw",
        [
          pieces.value("record", count.id),
          pieces.field("text", count.id, label: "rescue.reason", size: 16, needed: true),
        ]) : count.withdrawnBy.map { "\(strings("rescue.withdrawn", ["by": $0]))" } ?? .empty
    return """
      <tr\(gone)><th scope="row">\(strings["rescue.fate.\(count.fate.rawValue)"])</th>
      <td class="number">\(count.people)</td><td class="time">\(count.at.plainText)</td>
      <td>\([count.asset, count.place, count.position?.text].compactMap { $0 }.joined(separator: " · "))</td>
      <td>\(count.by) · \(count.agency)</td><td>\(back)</td></tr>

      """
  }

  private func incident(of count: Incident.Count) -> String {
    boat.incidents.first { $0.counts.contains { $0.id == count.id } }?.id ?? boat.id
  }

  private var reports: HTML {
    guard !boat.contacts.isEmpty else { return .empty }
    let items = boat.contacts.reversed().map { contact -> HTML in
      let place =
        contact.statement.place.map { text.place($0, received: contact.received, now: now) }
        ?? strings["rescue.noPosition"]
      return """
        <li><a href="/contacts/\(contact.id)">\(contact.id)</a> \(text.age(of: contact.received, now: now)) · \
        \(text.line(contact.statement)) · \(place)</li>
        """
    }
    return "<section class=\"card\"><h2>\(strings["rescue.reports"])</h2><ol class=\"log-list\">\(items)</ol></section>"
  }
}
