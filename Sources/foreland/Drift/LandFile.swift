import Foundation
import Geodesy
import Rescue

/// Land as polygons of a GeoJSON file.
enum LandFile {
  /// The largest file that is read, in bytes.
  private static let mostBytes = 256 << 20

  /// Reads a feature collection, a feature or a geometry with polygons; inner rings are lakes.
  /// - Throws: `ScenarioError` when the file holds no usable polygon, or one that cannot be.
  static func read(_ path: String) throws -> LandMask {
    let data = try readWhole(path)
    guard data.count <= mostBytes else {
      throw ScenarioError(place: path, reason: "it is longer than \(mostBytes) bytes")
    }
    let document: Node
    do {
      document = try JSONDecoder().decode(Node.self, from: data)
    } catch let error as DecodingError {
      throw ScenarioError(place: path, reason: "it is no GeoJSON: \(error.inWords)")
    }
    var rings = [Polygon]()
    try collect(document, path, into: &rings)
    guard let land = LandMask(rings: rings) else {
      throw ScenarioError(
        place: path,
        reason: "it takes 1 ring of shore or more, up to \(LandMask.mostCorners) corners, none across 180 degrees"
      )
    }
    return land
  }

  private struct Node: Decodable {
    var type: String
    var features: [Feature]?
    var geometry: Geometry?
    var coordinates: Coordinates?
  }

  private struct Feature: Decodable {
    var geometry: Geometry?
  }

  private struct Geometry: Decodable {
    var type: String
    var coordinates: Coordinates?
  }

  /// Numbers nested as deep as the kind of geometry has them.
  private enum Coordinates: Decodable {
    case polygon([[[Double]]])
    case polygons([[[[Double]]]])
    case other

    init(from decoder: any Decoder) throws {
      let value = try decoder.singleValueContainer()
      if let polygon = try? value.decode([[[Double]]].self) {
        self = .polygon(polygon)
      } else if let polygons = try? value.decode([[[[Double]]]].self) {
        self = .polygons(polygons)
      } else {
        self = .other
      }
    }
  }

  private static func collect(_ node: Node, _ path: String, into rings: inout [Polygon]) throws {
    if let coordinates = node.coordinates { try add(Geometry(type: node.type, coordinates: coordinates), path, &rings) }
    if let geometry = node.geometry { try add(geometry, path, &rings) }
    for feature in node.features ?? [] {
      if let geometry = feature.geometry { try add(geometry, path, &rings) }
    }
  }

  private static func add(_ geometry: Geometry, _ path: String, _ rings: inout [Polygon]) throws {
    guard geometry.type == "Polygon" || geometry.type == "MultiPolygon" else { return }
    let polygons: [[[[Double]]]] =
      switch geometry.coordinates {
      case .polygon(let polygon): [polygon]
      case .polygons(let polygons): polygons
      case .other, nil: []
      }
    for ring in polygons.joined() {
      let positions = ring.compactMap {
        $0.count >= 2 ? Position(latitudeDegrees: $0[1], longitudeDegrees: $0[0]) : nil
      }
      guard positions.count == ring.count, let polygon = Polygon(ring: positions) else {
        throw ScenarioError(
          place: path, reason: "ring \(rings.count + 1) has fewer than 3 corners, or one that is no place")
      }
      rings.append(polygon)
    }
  }
}
