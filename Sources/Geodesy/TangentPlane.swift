/// A local plane in metres east and north of an origin, for the short distances of tracking and drawing.
///
/// Latitude is scaled by the ellipsoid's meridian radius at the origin, longitude by the parallel at the middle
/// latitude. Within 20 km of an origin at 51° N a distance from the origin is right to about 1 part in 10,000.
public struct TangentPlane: Hashable, Sendable {
  /// The position at (0, 0).
  public let origin: Position
  private let metresPerDegreeNorth: Double

  /// The plane that touches the earth at the origin.
  public init(origin: Position) {
    self.origin = origin
    let sineLatitude = sine(origin.latitudeDegrees.radians)
    let factor = 1 - WGS84.eccentricitySquared * sineLatitude * sineLatitude
    let meridianRadius =
      WGS84.equatorialRadiusMetres * (1 - WGS84.eccentricitySquared) / (factor * factor.squareRoot())
    metresPerDegreeNorth = meridianRadius * .pi / 180
  }

  /// The place of a position on the plane, in metres east and north of the origin.
  public func local(_ position: Position) -> (eastMetres: Double, northMetres: Double) {
    let north = position.latitudeDegrees - origin.latitudeDegrees
    let east = wrappedLongitude(position.longitudeDegrees - origin.longitudeDegrees)
    return (
      east * Self.metresPerDegreeEast(latitudeDegrees: origin.latitudeDegrees + north / 2),
      north * metresPerDegreeNorth
    )
  }

  /// The position at a place on the plane; the inverse of `local` away from the poles.
  public func position(eastMetres: Double, northMetres: Double) -> Position {
    let north = northMetres / metresPerDegreeNorth
    let metresPerDegree = Self.metresPerDegreeEast(latitudeDegrees: origin.latitudeDegrees + north / 2)
    // At a pole every longitude is the same place, and the division would leave the numbers.
    let east = metresPerDegree > 1e-6 ? eastMetres / metresPerDegree : 0
    return Position(
      nearestLatitude: origin.latitudeDegrees + north, wrappingLongitude: origin.longitudeDegrees + east)
  }

  private static func metresPerDegreeEast(latitudeDegrees: Double) -> Double {
    let latitude = latitudeDegrees.radians
    let sineLatitude = sine(latitude)
    let normalRadius =
      WGS84.equatorialRadiusMetres / (1 - WGS84.eccentricitySquared * sineLatitude * sineLatitude).squareRoot()
    return normalRadius * cosine(latitude) * .pi / 180
  }
}
