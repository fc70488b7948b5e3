public import Geodesy

/// Outlines of land, prepared for the question whether a straight way crosses them.
public struct LandOutline: Sendable {
  private struct Area: Sendable {
    let polygon: Polygon
    let south: Double
    let north: Double
  }

  private let areas: [Area]
  /// Outlines of coasts are coarse, and harbours lie within them: what lies this near to the start does not count, in
  /// metres.
  public static let harbourMetres = 3000.0
  /// The way is looked at in pieces of this length, on each of which a line on the chart is straight enough, in metres.
  private static let pieceMetres = 10_000.0
  private static let mostPieces = 1000

  /// Outlines of land.
  public init(_ polygons: [Polygon]) {
    areas = polygons.map { polygon in
      let latitudes = polygon.ring.map(\.latitudeDegrees)
      return Area(polygon: polygon, south: latitudes.min() ?? 0, north: latitudes.max() ?? 0)
    }
  }

  /// Whether the shortest way from one place to another crosses land beyond the harbour that it leaves.
  public func isCrossed(from start: Position, to end: Position) -> Bool {
    let metres = Sphere.distanceMetres(from: start, to: end)
    guard metres > Self.harbourMetres else { return false }
    let pieces = min(Self.mostPieces, max(1, Int(metres / Self.pieceMetres) + 1))
    var previous = along(start, end, Self.harbourMetres)
    for piece in 1...pieces {
      let share = Double(piece) / Double(pieces)
      let next = piece == pieces ? end : along(start, end, max(Self.harbourMetres, share * metres))
      if areas.contains(where: { crosses($0, previous, next) }) { return true }
      previous = next
    }
    return false
  }

  private func along(_ start: Position, _ end: Position, _ metres: Double) -> Position {
    Sphere.destination(
      from: start, bearingDegrees: Sphere.initialBearingDegrees(from: start, to: end), distanceMetres: metres)
  }

  private func crosses(_ area: Area, _ start: Position, _ end: Position) -> Bool {
    guard max(start.latitudeDegrees, end.latitudeDegrees) >= area.south,
      min(start.latitudeDegrees, end.latitudeDegrees) <= area.north
    else { return false }
    if area.polygon.contains(start) || area.polygon.contains(end) { return true }
    let ring = area.polygon.ring
    var previous = ring[ring.count - 1]
    for corner in ring {
      if Self.cross(start, end, previous, corner) { return true }
      previous = corner
    }
    return false
  }

  /// Whether two lines on a chart cross, with longitudes counted from the first point.
  private static func cross(_ a: Position, _ b: Position, _ c: Position, _ d: Position) -> Bool {
    func point(_ position: Position) -> (x: Double, y: Double) {
      (Units.turn(fromDegrees: a.longitudeDegrees, toDegrees: position.longitudeDegrees), position.latitudeDegrees)
    }
    let (first, second, third, fourth) = (point(a), point(b), point(c), point(d))
    // A side of a polygon on the other side of the earth would seem to run through the point.
    guard (third.x - fourth.x).magnitude < 180 else { return false }
    func side(_ p: (x: Double, y: Double), _ q: (x: Double, y: Double), _ r: (x: Double, y: Double)) -> Double {
      (q.x - p.x) * (r.y - p.y) - (q.y - p.y) * (r.x - p.x)
    }
    return (side(first, second, third) > 0) != (side(first, second, fourth) > 0)
      && (side(third, fourth, first) > 0) != (side(third, fourth, second) > 0)
  }
}
