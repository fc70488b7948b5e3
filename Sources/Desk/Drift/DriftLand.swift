import Foundation
import Geodesy
import Rescue

/// The land of the chart as drifting boats meet it.
enum DriftLand {
  /// The largest file that is read, in bytes.
  static let largestBytes = 64 << 20

  /// Reads the finest coast that was prepared for the chart; nil where there is none.
  static func read(share: URL?) -> LandMask? {
    guard let file = share?.appendingPathComponent("chart/prepared/coast-centre.geojson"),
      let handle = try? FileHandle(forReadingFrom: file), let data = try? handle.read(upToCount: largestBytes),
      let document = try? JSONSerialization.jsonObject(with: data) as? [String: Any]
    else { return nil }
    return mask((document["features"] as? [[String: Any]]) ?? [])
  }

  /// Land, lakes in it and islands in those: each ring turns land into water or back.
  static func mask(_ features: [[String: Any]]) -> LandMask? {
    let rings = features.compactMap { feature -> Polygon? in
      guard let kind = (feature["properties"] as? [String: Any])?["kind"] as? String,
        ["land", "lake", "island"].contains(kind), let geometry = feature["geometry"] as? [String: Any],
        geometry["type"] as? String == "Polygon", let ring = (geometry["coordinates"] as? [Any])?.first
      else { return nil }
      return PlaceShape.positions(ring).flatMap(Polygon.init(ring:))
    }
    return LandMask(rings: rings)
  }
}
