/// The change from the datum of the national grid of Great Britain (OSGB36) to WGS 84.
///
/// Source: Ordnance Survey, "A guide to coordinate systems in Great Britain", section 6.6: one Helmert
/// transformation for the whole country, right to about 5 m (the survey's own shift grid is finer and is not used).
enum OSGB36 {
  /// How far a converted position may be off, in metres.
  static let accuracyMetres = 5.0

  private static let translationMetres = (x: 446.448, y: -125.157, z: 542.060)
  private static let scaleDifference = -20.4894e-6
  private static let rotationSeconds = (x: 0.1502, y: 0.2470, z: 0.8421)

  /// The position on WGS 84 of a latitude and longitude on OSGB36, at height 0 of either ellipsoid.
  static func position(latitudeDegrees: Double, longitudeDegrees: Double) -> Position {
    let old = Cartesian(latitudeDegrees: latitudeDegrees, longitudeDegrees: longitudeDegrees, on: .airy1830)
    let (aroundX, aroundY, aroundZ) = (
      (rotationSeconds.x / 3600).radians, (rotationSeconds.y / 3600).radians, (rotationSeconds.z / 3600).radians
    )
    let scale = 1 + scaleDifference
    let new = Cartesian(
      x: translationMetres.x + scale * old.x - aroundZ * old.y + aroundY * old.z,
      y: translationMetres.y + aroundZ * old.x + scale * old.y - aroundX * old.z,
      z: translationMetres.z - aroundY * old.x + aroundX * old.y + scale * old.z)
    return new.position(on: .wgs84)
  }
}

/// A place in metres from the centre of an ellipsoid.
struct Cartesian {
  var x: Double
  var y: Double
  var z: Double

  init(x: Double, y: Double, z: Double) {
    self.x = x
    self.y = y
    self.z = z
  }

  /// The point on the ellipsoid's surface.
  init(latitudeDegrees: Double, longitudeDegrees: Double, on shape: EllipsoidShape) {
    let (latitude, longitude) = (latitudeDegrees.radians, longitudeDegrees.radians)
    let sineLatitude = sine(latitude)
    let radius =
      shape.equatorialRadiusMetres / (1 - shape.eccentricitySquared * sineLatitude * sineLatitude).squareRoot()
    x = radius * cosine(latitude) * cosine(longitude)
    y = radius * cosine(latitude) * sine(longitude)
    z = radius * (1 - shape.eccentricitySquared) * sineLatitude
  }

  /// The position whose normal passes through the point; its height is left out.
  func position(on shape: EllipsoidShape) -> Position {
    let equatorial = (x * x + y * y).squareRoot()
    var latitude = arcTangent(z, over: equatorial * (1 - shape.eccentricitySquared))
    // Near the surface each round gains three digits.
    for _ in 0..<6 {
      let sineLatitude = sine(latitude)
      let radius =
        shape.equatorialRadiusMetres / (1 - shape.eccentricitySquared * sineLatitude * sineLatitude).squareRoot()
      latitude = arcTangent(z + shape.eccentricitySquared * radius * sineLatitude, over: equatorial)
    }
    return Position(nearestLatitude: latitude.degrees, wrappingLongitude: arcTangent(y, over: x).degrees)
  }
}
