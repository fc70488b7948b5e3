import Feeds
import Geodesy
import HTTPTypes
import Hummingbird
import Marking
import NIOCore
import Operations
import Rescue

/// Planning searches: the page, the plan as GeoJSON for its chart, and orders for plotters and handhelds.
extension Desk {
  func addSearchPages(to router: Router<DeskContext>) {
    router.get("incidents/:id/search", use: showSearch)
  }

  func addSearchRoutes(to api: RouterGroup<DeskContext>) {
    api.get("incidents/:id/search", use: giveSearch)
    api.get("incidents/:id/searches/:search/:format", use: exportSearch)
  }

  /// A search as asked for, with the scene that it is planned in.
  private func plan(
    _ request: Request, _ context: DeskContext
  ) async throws -> (asked: AskedBoat, scene: SearchScene, wishes: SearchWishes, result: Planned) {
    let asked = try await askedBoat(request, context)
    let drift = try await driftOrNot(asked)
    var result = Planned()
    var wishes = SearchWishes()
    do {
      wishes = try SearchWishes(FormFields(query: request), Strings.of(context.language))
    } catch let fault as FormFault {
      result.fault = fault
    }
    var known: BoatDrift?
    switch drift {
    case .success(let drift): known = drift
    case .failure(let reason): result.noDrift = reason
    }
    let scene = SearchScene(
      drift: known, assets: assets(asked.book, to: asked.boat), wishes: wishes, said: asked.weather,
      wind: known.flatMap { wind(at: $0, asked.now) }, now: asked.now, context: positionContext)
    guard wishes.isAsked, result.fault == nil else { return (asked, scene, wishes, result) }
    do {
      let planner = SearchPlanner(scene: scene, wishes: wishes)
      result.proposal = try await drifts.work { try planner.proposal() }
    } catch let fault as FormFault {
      result.fault = fault
    }
    return (asked, scene, wishes, result)
  }

  /// What came of a wish.
  private struct Planned {
    var proposal: SearchProposal?
    var fault: FormFault?
    var noDrift: NoDrift?
  }

  /// The wind out of a file at the middle of a drift, in metres a second.
  private func wind(at drift: BoatDrift, _ now: Instant) -> Double? {
    guard let place = drift.hours.first?.datum.position,
      let source = weatherShelf.now.stock.winds.first(where: { $0.covers(place, now) }),
      let wind = try? source.field.velocity(at: place, now)
    else { return nil }
    return (wind.east * wind.east + wind.north * wind.north).squareRoot()
  }

  @Sendable func showSearch(_ request: Request, _ context: DeskContext) async throws -> Response {
    let (asked, scene, wishes, result) = try await plan(request, context)
    guard asked.moment == nil else { throw DeskError(.invalid, "a search is planned now") }
    let form = FormFields(query: request)
    return SearchPageView(
      pieces: pieces(context), boat: asked.boat, scene: scene, wishes: wishes, query: request.uri.query ?? "",
      proposal: result.proposal, fault: result.fault, noDrift: result.noDrift, covered: covered(scene),
      typed: { form[$0] ?? "" }
    ).document.response(result.fault == nil ? .ok : .badRequest)
  }

  /// The plan that the page shows, with the searches that were made, as GeoJSON.
  @Sendable func giveSearch(_ request: Request, _ context: DeskContext) async throws -> Response {
    let (asked, _, _, result) = try await plan(request, context)
    var json = JSONText(reserving: 16_384)
    SearchChart.write(result.proposal?.searches ?? [], made: asked.boat.searchesCounting, to: &json)
    return Response(
      status: .ok, headers: [.contentType: "application/geo+json"],
      body: .init(byteBuffer: ByteBuffer(bytes: json.bytes)))
  }

  /// An order as GPX, GeoJSON or Cursor on Target.
  @Sendable func exportSearch(_ request: Request, _ context: DeskContext) async throws -> Response {
    let asked = try await askedBoat(request, context)
    let id = context.parameters.get("search") ?? ""
    guard let search = asked.boat.searches.first(where: { $0.id == id }),
      let legs = try? search.order.plan.legs()
    else { throw DeskError(.notFound) }
    let mark = asked.boat.exercise ? "EXERCISE " : ""
    let name = "\(mark)\(search.id) \(search.asset)"
    switch context.parameters.get("format") {
    case "gpx": return Self.file(SearchLegsFile.gpx(legs, name: name), "application/gpx+xml")
    case "geojson": return Self.file(SearchLegsFile.geoJSON(legs, name: name), "application/geo+json")
    case "cot":
      let marking = Marking.official.marked(exercise: asked.boat.exercise)
      return Self.file(SearchCursor.text(search, legs, written: now(), marking: marking), "application/xml")
    default: throw DeskError(.notFound)
    }
  }

  private static func file(_ text: String, _ type: String) -> Response {
    Response(
      status: .ok, headers: [.contentType: type], body: .init(byteBuffer: ByteBuffer(string: text)))
  }

  /// Where the sensors would have seen a small boat lately, as far as the boat may be there.
  private func covered(_ scene: SearchScene) -> [SearchMade.Area] {
    guard let report = alerts.coverage, let areas = scene.drift?.hours.first?.areas.last else { return [] }
    let corners = areas.parts.flatMap(\.outline)
    guard let south = corners.map(\.latitudeDegrees).min(), let north = corners.map(\.latitudeDegrees).max(),
      let west = corners.map(\.longitudeDegrees).min(), let east = corners.map(\.longitudeDegrees).max()
    else { return [] }
    let parts = report.lately.flatMap { level in
      level.boxes.compactMap { box -> SearchMade.Area? in
        guard box.southDegrees <= north, box.northDegrees >= south, box.westDegrees <= east, box.eastDegrees >= west
        else { return nil }
        return Polygon(ring: box.ring).map { SearchMade.Area($0, detectionProbability: level.least) }
      }
    }
    return Array(parts.prefix(ReportSearch.mostAreas))
  }
}

extension BoundingBox {
  /// The corners, anticlockwise from the south-west.
  fileprivate var ring: [Position] {
    [
      (southDegrees, westDegrees), (southDegrees, eastDegrees), (northDegrees, eastDegrees),
      (northDegrees, westDegrees),
    ].compactMap { Position(latitudeDegrees: $0.0, longitudeDegrees: $0.1) }
  }
}
