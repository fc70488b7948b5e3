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
  /// The same for sensors whose looks come late by nature, as scenes of satellites do.
  package var greatestSlownessSeconds = 3600.0
  /// A craft that only late looks have shown is shown when its place is known better than this along either axis, as a standard
  /// deviation in metres; at four times that it is given up.
  package var carriedWithin = 5000.0
  /// What is further ahead than this of all that was heard is believed only when three in a row say the same, in seconds.
  package var greatestLeapSeconds = 600.0
  /// Candidates held at most; beyond it the least likely ones go.
  package var mostCandidates = 100_000

  /// Plots of one scan that are worked on; a scan with more is refused, since a sensor that shows that much is ill.
  package var mostPlotsPerScan = 50_000
  /// A direction alone moves a track only when it is that track's with at least this probability.
  package var bearingFrom = 0.8
  /// How far a sensor's distances, directions and places may lie beside the truth before anything is known of it, as standard
  /// deviations in metres, radians and metres.
  package var rangeBias = 150.0
  package var bearingBias = 0.0125
  package var placeBias = 100.0

  package init() {}

  func shows(_ candidate: Candidate) -> Bool {
    let within = candidate.isCarried ? carriedWithin : shownWithin
    return candidate.exists > shownFrom && candidate.motion.covariance.position.largestEigenvalue < within * within
  }
}

extension Candidate {
  /// Whether it hardly exists any more, or could be anywhere.
  func isGivenUp(_ settings: CraftTrackerSettings) -> Bool {
    let (exists, lost) = (exists, isCarried ? 4 * settings.carriedWithin : 10 * settings.shownWithin)
    return exists < settings.givenUpBelow || (number != nil && exists < settings.trackEndsBelow)
      || mixture.combined.covariance.position.largestEigenvalue > lost * lost
  }
}
