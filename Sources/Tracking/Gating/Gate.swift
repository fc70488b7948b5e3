/// Decides whether an observation can belong to a motion.
///
/// Two questions are asked. Is it where the filter expects it, by the squared Mahalanobis distance of the innovation? And could
/// the craft have got there at all, by the speed that the way from its last believed place implies? A craft that turns hard
/// fails the first and passes the second: then the filter was too sure, and its spread is widened. What fails the second
/// is never used.
enum Gate {
  /// What became of an observation at the gate.
  enum Verdict: Equatable {
    /// As expected.
    case expected
    /// Possible but not expected: the predicted covariance is to be multiplied by this.
    case surprising(covarianceFactor: Double)
    /// Beyond what the craft can do.
    case impossible(distanceMetres: Double, impliedSpeedMetresPerSecond: Double)
  }

  /// The 99.9996 % point of χ² with two degrees of freedom.
  static let greatestSquaredDistance = 25.0
  /// To what squared distance a surprising observation is brought by widening.
  static let squaredDistanceAfterWidening = 9.0
  /// Distance that is forgiven besides the spread, in metres: antennas are moved and reports are rounded.
  static let forgivenMetres = 50.0

  /// The verdict on an innovation.
  ///
  /// - Parameters:
  ///   - way: metres east and north from the last believed place to the observed one.
  ///   - allowanceMetres: three standard deviations of that way, and what imprecise times add.
  static func judge(
    innovation: (east: Double, north: Double), innovationCovariance: Symmetric2, way: (east: Double, north: Double),
    seconds: Double, allowanceMetres: Double, model: MotionModel
  ) -> Verdict {
    let distance = (way.east * way.east + way.north * way.north).squareRoot()
    let beyond = distance - allowanceMetres - forgivenMetres
    // Written so that a distance that is not a number counts as impossible.
    guard beyond <= model.greatestSpeedMetresPerSecond * seconds.magnitude else {
      return .impossible(distanceMetres: distance, impliedSpeedMetresPerSecond: distance / max(1, seconds.magnitude))
    }
    guard let inverse = innovationCovariance.inverse else { return .surprising(covarianceFactor: 1) }
    let squared = inverse.squaredLength(east: innovation.east, north: innovation.north)
    guard squared > greatestSquaredDistance else { return .expected }
    return .surprising(covarianceFactor: squared / squaredDistanceAfterWidening)
  }
}
