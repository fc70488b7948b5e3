import Geodesy
import Hummingbird
import Ledger
import Operations

/// What can be sent, and the hand-over of the watch.
extension Desk {
  @Sendable func showAssets(_ request: Request, _ context: DeskContext) async throws -> Response {
    let acting = try context.signedIn().acting
    let book = try await centre.rescue(as: acting)
    return AssetPageView(pieces: pieces(context), book: book).document.response()
  }

  @Sendable func declareAsset(_ request: Request, _ context: DeskContext) async throws -> Response {
    let form = try await self.form(request, context)
    guard let kind = form["kind"].flatMap({ DeclaredAsset.Kind(rawValue: $0) }) else {
      throw DeskError(.invalid, "kind")
    }
    func number(_ name: String, _ usual: Double) throws -> Double {
      guard let text = form[name] else { return usual }
      guard let value = Double(text.replacing(",", with: ".")) else { throw DeskError(.invalid, "\(name) is a number") }
      return value
    }
    let typed = form["position"]
    let position = typed.flatMap { PositionText.read($0, in: positionContext).candidates.first?.position }
    if typed != nil, position == nil { throw DeskError(.invalid, "position is one such as 51 07.2N 001 20.5E") }
    let asset = DeclaredAsset(
      name: form["name"] ?? "", kind: kind, agency: form["agency"] ?? centre.settings.agency,
      speedKnots: try number("speed", 0), enduranceMinutes: try number("endurance", 0),
      capacity: Typed.number(form["capacity"], in: 0...ContactStatement.mostPeople) ?? 0,
      readinessMinutes: try number("readiness", 0), latitude: position?.latitudeDegrees,
      longitude: position?.longitudeDegrees, track: form["track"], isAvailable: form["available"] != nil)
    try await centre.rescue(DeclareAsset(asset), as: try context.signedIn().acting, key: form["key"])
    return .see("/assets")
  }

  @Sendable func showHandover(_ request: Request, _ context: DeskContext) async throws -> Response {
    let acting = try context.signedIn().acting
    let (asKnown, moment) = try await asKnown(request)
    try await centre.consult(Consultation(.incidents, asOf: moment), as: acting)
    let book = try await centre.rescue(asKnown, as: acting)
    return HandoverPageView(
      pieces: pieces(context), book: book, unread: book.unread(at: centre.ledger.origin), now: moment ?? now(),
      moment: moment
    ).document.response()
  }

  @Sendable func handOver(_ request: Request, _ context: DeskContext) async throws -> Response {
    let form = try await self.form(request, context)
    try await centre.rescue(
      HandOverWatch(to: form["to"] ?? "", text: form["text"] ?? ""), as: try context.signedIn().acting, key: form["key"]
    )
    return .see("/handover")
  }
}

/// What can be sent: the list, and the form to add one or to change what is known of it.
struct AssetPageView {
  var pieces: FormPieces
  var book: RescueBook

  private var strings: Strings { pieces.frame.strings }

  var document: HTML {
    let assets = book.assets.values.sorted { $0.name < $1.name }
    let heads = ["name", "kind", "agency", "speed", "endurance", "capacity", "readiness", "position"].map {
      key -> HTML in
      let isNumber: HTML = ["speed", "endurance", "capacity", "readiness"].contains(key) ? " class=\"number\"" : .empty
      // The cells carry their units; the fields below have them in their names.
      let column = "rescue.asset.column.\(key)"
      return "<th scope=\"col\"\(isNumber)>\(strings[strings.has(column) ? column : "rescue.asset.head.\(key)"])</th>"
    }
    let table: HTML =
      assets.isEmpty
      ? "<p class=\"muted\">\(strings["rescue.assets.none"])</p>"
      : "<div class=\"table-scroll\"><table class=\"data\"><thead><tr>\(heads)</tr></thead><tbody>\(assets.map(row))</tbody></table></div>"
    let kinds = DeclaredAsset.Kind.allCases.map { (value: $0.rawValue, text: strings["rescue.asset.\($0.rawValue)"]) }
    return Layout.plain(
      pieces.frame, title: "rescue.assets",
      main: """
        <div class="page-head"><h1>\(strings["rescue.assets"])</h1><a href="/incidents">\(strings["rescue.title"])</a></div>
        \(table)
        <section class="card"><h2>\(strings["rescue.asset.add"])</h2>
        <form class="filter" method="post" action="/assets">
        \(pieces.hidden("asset"))
        \(field("name", 18, needed: true))
        \(pieces.choice("kind", "a", label: "rescue.asset.head.kind", kinds))
        \(field("agency", 10))\(field("speed", 5, needed: true))\(field("endurance", 6))\(field("capacity", 5))
        \(field("readiness", 5))\(field("position", 22))\(field("track", 10))
        <label><input type="checkbox" name="available" value="yes" checked> \(strings["rescue.asset.available"])</label>
        <button class="primary" type="submit">\(strings["rescue.asset.save"])</button>
        </form></section>
        """)
  }

