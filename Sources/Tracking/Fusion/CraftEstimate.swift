/// A track at the moment of the latest scan.
package struct CraftEstimate: Hashable, Sendable {
  /// Its number, counted from 0 in the order in which tracks were confirmed.
  package let number: Int
  package let eastMetres: Double
  package let northMetres: Double
  package let velocityEastMetresPerSecond: Double
  package let velocityNorthMetresPerSecond: Double
  /// Covariance of (east m, north m, velocity east m/s, velocity north m/s), 4 × 4.
  package let covariance: MotionCovariance
  /// How likely there is such a craft at all, between 0 and 1.
  package let existence: Double
  /// How likely it carries a transponder, between 0 and 1.
  package let carriesTransponder: Double

  init(_ candidate: Candidate, number: Int) {
    self.number = number
    let motion = candidate.motion
    eastMetres = motion.eastMetres
    northMetres = motion.northMetres
    velocityEastMetresPerSecond = motion.velocityEast
    velocityNorthMetresPerSecond = motion.velocityNorth
    covariance = motion.covariance
    existence = candidate.exists
    carriesTransponder = candidate.carries
  }
}
