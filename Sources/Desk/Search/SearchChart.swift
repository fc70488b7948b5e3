import Geodesy
import Operations
import Rescue

/// Searches as features of a chart: the tracks, the area and the start of each that is planned, and the areas of those made.
enum SearchChart {
  static func write(_ planned: [PlannedSearch], made: [IncidentSearch.Made], to json: inout JSONText) {
    json.object { json in
      json.member("type", "FeatureCollection")
      json.key("features")
      json.array { json in
        for search in planned { write(search, to: &json) }
        for search in made where search.made.outcome == .nothing {
          for area in search.made.areas { write(search, area, to: &json) }
        }
      }
    }
  }

  private static func write(_ search: PlannedSearch, to json: inout JSONText) {
    feature(&json, "Polygon") { json in
      json.array { ring(search.footprint.polygon, to: &$0) }
    } properties: { json in
      json.member("kind", "footprint")
      json.member("asset", search.asset)
      json.member("pattern", search.order.pattern.rawValue)
      json.key("coverage")
      json.number(search.order.coverage, decimals: 3)
      json.key("detection")
      json.number(search.order.detectionProbability, decimals: 4)
      json.key("success")
      json.number(search.order.success, decimals: 4)
    }
    for leg in search.legs {
      feature(&json, "LineString") { json in
        json.array { json in
          place(leg.start, to: &json)
          place(leg.end, to: &json)
        }
      } properties: { json in
        json.member("kind", "leg")
        json.member("asset", search.asset)
        json.key("searched")
        json.boolean(leg.isSearched)
        json.member("start", leg.startTime.iso8601)
      }
    }
    guard let first = search.legs.first else { return }
    feature(&json, "Point") {
      place(first.start, to: &$0)
    } properties: { json in
      json.member("kind", "start")
      json.member("asset", search.asset)
      json.member("time", first.startTime.iso8601)
    }
  }

  private static func write(_ search: IncidentSearch.Made, _ area: SearchMade.Area, to json: inout JSONText) {
    feature(&json, "Polygon") { json in
      json.array { ring(area.footprint, to: &$0) }
    } properties: { json in
      json.member("kind", "made")
      json.member("search", search.id)
      json.member("searcher", search.made.searcher)
      json.member("from", search.made.from.iso8601)
      json.member("to", search.made.to.iso8601)
      json.key("detection")
      json.number(area.detectionProbability, decimals: 4)
    }
  }

  private static func feature(
    _ json: inout JSONText, _ geometry: String, _ coordinates: (inout JSONText) -> Void,
    properties: (inout JSONText) -> Void
  ) {
    json.object { json in
      json.member("type", "Feature")
      json.key("geometry")
      json.object { json in
        json.member("type", geometry)
        json.key("coordinates")
        coordinates(&json)
      }
      json.key("properties")
      json.object(properties)
    }
  }

  private static func ring(_ polygon: Polygon, to json: inout JSONText) {
    json.array { json in for corner in polygon.ring + polygon.ring.prefix(1) { place(corner, to: &json) } }
  }

  private static func place(_ position: Position, to json: inout JSONText) {
    json.array { json in
      json.number(position.longitudeDegrees, decimals: 6)
      json.number(position.latitudeDegrees, decimals: 6)
    }
  }
}
