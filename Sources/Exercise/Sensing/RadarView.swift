/// The sea as it lies before a radar: distance and direction of places, on the ellipsoid and without the C library.
struct RadarView: Sendable {
  private static let equatorMetres = 6_378_137.0
  private static let eccentricitySquared = 0.006_694_379_990_141_32

  private let site: Place
  private let origin: (x: Double, y: Double, z: Double)
  private let latitude: (sine: Double, cosine: Double)

  init(from site: Place, heightMetres: Double) {
    self.site = site
    latitude = (
      ExactMathematics.sine(degrees: site.latitude), ExactMathematics.cosine(degrees: site.latitude)
    )
    origin = Self.geocentric(latitude, longitudeDegrees: 0, heightMetres: heightMetres)
  }

  /// Slant range in metres and true bearing in degrees of a place on the sea, as the antenna has them.
  ///
  /// The bearing is that of the geodesic where it leaves the radar. A plane laid out by differences of latitude and
  /// longitude gives another one: 45 kilometres to the east at this latitude, a quarter of a degree.
  func sight(of place: Place) -> (rangeMetres: Double, bearingDegrees: Double) {
    let other = (
      sine: ExactMathematics.sine(degrees: place.latitude), cosine: ExactMathematics.cosine(degrees: place.latitude)
    )
    let target = Self.geocentric(other, longitudeDegrees: place.longitude - site.longitude, heightMetres: 0)
    let (x, y, z) = (target.x - origin.x, target.y - origin.y, target.z - origin.z)
    let north = z * latitude.cosine - x * latitude.sine
    return (
      (x * x + y * y + z * z).squareRoot(), ExactMathematics.bearing(east: y, north: north)
    )
  }

  private static func geocentric(
    _ latitude: (sine: Double, cosine: Double), longitudeDegrees: Double, heightMetres: Double
  ) -> (x: Double, y: Double, z: Double) {
    let normal = equatorMetres / (1 - eccentricitySquared * latitude.sine * latitude.sine).squareRoot()
    let axis = (normal + heightMetres) * latitude.cosine
    return (
      axis * ExactMathematics.cosine(degrees: longitudeDegrees),
      axis * ExactMathematics.sine(degrees: longitudeDegrees),
      (normal * (1 - eccentricitySquared) + heightMetres) * latitude.sine
    )
  }
}
