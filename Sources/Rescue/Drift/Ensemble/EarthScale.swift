/// Degrees in a metre to the north and to the east on WGS 84, for eight latitudes at once.
///
/// Around one latitude both are cubic polynomials, right to a millionth, which saves the cosine at every step.
struct EarthScale: Sendable {
  typealias Lanes = SIMD8<Double>

  /// The latitude around which the polynomials hold, in degrees.
  let centre: Double
  /// How far to either side they hold, in degrees.
  let reach: Double
  private let north: Cubic
  private let east: Cubic

  /// The scale around a latitude.
  init(around latitudeDegrees: Double) {
    let centre = min(max(latitudeDegrees, -86), 86)
    // Towards a pole degrees of longitude shrink ever faster.
    let reach = min(2, (90 - centre.magnitude) / 10)
    (self.centre, self.reach) = (centre, reach)
    north = Cubic(reach: reach) { 1 / Self.metresPerDegree(Lanes(repeating: centre + $0)).north[0] }
    east = Cubic(reach: reach) { 1 / Self.metresPerDegree(Lanes(repeating: centre + $0)).east[0] }
  }

  /// Degrees a metre to the north and to the east, at latitudes within reach.
  @inline(__always)
  func degreesPerMetre(_ latitudesDegrees: Lanes) -> (north: Lanes, east: Lanes) {
    let offset = latitudesDegrees - centre
    return (north.value(offset), east.value(offset))
  }

  /// The lanes whose latitudes are within reach; what is not a number is not.
  @inline(__always)
  func reaches(_ latitudesDegrees: Lanes) -> SIMDMask<SIMD8<Int64>> {
    (latitudesDegrees .<= centre + reach) .& (latitudesDegrees .>= centre - reach)
  }

  /// Metres a degree to the north and to the east, at any latitude.
  ///
  /// Source: the usual series in cosines of multiples of the latitude; at 51° N 111,248 m and 70,198 m.
  static func metresPerDegree(_ latitudesDegrees: Lanes) -> (north: Lanes, east: Lanes) {
    let cosine = cosine(latitudesDegrees)
    let square = cosine * cosine
    let second = 2 * square - 1
    let north = 111_132.92 - 559.82 * second + 1.175 * (2 * second * second - 1)
    return (north, cosine * (111_693.93 - square * (376.36 - 1.888 * square)))
  }

  /// The cosine of −90 to 90 degrees by its power series, right to 12 digits.
  static func cosine(_ degrees: Lanes) -> Lanes {
    let radians = degrees * (.pi / 180)
    let square = radians * radians
    var sum = Lanes(repeating: 1)
    for term in stride(from: 18.0, through: 2, by: -2) { sum = 1 - square * sum * (1 / (term * (term - 1))) }
    return sum
  }

  /// A cubic polynomial through four values of a function around 0.
  private struct Cubic {
    let constant: Double
    let linear: Double
    let quadratic: Double
    let cubic: Double

    /// Fits at the four nodes of Chebyshev, where the largest error is least.
    init(reach: Double, _ function: (Double) -> Double) {
      let (outer, inner) = (reach * 0.923_879_532_5, reach * 0.382_683_432_4)
      let even = [outer, inner].map { (function($0) + function(-$0)) / 2 }
      let odd = [outer, inner].map { (function($0) - function(-$0)) / (2 * $0) }
      let spread = outer * outer - inner * inner
      quadratic = (even[0] - even[1]) / spread
      cubic = (odd[0] - odd[1]) / spread
      constant = even[1] - quadratic * inner * inner
      linear = odd[1] - cubic * inner * inner
    }

    @inline(__always)
    func value(_ offset: Lanes) -> Lanes {
      ((offset * cubic + quadratic) * offset + linear) * offset + constant
    }
  }
}
