import Geodesy
import Hummingbird
import Ledger
import Marking
import Operations
import Rescue

/// The pages of rescue: the board of boats, the report of a call, a report, an incident, what can be sent, the hand-over.
extension Desk {
  func addIncidentPages(to router: Router<DeskContext>) {
    router.get("incidents", use: showBoard)
    router.get("incidents/report") { request, context in
      let acting = try context.signedIn().acting
      let boats = try await centre.rescue(as: acting).boats.filter(\.isOpen)
      return ReportPageView(pieces: pieces(context), boats: boats, incident: request.query("incident")).document
        .response()
    }
    router.post("incidents/report", use: takeReport)
    router.get("incidents/:id", use: showIncident)
    router.get("incidents/:id/log", use: showIncidentLog)
    router.post("incidents/:id/:act", use: actOnIncident)
    router.get("contacts/:id", use: showContact)
    router.post("contacts/:id/:act", use: actOnContact)
    router.get("assets", use: showAssets)
    router.post("assets", use: declareAsset)
    router.get("handover", use: showHandover)
    router.post("handover", use: handOver)
  }

  func pieces(_ context: DeskContext) -> FormPieces {
    FormPieces(frame: frame(context), key: centre.surroundings.identifier())
  }

  /// What positions are read by: the waters and the places of the watch.
  var positionContext: PositionContext { ground.positionContext }

  /// The book as asked for, with the moment, after the look has been recorded.
  private func book(
    _ request: Request, _ context: DeskContext, _ subjects: [String] = []
  ) async throws -> (RescueBook, Instant?) {
    let acting = try context.signedIn().acting
    let (asKnown, moment) = try await asKnown(request)
    try await centre.consult(Consultation(.incidents, subjects: subjects, asOf: moment), as: acting)
    return (try await centre.rescue(asKnown, as: acting), moment)
  }

  @Sendable func showBoard(_ request: Request, _ context: DeskContext) async throws -> Response {
    let (book, moment) = try await book(request, context)
    return BoardPageView(
      pieces: pieces(context), book: book, now: moment ?? now(), moment: moment,
      showsAll: request.query("state") == "all", advice: moment == nil ? rescue.advice : nil,
      drifted: { boat in moment == nil ? drifted(boat) : nil }
    ).document.response()
  }

  @Sendable func takeReport(_ request: Request, _ context: DeskContext) async throws -> Response {
    let form = try await self.form(request, context)
    let typed = ContactReading(now: now(), context: positionContext) { form[$0] }
    let boat = BoatChoice(form["incident"])
    let command = TakeContact(
      typed.statement, words: typed.words, received: typed.received,
      incident: boat.incident, opens: boat.opens)
    let names = try await centre.rescue(command, as: try context.signedIn().acting, key: form["key"])
    try await refreshRescue()
    return .see(names.last.map { "/contacts/\($0)" } ?? "/incidents")
  }

  @Sendable func showIncident(_ request: Request, _ context: DeskContext) async throws -> Response {
    let id = context.parameters.get("id") ?? ""
    let (book, moment) = try await book(request, context, ["incident:\(id)"])
    guard let boat = book.boat(of: id) else { throw DeskError(.notFound) }
    let person = try context.signedIn().acting
    return IncidentPageView(
      pieces: pieces(context), boat: boat, book: book, now: moment ?? now(), moment: moment,
      mayOverride: person.viewer.roles.contains(.seniorOfficer), assets: assets(book, to: boat),
      advice: moment == nil ? rescue.advice : nil, outlook: try await outlook(boat, book, request, context)
    ).document.response()
  }

  @Sendable func showIncidentLog(_ request: Request, _ context: DeskContext) async throws -> Response {
    let id = context.parameters.get("id") ?? ""
    let (book, moment) = try await book(request, context, ["incident:\(id)"])
    guard let boat = book.boat(of: id) else { throw DeskError(.notFound) }
    return IncidentLogView(frame: frame(context), boat: boat, moment: moment, now: now()).document.response()
  }

  @Sendable func actOnIncident(_ request: Request, _ context: DeskContext) async throws -> Response {
    let form = try await self.form(request, context)
    let (id, act) = (context.parameters.get("id") ?? "", context.parameters.get("act") ?? "")
    guard let command = try RescueActs.incident(act, id, form, now: now(), context: positionContext) else {
      throw DeskError(.notFound)
    }
    try await centre.rescue(command, as: try context.signedIn().acting, key: form["key"])
    try await refreshRescue()
    return .see("/incidents/\(id)")
  }

  @Sendable func showContact(_ request: Request, _ context: DeskContext) async throws -> Response {
    let id = context.parameters.get("id") ?? ""
    let (book, moment) = try await book(request, context, ["contact:\(id)"])
    guard let contact = book.contacts[id] else { throw DeskError(.notFound) }
    return ContactPageView(
      pieces: pieces(context), contact: contact, book: book, now: moment ?? now(), moment: moment,
      reading: contact.words?.position.map { PositionText.read($0, in: positionContext) },
      advice: moment == nil ? rescue.advice : nil,
      readers: book.readers(of: contact, at: centre.ledger.origin)
    ).document.response()
  }

  @Sendable func actOnContact(_ request: Request, _ context: DeskContext) async throws -> Response {
    let form = try await self.form(request, context)
    let (id, act) = (context.parameters.get("id") ?? "", context.parameters.get("act") ?? "")
    guard let command = try RescueActs.contact(act, id, form, now: now(), context: positionContext) else {
      throw DeskError(.notFound)
    }
    try await centre.rescue(command, as: try context.signedIn().acting, key: form["key"])
    try await refreshRescue()
    return .see(form["back"].flatMap { $0.hasPrefix("/incidents") ? $0 : nil } ?? "/contacts/\(id)")
  }
}