  private func field(_ name: String, _ size: Int, needed: Bool = false) -> HTML {
    pieces.field(name, "a", label: "rescue.asset.head.\(name)", size: size, needed: needed)
  }

  private func row(_ asset: DeclaredAsset) -> HTML {
    let ended: HTML = asset.isAvailable ? .empty : " class=\"is-ended\""
    let place =
      asset.track
      ?? asset.latitude.flatMap { latitude in
        asset.longitude.flatMap { Position(latitudeDegrees: latitude, longitudeDegrees: $0)?.text }
      } ?? "–"
    return """
      <tr\(ended)><th scope="row">\(asset.name)</th><td>\(strings["rescue.asset.\(asset.kind.rawValue)"])</td>
      <td>\(asset.agency)</td><td class="number">\(Int(asset.speedKnots)) kn</td>
      <td class="number">\(RescueText.duration(Int(asset.enduranceMinutes)))</td><td class="number">\(asset.capacity)</td>
      <td class="number">\(RescueText.duration(Int(asset.readinessMinutes)))</td><td class="time">\(place)</td></tr>

      """
  }
}

/// The hand-over: what is open, promised and not tied, on one page, and the signature of whoever takes the watch.
struct HandoverPageView {
  var pieces: FormPieces
  var book: RescueBook
  /// The reports that nobody here has read.
  var unread: [Contact]
  var now: Instant
  var moment: Instant?

  var document: HTML {
    let strings = pieces.frame.strings
    let text = RescueText(strings: strings)
    let boats = book.boats.filter(\.isOpen).map { boat -> HTML in
      let lines = SituationText(text: text, boat: boat, now: now).plain
      return
        "<section class=\"card\"><h2><a href=\"/incidents/\(boat.id)\">\(boat.id)</a></h2><pre class=\"report-text\">\(lines)</pre></section>"
    }
    func line(_ report: Contact) -> HTML {
      "<li><a href=\"/contacts/\(report.id)\">\(report.id)</a> \(text.age(of: report.received, now: now)) · \(text.line(report.statement))</li>"
    }
    let (untied, unread) = (book.untied.map(line), unread.map(line))
    let promised = book.contacts.values.filter { $0.nextCall != nil }
      .sorted { ($0.nextCall ?? now, $0.id) < ($1.nextCall ?? now, $1.id) }.map { report -> HTML in
        "<li><a href=\"/contacts/\(report.id)\">\(report.id)</a> \(text.age(of: report.nextCall ?? now, now: now)) \(report.incident ?? "")</li>"
      }
    let former = book.handovers.suffix(10).reversed().map { fact -> HTML in
      "<li>\(fact.recorded.timeElement) \(fact.actor) · \(fact.centre): \(RecordSentence.text(fact.kind, fact.arguments, strings))<div class=\"log-text\">\(fact.text ?? "")</div></li>"
    }
    let form: HTML =
      moment == nil
      ? """
      <form class="form card" method="post" action="/handover">
      \(pieces.hidden("handover"))
      \(pieces.field("to", "h", label: "rescue.handover.to", size: 30, needed: true))
      \(pieces.area("text", "h", label: "rescue.handover.text", rows: 5, needed: true))
      <div class="buttons"><button class="primary" type="submit">\(strings["rescue.handover.do"])</button></div></form>
      """ : .empty
    return Layout.plain(
      pieces.frame, title: "rescue.handover",
      main: """
        <div class="page-head"><h1>\(strings["rescue.handover"])</h1><a href="/incidents">\(strings["rescue.title"])</a></div>
        \(KnownAt.banner(strings, moment, path: "/handover"))
        <p class="lead">\(book.summary.sentence(strings) ?? strings["rescue.nobody"])</p>
        \(boats)
        \(section(strings("rescue.untied", ["count": "\(book.untied.count)"]), untied))
        \(section(strings("rescue.unread", ["count": "\(unread.count)"]), unread))
        \(section(strings["rescue.callBacks"], promised))
        \(form)
        \(section(strings["rescue.handover.former"], former))
        """)
  }

  /// A part of the hand-over; one without anything says so, since an empty box might be one that failed.
  private func section(_ title: String, _ items: [HTML]) -> HTML {
    let list: HTML =
      items.isEmpty
      ? "<p class=\"muted\">\(pieces.frame.strings["rescue.handover.nothing"])</p>"
      : "<ol class=\"log-list\">\(items)</ol>"
    return "<section class=\"card\"><h2>\(title)</h2>\(list)</section>"
  }
}
