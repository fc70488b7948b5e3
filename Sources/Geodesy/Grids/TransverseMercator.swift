/// An ellipsoid of revolution.
struct EllipsoidShape {
  let equatorialRadiusMetres: Double
  let flattening: Double

  static let wgs84 = EllipsoidShape(
    equatorialRadiusMetres: WGS84.equatorialRadiusMetres, flattening: WGS84.flattening)
  /// Airy 1830, on which the national grid of Great Britain is drawn: b = 6,356,256.909 m.
  static let airy1830 = EllipsoidShape(
    equatorialRadiusMetres: 6_377_563.396, flattening: (6_377_563.396 - 6_356_256.909) / 6_377_563.396)

  var eccentricitySquared: Double { flattening * (2 - flattening) }
}

/// The transverse Mercator projection between angles in degrees and metres on a plane.
///
/// Source: Krüger 1912 in the form of Karney 2011, "Transverse Mercator with an accuracy of a few nanometers",
/// equations 7–9, 11, 14, 35 and 36, to the fourth order of the third flattening: better than a millimetre within
/// 1,000 km of the central meridian.
struct TransverseMercator {
  private let centralMeridianDegrees: Double
  private let scale: Double
  private let falseEastingMetres: Double
  private var falseNorthingMetres: Double
  private let eccentricity: Double
  private let rectifyingRadiusMetres: Double
  private let forward: [Double]
  private let inverse: [Double]

  init(
    _ shape: EllipsoidShape, originLatitudeDegrees: Double, centralMeridianDegrees: Double, scale: Double,
    falseEastingMetres: Double, falseNorthingMetres: Double
  ) {
    let n = shape.flattening / (2 - shape.flattening)
    let n2 = n * n
    let n3 = n2 * n
    let n4 = n2 * n2
    self.centralMeridianDegrees = centralMeridianDegrees
    self.scale = scale
    self.falseEastingMetres = falseEastingMetres
    self.falseNorthingMetres = falseNorthingMetres
    eccentricity = shape.eccentricitySquared.squareRoot()
    rectifyingRadiusMetres = shape.equatorialRadiusMetres / (1 + n) * (1 + n2 / 4 + n4 / 64)
    forward = [
      n / 2 - n2 * 2 / 3 + n3 * 5 / 16 + n4 * 41 / 180,
      n2 * 13 / 48 - n3 * 3 / 5 + n4 * 557 / 1440,
      n3 * 61 / 240 - n4 * 103 / 140,
      n4 * 49_561 / 161_280,
    ]
    inverse = [
      n / 2 - n2 * 2 / 3 + n3 * 37 / 96 - n4 / 360,
      n2 / 48 + n3 / 15 - n4 * 437 / 1440,
      n3 * 17 / 480 - n4 * 37 / 840,
      n4 * 4397 / 161_280,
    ]
    let origin = project(latitudeDegrees: originLatitudeDegrees, longitudeDegrees: centralMeridianDegrees)
    self.falseNorthingMetres += falseNorthingMetres - origin.northMetres
  }

  /// The place on the plane of a latitude and longitude on the same ellipsoid.
  func project(latitudeDegrees: Double, longitudeDegrees: Double) -> (eastMetres: Double, northMetres: Double) {
    let east = wrappedLongitude(longitudeDegrees - centralMeridianDegrees).radians
    let conformal = conformalTangent(of: tangent(latitudeDegrees.radians))
    let xi = arcTangent(conformal, over: cosine(east))
    // sinh η′ = sin λ / √(τ′² + cos² λ), written with the arc tangent that the C library has.
    let eta = inverseHyperbolicTangent(sine(east) / (1 + conformal * conformal).squareRoot())
    var north = xi
    var right = eta
    for (index, coefficient) in forward.enumerated() {
      let order = 2 * Double(index + 1)
      north += coefficient * sine(order * xi) * hyperbolicCosine(order * eta)
      right += coefficient * cosine(order * xi) * hyperbolicSine(order * eta)
    }
    let radius = rectifyingRadiusMetres * scale
    return (falseEastingMetres + radius * right, falseNorthingMetres + radius * north)
  }

  /// The latitude and longitude, on the same ellipsoid, of a place on the plane.
  func unproject(eastMetres: Double, northMetres: Double) -> (latitudeDegrees: Double, longitudeDegrees: Double) {
    let radius = rectifyingRadiusMetres * scale
    let xi = (northMetres - falseNorthingMetres) / radius
    let eta = (eastMetres - falseEastingMetres) / radius
    var north = xi
    var right = eta
    for (index, coefficient) in inverse.enumerated() {
      let order = 2 * Double(index + 1)
      north -= coefficient * sine(order * xi) * hyperbolicCosine(order * eta)
      right -= coefficient * cosine(order * xi) * hyperbolicSine(order * eta)
    }
    let width = hyperbolicSine(right)
    let hypotenuse = (width * width + cosine(north) * cosine(north)).squareRoot()
    let conformal = sine(north) / hypotenuse
    let longitude = arcTangent(width, over: cosine(north))
    return (
      arcTangent(geographicTangent(ofConformal: conformal)).degrees,
      wrappedLongitude(centralMeridianDegrees + longitude.degrees)
    )
  }

  /// The tangent of the conformal latitude, equations 7 to 9.
  private func conformalTangent(of tangent: Double) -> Double {
    let root = (1 + tangent * tangent).squareRoot()
    let sigma = hyperbolicSine(eccentricity * inverseHyperbolicTangent(eccentricity * tangent / root))
    return tangent * (1 + sigma * sigma).squareRoot() - sigma * root
  }

  /// The tangent of the latitude behind that of the conformal latitude, by Newton's method, equations 19 to 21.
  private func geographicTangent(ofConformal wanted: Double) -> Double {
    let complement = 1 - eccentricity * eccentricity
    var tangent = wanted / complement
    for _ in 0..<6 {
      let reached = conformalTangent(of: tangent)
      let step =
        (wanted - reached) / (1 + reached * reached).squareRoot() * (1 + complement * tangent * tangent)
        / (complement * (1 + tangent * tangent).squareRoot())
      tangent += step
      if step.magnitude < 1e-15 * max(1, tangent.magnitude) { break }
    }
    return tangent
  }
}
