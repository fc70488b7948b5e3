/// What the tracker is told of the sea, and what it holds at most.
package struct CraftTrackerSettings: Sendable {
  /// The ways in which craft move; at most three.
  package var modes: [MotionMode] = [.drifting, .steady, .manoeuvring]
  /// Spread of the velocity of a craft that was seen once, in metres a second along each axis.
  package var unknownVelocity = 5.0
  /// How many craft come into a sensor's field in one scan, on average.
  package var birthsPerScan = 0.1
  /// How long a craft stays where sensors see it, on average, in seconds.
  package var meanLifeSeconds = 10_000.0
  /// How likely a craft of which nothing is known carries a transponder.
  package var carriesFrom = 0.5
  /// A candidate that more likely exists than this, and was seen `leastSeen` times, is a track.
  package var confirmedFrom = 0.5
  package var leastSeen = 2
  /// A track that exists less likely than this is not shown until it is seen again.
  package var shownFrom = 0.5
  /// Nor is one whose place is known worse than this along either axis, as a standard deviation in metres; at ten times
  /// that it is given up.
  package var shownWithin = 300.0
  /// A candidate that exists less likely than this is given up, and a track less likely than the next.
  package var givenUpBelow = 1e-5
  package var trackEndsBelow = 1e-3
  /// The squared Mahalanobis distance beyond which a plot is not looked at: the 99.97 % point of χ² with two degrees.
  package var gate = 16.0
  /// What comes later than this is not used, in seconds.
  package var greatestLatenessSeconds = 60.0
  /// Candidates held at most; beyond it the least likely ones go.
  package var mostCandidates = 100_000

  package init() {}

  func shows(_ candidate: Candidate) -> Bool {
    candidate.exists > shownFrom && candidate.motion.covariance.position.largestEigenvalue < shownWithin * shownWithin
  }

  func givesUp(_ candidate: Candidate) -> Bool {
    let (exists, lost) = (candidate.exists, 10 * shownWithin)
    return exists < givenUpBelow || (candidate.number != nil && exists < trackEndsBelow)
      || candidate.motion.covariance.position.largestEigenvalue > lost * lost
  }
}
