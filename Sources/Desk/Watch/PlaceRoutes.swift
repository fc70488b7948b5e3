import Geodesy
import Hummingbird
import Operations

/// The places of the watch for programs and for the chart.
extension Desk {
  func addPlaceRoutes(to api: RouterGroup<DeskContext>) {
    api.get("places", use: listPlaces)
  }

  @Sendable func listPlaces(_ request: Request, _ context: DeskContext) async throws -> Response {
    let acting = try context.signedIn().acting
    try await centre.consult(Consultation(.picture), as: acting)
    var json = JSONText(reserving: 8192)
    let places = try await places(as: acting)
    json.object { json in
      json.key("places")
      json.array { json in
        for place in places {
          json.object { json in
            json.member("id", place.id)
            json.member("name", place.name)
            json.member("use", place.use.rawValue)
            json.key("approximate")
            json.boolean(place.by == nil)
            json.key("corners")
            json.array { json in for corner in place.polygon.ring { Self.write(corner, to: &json) } }
          }
        }
      }
    }
    return .json(json)
  }

  /// Longitude, then latitude, as in GeoJSON.
  private static func write(_ corner: Position, to json: inout JSONText) {
    json.array { json in
      json.number(corner.longitudeDegrees, decimals: 6)
      json.number(corner.latitudeDegrees, decimals: 6)
    }
  }
}
