import Geodesy
import Hummingbird
import Operations
import Rescue

/// Rescue for programs: how many are not accounted for, the boats, what a text says of a position, and reports.
extension Desk {
  /// A report as another program hands it in.
  struct NewReport: Decodable, Sendable {
    var statement: ContactStatement
    var words: ContactWords?
    var received: Instant?
    /// The incident that it is about; `new` to open one.
    var incident: String?
    /// A name that the sender gives the report, so that sending it twice keeps it once.
    var key: String?
  }

  func addIncidentRoutes(to api: RouterGroup<DeskContext>) {
    api.get("unaccounted") { [rescue] _, context in
      _ = try context.signedIn()
      return Response.json(rescue.summary.json)
    }
    api.get("incidents", use: listIncidents)
    api.get("boats", use: showBoats)
    api.post("contacts", use: takeReportFromProgram)
  }

  @Sendable func listIncidents(_ request: Request, _ context: DeskContext) async throws -> Response {
    let acting = try context.signedIn().acting
    let (asKnown, moment) = try await asKnown(request)
    try await centre.consult(Consultation(.incidents, asOf: moment), as: acting)
    let book = try await centre.rescue(asKnown, as: acting)
    var json = JSONText(reserving: 8192)
    json.object { json in
      json.key("incidents")
      json.array { json in for boat in book.boats { boat.write(to: &json) } }
      json.key("untied")
      json.array { json in for contact in book.untied { json.string(contact.id) } }
    }
    return .json(json)
  }

  @Sendable func takeReportFromProgram(_ request: Request, _ context: DeskContext) async throws -> Response {
    let acting = try context.signedIn().acting
    let report = try await request.decode(as: NewReport.self, context: context)
    let boat = BoatChoice(report.incident)
    var statement = report.statement
    // A position in words is understood as on the desk's own page, and stays beside it as written.
    if statement.place == nil, let typed = report.words?.position {
      let reading = ContactReading(now: now(), context: positionContext) { $0 == "position" ? typed : nil }
      statement.place = reading.statement.place
    }
    let command = TakeContact(
      statement, words: report.words ?? ContactWords(), received: report.received,
      incident: boat.incident, opens: boat.opens)
    let names = try await centre.rescue(command, as: acting, key: report.key)
    try await refreshRescue()
    var json = JSONText()
    json.object { json in
      json.key("names")
      json.array { json in for name in names { json.string(name) } }
    }
    return .json(json)
  }
}

extension Boat {
  func write(to json: inout JSONText) {
    let reckoning = reckoning
    json.object { json in
      json.member("id", id)
      json.member("phase", phase.rawValue)
      json.member("centre", centre)
      json.member("opened", opened.iso8601)
      json.key("open")
      json.boolean(isOpen)
      json.key("exercise")
      json.boolean(exercise)
      Self.write("reported", reckoning.reported, to: &json)
      json.key("accounted")
      json.integer(Int64(reckoning.accounted))
      Self.write("unaccounted", reckoning.unaccounted, to: &json)
      json.key("matters")
      json.array { json in for matter in openMatters { json.string(matter.key) } }
      json.key("contacts")
      json.array { json in for contact in contacts { json.string(contact.id) } }
      json.key("tracks")
      json.array { json in for track in tracks { json.string(track) } }
      json.key("lastContact")
      json.string(lastContact?.iso8601)
      json.key("nextCall")
      json.string(nextCall?.iso8601)
      json.key("lat")
      json.number(lastPlace?.place.latitude, decimals: 6)
      json.key("lon")
      json.number(lastPlace?.place.longitude, decimals: 6)
    }
  }

  /// The fewest and the most, or null.
  private static func write(_ name: StaticString, _ range: ClosedRange<Int>?, to json: inout JSONText) {
    json.key(name)
    guard let range else { return json.null() }
    json.array { json in
      json.integer(Int64(range.lowerBound))
      json.integer(Int64(range.upperBound))
    }
  }
}
