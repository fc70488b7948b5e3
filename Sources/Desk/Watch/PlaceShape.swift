import Foundation
import Geodesy
import Operations

/// The corners of a place as an officer types or pastes them.
enum PlaceShape {
  /// Reads corners: one position a line, in any form that positions are written in, or a polygon of GeoJSON.
  ///
  /// - Throws: `FormFault`, which names the line.
  static func read(_ text: String) throws -> Polygon {
    let polygon = text.first == "{" || text.first == "[" ? try geoJSON(text) : try lines(text)
    if let fault = WatchPlace.fault(of: polygon) {
      throw FormFault(
        "places.fault.\(fault.rawValue)",
        ["most": "\(WatchPlace.mostCorners)", "degrees": "\(Int(WatchPlace.greatestSpanDegrees))"])
    }
    guard let polygon else { throw FormFault("places.fault.fewCorners") }
    return polygon
  }

  /// The corners as text that is read again as the same place, to a metre.
  static func text(_ polygon: Polygon) -> String {
    polygon.ring.map { corner in
      let latitude = String(format: "%.5f", corner.latitudeDegrees.magnitude)
      let longitude = String(format: "%.5f", corner.longitudeDegrees.magnitude)
      return
        "\(latitude)° \(corner.latitudeDegrees < 0 ? "S" : "N") \(longitude)° \(corner.longitudeDegrees < 0 ? "W" : "E")"
    }.joined(separator: "\n")
  }

  private static func lines(_ text: String) throws -> Polygon? {
    var corners: [Position] = []
    // A browser sends a form's lines with a carriage return, which makes one character with the line feed.
    for (index, line) in text.split(omittingEmptySubsequences: false, whereSeparator: \.isNewline).enumerated() {
      let line = line.trimmingCharacters(in: .whitespacesAndNewlines)
      if line.isEmpty { continue }
      guard corners.count <= WatchPlace.mostCorners else {
        throw FormFault("places.fault.manyCorners", ["most": "\(WatchPlace.mostCorners)"])
      }
      guard let corner = PositionText.read(line).candidates.first else {
        throw FormFault("places.fault.line", ["line": "\(index + 1)", "text": String(line.prefix(80))])
      }
      corners.append(corner.position)
    }
    return Polygon(ring: corners)
  }

  private static func geoJSON(_ text: String) throws -> Polygon? {
    guard let document = try? JSONSerialization.jsonObject(with: Data(text.utf8)) else {
      throw FormFault("places.fault.json")
    }
    if let coordinates = document as? [Any] {
      guard let corners = positions(coordinates) ?? positions(coordinates.first) else {
        throw FormFault("places.fault.json")
      }
      return Polygon(ring: corners)
    }
    guard let object = document as? [String: Any], let polygon = polygon(object) else {
      throw FormFault("places.fault.json")
    }
    return polygon
  }

  /// The one polygon of a geometry, a feature, or a collection of one feature; nil when it is not one, or has holes.
  static func polygon(_ object: [String: Any]) -> Polygon? {
    switch object["type"] as? String {
    case "FeatureCollection":
      guard let features = object["features"] as? [[String: Any]], features.count == 1 else { return nil }
      return polygon(features[0])
    case "Feature": return (object["geometry"] as? [String: Any]).flatMap(polygon)
    case "Polygon":
      guard let rings = object["coordinates"] as? [Any], rings.count == 1 else { return nil }
      return positions(rings[0]).flatMap { Polygon(ring: $0) }
    default: return nil
    }
  }

  /// Pairs of longitude and latitude as positions; nil when one of them is none.
  static func positions(_ coordinates: Any?) -> [Position]? {
    guard let pairs = coordinates as? [[Double]], pairs.count > 1 else { return nil }
    let positions = pairs.compactMap { pair in
      pair.count >= 2 ? Position(latitudeDegrees: pair[1], longitudeDegrees: pair[0]) : nil
    }
    return positions.count == pairs.count ? positions : nil
  }
}
