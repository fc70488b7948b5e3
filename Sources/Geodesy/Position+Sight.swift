extension Position {
  /// The greatest slant range of a sight, in metres: beyond it the sea lies far below every horizon.
  public static let greatestSightMetres = 1_000_000.0

  /// Where something lies at sea that an antenna here sees at a slant range and a true bearing.
  ///
  /// On the ellipsoid, for the ranges of radars. A plane of latitudes and longitudes is not enough for them: at 51° N its
  /// bearings go wrong by a quarter of a degree in 45 km, which is as much as a radar's own error. Source: the change from
  /// local to geocentric coordinates, Misra and Enge, Global Positioning System, 2nd edition, 4.A; the height is brought
  /// to zero in a few steps. A number that is not finite leaves the position unchanged.
  ///
  /// - Parameters:
  ///   - rangeMetres: along the line of sight, held within 0 and `greatestSightMetres`.
  ///   - bearingDegrees: from true north.
  ///   - heightMetres: of the antenna above the ellipsoid.
  public func target(rangeMetres: Double, bearingDegrees: Double, heightMetres: Double = 0) -> Position {
    guard rangeMetres.isFinite, bearingDegrees.isFinite, heightMetres.isFinite else { return self }
    let range = min(max(rangeMetres, 0), Self.greatestSightMetres)
    let frame = SightFrame(latitudeDegrees: latitudeDegrees, heightMetres: heightMetres)
    let bearing = bearingDegrees.truncatingRemainder(dividingBy: 360).radians
    var up = -heightMetres - range * range / (2 * WGS84.equatorialRadiusMetres)
    var place = (x: 0.0, y: 0.0, z: 0.0)
    for _ in 0..<Self.sightSteps {
      let across = max(0, range * range - up * up).squareRoot()
      place = frame.geocentric(east: across * sine(bearing), north: across * cosine(bearing), up: up)
      up -= SightFrame.height(of: place)
    }
    let axis = (place.x * place.x + place.y * place.y).squareRoot()
    return Position(
      nearestLatitude: arcTangent(place.z, over: (1 - WGS84.eccentricitySquared) * axis).degrees,
      wrappingLongitude: longitudeDegrees + arcTangent(place.y, over: place.x).degrees)
  }

  /// Slant range in metres and true bearing in degrees at which an antenna here sees a place at sea: the inverse of
  /// `target`.
  ///
  /// - Parameter heightMetres: of the antenna above the ellipsoid.
  public func sight(of other: Position, heightMetres: Double = 0) -> (rangeMetres: Double, bearingDegrees: Double) {
    let frame = SightFrame(latitudeDegrees: latitudeDegrees, heightMetres: heightMetres.isFinite ? heightMetres : 0)
    let turn = (other.longitudeDegrees - longitudeDegrees).radians
    let sineLatitude = sine(other.latitudeDegrees.radians)
    let normal = SightFrame.normalRadius(sineLatitude)
    let axis = normal * cosine(other.latitudeDegrees.radians)
    let way = frame.local(
      x: axis * cosine(turn), y: axis * sine(turn), z: normal * (1 - WGS84.eccentricitySquared) * sineLatitude)
    let squared = way.east * way.east + way.north * way.north + way.up * way.up
    return (squared.squareRoot(), wrappedBearing(arcTangent(way.east, over: way.north).degrees))
  }

  /// Each step leaves about a thousandth of the height at the ranges of radars.
  private static let sightSteps = 5
}

/// East, north and up at an antenna, in the geocentric frame whose x axis points to the antenna's own meridian.
private struct SightFrame {
  private let sineLatitude: Double
  private let cosineLatitude: Double
  private let origin: (x: Double, z: Double)

  init(latitudeDegrees: Double, heightMetres: Double) {
    sineLatitude = sine(latitudeDegrees.radians)
    cosineLatitude = cosine(latitudeDegrees.radians)
    let normal = Self.normalRadius(sineLatitude)
    origin = (
      (normal + heightMetres) * cosineLatitude,
      (normal * (1 - WGS84.eccentricitySquared) + heightMetres) * sineLatitude
    )
  }

  func geocentric(east: Double, north: Double, up: Double) -> (x: Double, y: Double, z: Double) {
    (
      origin.x - north * sineLatitude + up * cosineLatitude, east,
      origin.z + north * cosineLatitude + up * sineLatitude
    )
  }

  func local(x: Double, y: Double, z: Double) -> (east: Double, north: Double, up: Double) {
    let (outward, upward) = (x - origin.x, z - origin.z)
    return (
      y, upward * cosineLatitude - outward * sineLatitude, outward * cosineLatitude + upward * sineLatitude
    )
  }

  /// The radius of curvature across the meridian, in metres.
  static func normalRadius(_ sineLatitude: Double) -> Double {
    WGS84.equatorialRadiusMetres / (1 - WGS84.eccentricitySquared * sineLatitude * sineLatitude).squareRoot()
  }

  /// The height above the ellipsoid, nearly: exact where it is zero.
  static func height(of place: (x: Double, y: Double, z: Double)) -> Double {
    let polar = WGS84.equatorialRadiusMetres * (1 - WGS84.flattening)
    let across = (place.x * place.x + place.y * place.y) / (WGS84.equatorialRadiusMetres * WGS84.equatorialRadiusMetres)
    return ((across + place.z * place.z / (polar * polar)).squareRoot() - 1) * polar
  }
}
