/// A symmetric 2 × 2 matrix over east and north, stored inline.
struct Symmetric2: Hashable, Sendable {
  var eastEast: Double
  var eastNorth: Double
  var northNorth: Double

  /// The same variance in every direction.
  static func isotropic(_ variance: Double) -> Symmetric2 {
    Symmetric2(eastEast: variance, eastNorth: 0, northNorth: variance)
  }

  /// A spread along one direction (east and north parts of its unit vector) and another across it.
  static func along(_ direction: (east: Double, north: Double), variance: Double, across: Double) -> Symmetric2 {
    let difference = variance - across
    return Symmetric2(
      eastEast: across + difference * direction.east * direction.east,
      eastNorth: difference * direction.east * direction.north,
      northNorth: across + difference * direction.north * direction.north)
  }

  var determinant: Double { eastEast * northNorth - eastNorth * eastNorth }

  /// The inverse, or nil when the matrix is not positive definite.
  var inverse: Symmetric2? {
    let determinant = determinant
    guard determinant > 0, eastEast > 0, determinant.isFinite else { return nil }
    return Symmetric2(
      eastEast: northNorth / determinant, eastNorth: -eastNorth / determinant, northNorth: eastEast / determinant)
  }

  /// The quadratic form of a vector: with an inverse covariance, its squared Mahalanobis distance.
  func squaredLength(east: Double, north: Double) -> Double {
    eastEast * east * east + 2 * eastNorth * east * north + northNorth * north * north
  }

  /// The larger eigenvalue: the variance along the longest axis of the ellipse.
  var largestEigenvalue: Double {
    let mean = (eastEast + northNorth) / 2
    let half = (eastEast - northNorth) / 2
    return mean + (half * half + eastNorth * eastNorth).squareRoot()
  }

  static func + (left: Symmetric2, right: Symmetric2) -> Symmetric2 {
    Symmetric2(
      eastEast: left.eastEast + right.eastEast, eastNorth: left.eastNorth + right.eastNorth,
      northNorth: left.northNorth + right.northNorth)
  }

  static func * (matrix: Symmetric2, factor: Double) -> Symmetric2 {
    Symmetric2(
      eastEast: matrix.eastEast * factor, eastNorth: matrix.eastNorth * factor, northNorth: matrix.northNorth * factor)
  }
}
