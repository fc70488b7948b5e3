/// Distances and directions on a sphere of the earth's mean radius: fast, and within 0.6 % of the ellipsoid.
public enum Sphere {
  /// The mean radius of the earth, R₁ = (2a + b)/3 on WGS 84, in metres.
  public static let radiusMetres = 6_371_008.8

  /// The great-circle distance between two positions, in metres.
  ///
  /// Source: the haversine formula. From 0° N 0° E to 0° N 1° E it is 111,195.1 m.
  public static func distanceMetres(from start: Position, to end: Position) -> Double {
    let startLatitude = start.latitudeDegrees.radians
    let endLatitude = end.latitudeDegrees.radians
    let halfNorth = sine((endLatitude - startLatitude) / 2)
    let halfEast = sine((end.longitudeDegrees - start.longitudeDegrees).radians / 2)
    let haversine = halfNorth * halfNorth + cosine(startLatitude) * cosine(endLatitude) * halfEast * halfEast
    return 2 * radiusMetres * arcSine(haversine.squareRoot())
  }

  /// The direction in which the great circle leaves the first position, in degrees from true north, 0 to 360.
  ///
  /// Between equal positions it is 0.
  public static func initialBearingDegrees(from start: Position, to end: Position) -> Double {
    let startLatitude = start.latitudeDegrees.radians
    let endLatitude = end.latitudeDegrees.radians
    let east = (end.longitudeDegrees - start.longitudeDegrees).radians
    let eastward = sine(east) * cosine(endLatitude)
    let northward =
      cosine(startLatitude) * sine(endLatitude) - sine(startLatitude) * cosine(endLatitude) * cosine(east)
    return wrappedBearing(arcTangent(eastward, over: northward).degrees)
  }

  /// The position reached along a great circle.
  ///
  /// A bearing or distance that is not finite leaves the start unchanged.
  public static func destination(
    from start: Position, bearingDegrees: Double, distanceMetres: Double
  ) -> Position {
    guard bearingDegrees.isFinite, distanceMetres.isFinite else { return start }
    let angle = distanceMetres / radiusMetres
    let bearing = bearingDegrees.radians
    let startLatitude = start.latitudeDegrees.radians
    let sineLatitude = sine(startLatitude) * cosine(angle) + cosine(startLatitude) * sine(angle) * cosine(bearing)
    let east = arcTangent(
      sine(bearing) * sine(angle) * cosine(startLatitude),
      over: cosine(angle) - sine(startLatitude) * sineLatitude)
    return Position(
      nearestLatitude: arcSine(sineLatitude).degrees, wrappingLongitude: start.longitudeDegrees + east.degrees)
  }
}
