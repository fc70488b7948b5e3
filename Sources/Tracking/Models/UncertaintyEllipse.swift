/// The ellipse around a position within which a craft is with 95 % probability.
public struct UncertaintyEllipse: Hashable, Sendable {
  /// Half its longer axis, in metres.
  public let majorMetres: Double
  /// Half its shorter axis, in metres.
  public let minorMetres: Double
  /// The direction of its longer axis in degrees from true north, 0 to 180.
  public let orientationDegrees: Double

  /// √5.991 standard deviations: the 95 % point of χ² with two degrees of freedom.
  private static let deviations = 2.4477

  init(_ covariance: Symmetric2) {
    let larger = max(covariance.largestEigenvalue, 0)
    let smaller = max(covariance.eastEast + covariance.northNorth - larger, 0)
    majorMetres = Self.deviations * larger.squareRoot()
    minorMetres = Self.deviations * smaller.squareRoot()
    // The eigenvector of the larger eigenvalue, from whichever row of the matrix is the longer.
    let (first, second) = (larger - covariance.northNorth, larger - covariance.eastEast)
    let axis =
      first.magnitude > second.magnitude
      ? (east: first, north: covariance.eastNorth) : (east: covariance.eastNorth, north: second)
    let direction = axis.east == 0 && axis.north == 0 ? 0 : bearingDegrees(east: axis.east, north: axis.north)
    orientationDegrees = direction >= 180 ? direction - 180 : direction
  }
}
