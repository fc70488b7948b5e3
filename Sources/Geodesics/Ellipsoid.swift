internal import CProj
public import Geodesy

/// Shortest lines on the ellipsoid of WGS 84, exact to nanometres, also between opposite ends of the earth.
///
/// Computed by PROJ's geodesic routines. Source: Karney 2013, "Algorithms for geodesics".
public enum Ellipsoid {
  /// The shortest line between two positions.
  public struct Line: Hashable, Sendable {
    /// Its length, in metres.
    public let distanceMetres: Double
    /// Its direction at the start, in degrees from true north, 0 to 360.
    public let initialBearingDegrees: Double
    /// Its direction at the end, in degrees from true north, 0 to 360.
    public let finalBearingDegrees: Double
  }

  /// The shortest line from one position to another.
  ///
  /// From the equator to a pole it is 10,001,965.729 m long.
  public static func inverse(from start: Position, to end: Position) -> Line {
    var distance = 0.0
    var initial = 0.0
    var final = 0.0
    withShape { shape in
      geod_inverse(
        shape, start.latitudeDegrees, start.longitudeDegrees, end.latitudeDegrees, end.longitudeDegrees, &distance,
        &initial, &final)
    }
    return Line(
      distanceMetres: distance, initialBearingDegrees: bearing(initial), finalBearingDegrees: bearing(final))
  }

  /// The position reached along a shortest line, and the direction on arrival; nil unless both numbers are finite.
  public static func direct(
    from start: Position, bearingDegrees: Double, distanceMetres: Double
  ) -> (position: Position, finalBearingDegrees: Double)? {
    guard bearingDegrees.isFinite, distanceMetres.isFinite else { return nil }
    var latitude = 0.0
    var longitude = 0.0
    var final = 0.0
    withShape { shape in
      geod_direct(
        shape, start.latitudeDegrees, start.longitudeDegrees, bearingDegrees, distanceMetres, &latitude, &longitude,
        &final)
    }
    return Position(latitudeDegrees: latitude, longitudeDegrees: longitude).map { ($0, bearing(final)) }
  }

  /// The area that a polygon encloses, in square metres, and the length of its ring, in metres.
  ///
  /// The sides are shortest lines. The area is positive in either direction of the ring, and is that of the smaller of
  /// the two parts into which the ring cuts the earth.
  public static func measure(_ polygon: Polygon) -> (areaSquareMetres: Double, perimeterMetres: Double) {
    var sum = geod_polygon()
    geod_polygon_init(&sum, 0)
    var area = 0.0
    var perimeter = 0.0
    withShape { shape in
      for corner in polygon.ring {
        geod_polygon_addpoint(shape, &sum, corner.latitudeDegrees, corner.longitudeDegrees)
      }
      _ = geod_polygon_compute(shape, &sum, 0, 1, &area, &perimeter)
    }
    return (area.magnitude, perimeter)
  }

  /// The length of a path through positions, in metres.
  public static func lengthMetres(of path: [Position]) -> Double {
    zip(path, path.dropFirst()).reduce(0) { $0 + inverse(from: $1.0, to: $1.1).distanceMetres }
  }

  /// Hands PROJ its constants of the ellipsoid, which it only reads.
  private static func withShape<Result>(_ body: (UnsafePointer<geod_geodesic>) -> Result) -> Result {
    withUnsafePointer(to: shape, body)
  }

  private static let shape: geod_geodesic = {
    var shape = geod_geodesic()
    geod_init(&shape, WGS84.equatorialRadiusMetres, WGS84.flattening)
    return shape
  }()

  private static func bearing(_ degrees: Double) -> Double {
    let positive = degrees < 0 ? degrees + 360 : degrees
    return positive >= 360 ? 0 : positive
  }
}
