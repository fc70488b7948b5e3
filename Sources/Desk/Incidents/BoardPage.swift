import Geodesy
import Operations
import Rescue

/// The board of boats: each with its people, its last contact and what is uncertain, and the reports that are tied to none.
struct BoardPageView {
  var pieces: FormPieces
  var book: RescueBook
  var now: Instant
  var moment: Instant?
  var showsAll: Bool
  /// The estimate of how many boats there are.
  var advice: RescueAdvice?
  /// Where a boat is by its drift, where one was computed, with the radius that holds 95 of 100 and the moment.
  var drifted: (String) -> (position: Position, radiusMetres: Double, at: Instant)? = { _ in nil }

  private var strings: Strings { pieces.frame.strings }
  private var text: RescueText { RescueText(strings: strings) }

  var document: HTML {
    let boats = book.boats.filter { showsAll || $0.isOpen }
    let other = showsAll ? ("/incidents", "rescue.board.open") : ("/incidents?state=all", "rescue.board.all")
    return Layout.plain(
      pieces.frame, title: "rescue.title",
      main: """
        <div class="page-head"><h1>\(strings["rescue.title"])</h1>
        <span><a class="button primary" href="/incidents/report" accesskey="n">\(strings["rescue.report.new"])</a>
        <a href="\(other.0)">\(strings[other.1])</a> <a href="/contact-import">\(strings["rescue.import.title"])</a> <a href="/assets">\(strings["rescue.assets"])</a>
        <a href="/handover">\(strings["rescue.handover"])</a></span></div>
        \(KnownAt.banner(strings, moment, path: "/incidents"))
        \(advice.map { AdviceText(strings: strings).summary($0, book) } ?? .empty)
        \(untied)
        \(table(boats))
        \(callBacks)
        """)
  }

  private func table(_ boats: [Boat]) -> HTML {
    guard !boats.isEmpty else { return "<p class=\"muted\">\(strings["rescue.board.none"])</p>" }
    let heads = [
      "boat", "phase", "reported", "accounted", "unaccounted", "lastContact", "nextCall", "position", "uncertain",
    ]
    .map { key -> HTML in
      let isNumber: HTML = ["reported", "accounted", "unaccounted"].contains(key) ? " class=\"number\"" : .empty
      return "<th scope=\"col\"\(isNumber)>\(strings["rescue.board.\(key)"])</th>"
    }
    return """
      <div class="table-scroll"><table class="data"><thead><tr>\(heads)</tr></thead><tbody>
      \(boats.map(row))</tbody></table></div>
      """
  }

  private func row(_ boat: Boat) -> HTML {
    let reckoning = boat.reckoning
    let ended: HTML = boat.isOpen ? .empty : " class=\"is-ended\""
    let exercise: HTML = boat.exercise ? " <span class=\"mark\">EXERCISE</span>" : .empty
    let again: HTML =
      boat.isOpenAgain ? " <span class=\"mark mark-danger\">\(strings["rescue.openAgain"])</span>" : .empty
    let last = boat.lastContact.map { text.age(of: $0, now: now) } ?? "–"
    let place = boat.lastPlace.map { text.place($0.place, received: $0.contact.received, now: now) } ?? "–"
    let tracks = boat.tracks.map { track -> HTML in "<a href=\"/picture?track=\(track)\">\(track)</a> " }
    let joined = boat.incidents.dropFirst().map(\.id).joined(separator: ", ")
    let matters = boat.isOpen ? boat.openMatters.count : 0
    return """
      <tr\(ended)><th scope="row"><a href="/incidents/\(boat.id)">\(boat.id)</a> <span class="muted">\(joined)</span>\
      \(exercise)\(again)</th>
      <td>\(strings["rescue.phase.\(boat.phase.rawValue)"]) <span class="muted">\(boat.centre)</span></td>
      <td class="number">\(text.people(reckoning.reported))</td><td class="number">\(reckoning.accounted)</td>
      <td class="number">\(unaccounted(boat))</td>
      <td class="time">\(last)</td><td class="time">\(boat.nextCall.map { text.age(of: $0, now: now) } ?? "–")</td>
      <td>\(place) \(tracks)\(driftedPlace(boat))</td>
      <td>\(strings("rescue.board.matters", ["count": "\(matters)", "reports": "\(boat.contacts.count)"]))</td></tr>

      """
  }

  private func driftedPlace(_ boat: Boat) -> HTML {
    guard boat.isOpen, let place = drifted(boat.id) else { return .empty }
    let words = strings(
      "rescue.board.drifted",
      [
        "position": place.position.text, "radius": DriftText.distance(place.radiusMetres),
        "age": text.age(of: place.at, now: now),
      ])
    return "<br><a href=\"/incidents/\(boat.id)/drift\">\(words)</a>"
  }

  private func unaccounted(_ boat: Boat) -> HTML {
    let range = boat.reckoning.unaccounted
    let words = text.people(range)
    return range == 0...0 ? "\(words)" : "<strong class=\"is-missing\">\(words)</strong>"
  }

  /// The reports that nobody has tied to a boat, each with a choice of boats.
  private var untied: HTML {
    let reports = book.untied
    guard !reports.isEmpty else { return .empty }
    let boats = [(BoatChoice.new, strings["rescue.newBoat"])] + book.boats.filter(\.isOpen).map { ($0.id, $0.id) }
    let items = reports.map { report -> HTML in
      let place =
        report.statement.place.map { text.place($0, received: report.received, now: now) }
        ?? strings["rescue.noPosition"]
      let form: HTML =
        moment == nil
        ? pieces.line(
          "/contacts/\(report.id)/tie", report.id, button: "rescue.tie",
          [
            pieces.value("back", "/incidents"),
            pieces.choice("incident", report.id, label: "rescue.boat", boats.map { (value: $0.0, text: $0.1) }),
          ]) : .empty
      return """
        <li><p><a href="/contacts/\(report.id)">\(report.id)</a> \
        \(strings["rescue.channel.\(report.statement.channel.rawValue)"]), \(text.age(of: report.received, now: now)) · \
        \([text.line(report.statement), place].filter { !$0.isEmpty }.joined(separator: " · "))</p>\(proposal(report))\(form)</li>
        """
    }
    return """
      <section class="card"><h2>\(strings("rescue.untied", ["count": "\(reports.count)"]))</h2>
      <ol class="log-list">\(items)</ol></section>
      """
  }

  private func proposal(_ report: Contact) -> HTML {
    AdviceText(strings: strings).proposal(report.id, advice).map { "<p class=\"muted\">\($0)</p>" } ?? .empty
  }

  /// The calls that were promised, the next first.
  private var callBacks: HTML {
    let waiting = book.contacts.values.filter { $0.nextCall != nil }
      .sorted { ($0.nextCall ?? now, $0.id) < ($1.nextCall ?? now, $1.id) }
    guard !waiting.isEmpty else { return .empty }
    let items = waiting.map { contact -> HTML in
      let late: HTML = (contact.nextCall ?? now) < now ? " class=\"is-missing\"" : .empty
      return """
        <li><span\(late)>\(text.age(of: contact.nextCall ?? now, now: now))</span> \
        <a href="/contacts/\(contact.id)">\(contact.id)</a> \(contact.words?.phone ?? "") \(contact.incident ?? "")</li>
        """
    }
    return """
      <section class="card"><h2>\(strings["rescue.callBacks"])</h2><ol class="log-list">\(items)</ol></section>
      """
  }
}
