import Foundation
import Geodesy
import Operations
import Tracking

/// What the chart knows that the rules of behaviour need: harbours, and where the shore is.
struct WatchGround: Sendable {
  /// The largest file that is read, in bytes.
  static let largestBytes = 16 << 20
  /// How far from a sensor the shore is of concern, in metres.
  static let shoreReachMetres = 100_000.0
  /// How far a shore may lie from its line, in metres; doubled until a rule can hold the lines.
  static let toleranceMetres = 30.0
  /// Where the watch looks while no sensor says where it stands: the middle of the chart.
  static let home = Position(latitudeDegrees: 51, longitudeDegrees: 1.45)

  /// Harbours and anchorages that came with the chart, approximate.
  var harbours: [WatchPlace] = []
  /// Land near the centre's own waters, as the chart shows it.
  var land: [Polygon] = []
  private var shores: [[Position]] = []

  /// Reads what the share folder holds; what is missing is left out.
  init(share: URL?) {
    guard let share else { return }
    for feature in Self.features(in: share.appendingPathComponent("chart/strait.geojson")) {
      if let harbour = Self.harbour(feature) { harbours.append(harbour) }
    }
    for feature in Self.features(in: share.appendingPathComponent("chart/prepared/coast-centre.geojson")) {
      if let line = Self.shore(feature) { shores.append(line) }
      if Self.isLand(feature), let polygon = PlaceShape.polygon(feature) { land.append(polygon) }
    }
  }

  /// What positions are read by: the waters between the shores, the land, and the names of the strait.
  var positionContext: PositionContext {
    PositionContext(area: ContactReading.usualArea, land: land, places: Gazetteer.strait)
  }

  /// The shore near some places, in as much detail as a rule holds.
  func shore(around places: [Position]) -> [[Position]] {
    let places = places.isEmpty ? [Self.home].compactMap { $0 } : places
    let near = shores.compactMap { line -> [Position]? in
      let isNear = line.contains { point in
        places.contains { place in
          let way = TangentPlane(origin: place).local(point)
          return way.eastMetres.magnitude <= Self.shoreReachMetres && way.northMetres.magnitude <= Self.shoreReachMetres
        }
      }
      return isNear ? line : nil
    }
    var tolerance = Self.toleranceMetres
    while true {
      let lines = near.map { Simplification.simplified($0, toleranceMetres: tolerance) }
      if lines.reduce(0, { $0 + $1.count }) <= BehaviourRule.greatestPoints { return lines }
      tolerance *= 2
    }
  }

  /// Rules with the places of a watch: each kind of rule takes those that it needs.
  static func fit(_ rules: [BehaviourRule], to places: [WatchPlace], shore: [[Position]]) -> [BehaviourRule] {
    func areas(_ use: WatchPlace.Use) -> [BehaviourRule.Area] {
      places.filter { $0.use == use }.map { BehaviourRule.Area(name: $0.name, polygon: $0.polygon) }
    }
    let fitted = BehaviourRules.standard(
      harbours: areas(.harbour), reception: areas(.reception), guarded: areas(.guarded), land: areas(.land),
      shore: shore)
    return rules.map { rule in fitted.first { $0.id == rule.id }.map { rule.with(placesOf: $0) } ?? rule }
  }

  private static func features(in file: URL) -> [[String: Any]] {
    guard let handle = try? FileHandle(forReadingFrom: file), let data = try? handle.read(upToCount: largestBytes),
      let document = try? JSONSerialization.jsonObject(with: data) as? [String: Any]
    else { return [] }
    return document["features"] as? [[String: Any]] ?? []
  }

  private static func harbour(_ feature: [String: Any]) -> WatchPlace? {
    guard let properties = feature["properties"] as? [String: Any],
      ["harbour", "anchorage"].contains(properties["kind"] as? String ?? ""),
      let id = properties["id"] as? String, let name = properties["name"] as? String,
      let polygon = PlaceShape.polygon(feature)
    else { return nil }
    return WatchPlace(id: WatchPlace.chartPrefix + id, name: name, use: .harbour, polygon: polygon)
  }

  private static func isLand(_ feature: [String: Any]) -> Bool {
    (feature["properties"] as? [String: Any])?["kind"] as? String == "land"
  }

  private static func shore(_ feature: [String: Any]) -> [Position]? {
    guard (feature["properties"] as? [String: Any])?["kind"] as? String == "shore",
      let geometry = feature["geometry"] as? [String: Any], geometry["type"] as? String == "LineString"
    else { return nil }
    return PlaceShape.positions(geometry["coordinates"])
  }
}

extension Desk {
  /// The places of the watch as they are now.
  func places() async throws -> [WatchPlace] {
    WatchPlace.merged(chart: ground.harbours, stated: try await centre.statedPlaces())
  }

  /// The places of the watch for whoever may see the picture.
  func places(as acting: Acting) async throws -> [WatchPlace] {
    WatchPlace.merged(chart: ground.harbours, stated: try await centre.statedPlaces(as: acting))
  }

  /// Rules with the places of the watch, and with the shore around its sensors.
  func fitted(_ rules: [BehaviourRule]) async throws -> [BehaviourRule] {
    let shore = ground.shore(around: picture.sensors.compactMap(\.position))
    return WatchGround.fit(rules, to: try await places(), shore: shore)
  }
}
