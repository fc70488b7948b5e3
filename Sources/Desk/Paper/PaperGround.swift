import Foundation
import Geodesy

/// The coast and the lines of the chart, as coarse as a sheet of paper shows them.
struct PaperGround: Sendable {
  /// How far a shore may lie from its drawn line, in degrees: a third of a millimetre on the sheet.
  static let toleranceDegrees = 0.002
  /// The largest file that is read, in bytes.
  static let largestBytes = 16 << 20

  /// A drawn shape.
  struct Shape: Sendable {
    var kind: String
    var isArea: Bool
    var points: [ChartPoint]
  }

  /// Places that are named on the sheet.
  struct Name: Sendable {
    var text: String
    var french: String?
    var point: ChartPoint
  }

  var shapes: [Shape] = []
  var names: [Name] = []

  /// Reads what the share folder holds; what is missing is left out, and the sheet says so.
  init(share: URL?) {
    guard let share else { return }
    for file in ["chart/prepared/coast-centre.geojson", "chart/strait.geojson"] {
      read(share.appendingPathComponent(file))
    }
  }

  private mutating func read(_ file: URL) {
    guard let handle = try? FileHandle(forReadingFrom: file),
      let data = try? handle.read(upToCount: Self.largestBytes),
      let document = try? JSONSerialization.jsonObject(with: data) as? [String: Any],
      let features = document["features"] as? [[String: Any]]
    else { return }
    for feature in features { take(feature) }
  }

  private mutating func take(_ feature: [String: Any]) {
    guard let properties = feature["properties"] as? [String: Any], let kind = properties["kind"] as? String,
      let geometry = feature["geometry"] as? [String: Any]
    else { return }
    switch geometry["type"] as? String {
    case "Polygon":
      guard kind != "sea", let ring = (geometry["coordinates"] as? [[[Double]]])?.first else { return }
      add(kind, isArea: true, ring)
    case "LineString":
      guard let line = geometry["coordinates"] as? [[Double]] else { return }
      add(kind, isArea: false, line)
    case "Point":
      guard ["port", "place"].contains(kind), let name = properties["name"] as? String,
        let point = Self.point(geometry["coordinates"] as? [Double] ?? [])
      else { return }
      names.append(Name(text: name, french: properties["name_fr"] as? String, point: point))
    default: break
    }
  }

  private mutating func add(_ kind: String, isArea: Bool, _ coordinates: [[Double]]) {
    let points = simplify(coordinates.compactMap(Self.point), toleranceDegrees: Self.toleranceDegrees)
    if points.count >= (isArea ? 4 : 2) { shapes.append(Shape(kind: kind, isArea: isArea, points: points)) }
  }

  private static func point(_ pair: [Double]) -> ChartPoint? {
    guard pair.count >= 2 else { return nil }
    let point = ChartPoint(longitudeDegrees: pair[0], latitudeDegrees: pair[1])
    return point.isOnTheGlobe ? point : nil
  }
}
