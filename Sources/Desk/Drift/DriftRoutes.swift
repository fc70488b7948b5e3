import Geodesy
import HTTPTypes
import Hummingbird
import NIOCore
import Operations
import Rescue

/// The drift of boats: the page of one, and GeoJSON and GeoTIFF for charts and other programs.
extension Desk {
  func addDriftPages(to router: Router<DeskContext>) {
    router.get("incidents/:id/drift", use: showDrift)
  }

  func addDriftRoutes(to api: RouterGroup<DeskContext>) {
    api.get("drift", use: listDrifts)
    api.get("incidents/:id/drift", use: giveDrift)
    api.get("incidents/:id/drift.tif", use: giveDriftRaster)
  }

  /// A boat with the weather that was said, as asked for, after the look has been recorded.
  struct AskedBoat: Sendable {
    var boat: Boat
    var book: RescueBook
    var weather: WatchWeather?
    /// The moment that is asked about; nil for now.
    var moment: Instant?
    var now: Instant
  }

  func askedBoat(_ request: Request, _ context: DeskContext) async throws -> AskedBoat {
    let id = context.parameters.get("id") ?? ""
    let acting = try context.signedIn().acting
    let (asKnown, moment) = try await asKnown(request)
    try await centre.consult(Consultation(.incidents, subjects: ["incident:\(id)"], asOf: moment), as: acting)
    let book = try await centre.rescue(asKnown, as: acting)
    guard let boat = book.boat(of: id) else { throw DeskError(.notFound) }
    return AskedBoat(
      boat: boat, book: book, weather: try await centre.weather(asKnown), moment: moment, now: moment ?? now())
  }

  /// The drift of a boat, or why there is none.
  func driftOrNot(_ asked: AskedBoat, isBackward: Bool = false) async throws -> Result<BoatDrift, NoDrift> {
    do {
      return .success(
        try await drift(
          of: asked.boat, isBackward: isBackward, now: asked.now, weather: asked.weather, isPast: asked.moment != nil))
    } catch let reason as NoDrift {
      return .failure(reason)
    }
  }

  @Sendable func showDrift(_ request: Request, _ context: DeskContext) async throws -> Response {
    let asked = try await askedBoat(request, context)
    let isBackward = request.query("back") != nil
    return DriftPageView(
      pieces: pieces(context), boat: asked.boat, drift: try await driftOrNot(asked, isBackward: isBackward),
      isBackward: isBackward, now: asked.now, moment: asked.moment, weatherFault: weatherShelf.now.fault
    ).document.response()
  }

  /// Of every open boat whose drift is at hand, where it may be at an hour from now.
  @Sendable func listDrifts(_ request: Request, _ context: DeskContext) async throws -> Response {
    let acting = try context.signedIn().acting
    let hour = try hour(request)
    try await centre.consult(Consultation(.incidents), as: acting)
    let boats = try await centre.rescue(as: acting).boats.filter(\.isOpen)
    var json = JSONText(reserving: 16_384)
    json.object { json in
      json.key("hour")
      json.integer(hour)
      json.key("boats")
      json.array { json in
        for boat in boats {
          guard let known = drifts.known(boat.id), let asked = known.hours.first(where: { $0.hour == hour }) else {
            continue
          }
          json.object { json in
            json.member("id", boat.id)
            json.key("drift")
            json.encoded(Array(DriftGeoJSON.areas([asked]).utf8))
          }
        }
      }
    }
    return .json(json)
  }

  /// The areas of every hour with all that they rest on.
  @Sendable func giveDrift(_ request: Request, _ context: DeskContext) async throws -> Response {
    let asked = try await askedBoat(request, context)
    let drift = try await foundDrift(asked, request)
    let text = DriftGeoJSON.areas(drift.hours, foreignMembers: members(drift, asked, context))
    return Response(
      status: .ok, headers: [.contentType: "application/geo+json"], body: .init(byteBuffer: ByteBuffer(string: text)))
  }

  /// The map of one hour as a raster.
  @Sendable func giveDriftRaster(_ request: Request, _ context: DeskContext) async throws -> Response {
    let asked = try await askedBoat(request, context)
    let wanted = try hour(request)
    guard let hour = try await foundDrift(asked, request).hours.first(where: { $0.hour == wanted }) else {
      throw DeskError(.notFound)
    }
    return Response(
      status: .ok, headers: [.contentType: "image/tiff"],
      body: .init(byteBuffer: ByteBuffer(bytes: hour.map.geoTIFF())))
  }

  /// Which hour from now is asked for.
  private func hour(_ request: Request) throws -> Int {
    guard let text = request.query("hour") else { return 0 }
    guard let hour = Int(text), (0...DriftInputs.hoursAhead).contains(hour) else {
      throw DeskError(.invalid, "hour is a whole number from 0 to \(DriftInputs.hoursAhead)")
    }
    return hour
  }

  private func foundDrift(_ asked: AskedBoat, _ request: Request) async throws -> BoatDrift {
    switch try await driftOrNot(asked, isBackward: request.query("back") != nil) {
    case .success(let drift): return drift
    case .failure: throw DeskError(.notFound)
    }
  }

  /// What the drift rests on, as members of its collection.
  private func members(_ drift: BoatDrift, _ asked: AskedBoat, _ context: DeskContext) -> String {
    let text = DriftText(strings: Strings.of(context.language), now: asked.now)
    var json = JSONText()
    json.object { json in
      json.member("boat", asked.boat.id)
      json.key("estimate")
      json.boolean(true)
      json.key("exercise")
      json.boolean(asked.boat.exercise)
      json.key("backward")
      json.boolean(drift.inputs.isBackward)
      json.member("told", drift.now.iso8601)
      json.key("inputs")
      json.array { json in for line in text.inputs(drift) { json.string(line) } }
    }
    return String(decoding: json.bytes.dropFirst().dropLast(), as: UTF8.self)
  }
}
