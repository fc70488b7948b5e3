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

  /// By how much the time of a report from a slow feed may be wrong, in seconds.
  static let greatestTimeErrorSeconds = 600.0
  /// How far a way may bend over that time, as a share of its length.
  static let greatestBend = 0.2

  /// Whether a place lies on the line along which the craft moves anyway, no further than it makes in ten minutes.
  ///
  /// Satellites hand on what they heard in heaps, and not every feed tells the true time of each report: then ships seem
  /// to leap ahead and back on their own course. Such a report is not used, and speaks for no second place either.
  static func liesOnItsWay(
    _ way: (east: Double, north: Double), of motion: Motion, reportedSpeedKnots: Double?
  ) -> Bool {
    let speed = motion.speed
    let reported = reportedSpeedKnots.map { $0 * metresPerSecondInKnot } ?? speed
    guard speed > 1, (reported - speed).magnitude < max(1.5, 0.3 * speed) else { return false }
    let along = ((way.east * motion.velocityEast + way.north * motion.velocityNorth) / speed).magnitude
    let across = ((way.east * motion.velocityNorth - way.north * motion.velocityEast) / speed).magnitude
    return along <= speed * greatestTimeErrorSeconds && across <= forgivenMetres + greatestBend * along
  }

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
