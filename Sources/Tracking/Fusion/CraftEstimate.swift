/// A track at the moment of the latest scan.
package struct CraftEstimate: Hashable, Sendable {
  /// Its number, counted from 0 in the order in which tracks were confirmed; it stays as long as the track does.
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
  /// The number that its transponder sends, if one is taken to be its own.
  package let identity: UInt32?
  /// How likely that identity is its own, between 0 and 1; 0 without one.
  package let identityProbability: Double
  /// Length over all in metres, as the sensors that can tell have it.
  package let lengthMetres: Double?
  package let marks: CraftMarks
  /// When anything last showed it, on the tracker's clock.
  package let lastSeenSeconds: Double
  /// What made it.
  package let contributions: Contributions

  init(_ candidate: Candidate, number: Int, motion: Motion, identity: UInt32?, identityProbability: Double) {
    self.number = number
    eastMetres = motion.eastMetres
    northMetres = motion.northMetres
    velocityEastMetresPerSecond = motion.velocityEast
    velocityNorthMetresPerSecond = motion.velocityNorth
    covariance = motion.covariance
    existence = candidate.exists
    carriesTransponder = candidate.carries
    self.identity = identity
    self.identityProbability = identityProbability
    lengthMetres = candidate.lengthMetres
    marks = candidate.marks
    lastSeenSeconds = candidate.lastSeenSeconds
    contributions = candidate.contributions
  }
}
