package import Geodesy
package import Rescue

/// How an asset is to search: the pattern, what is looked for, and what that was reckoned to be worth when it was ordered.
package struct SearchOrder: Sendable, Hashable, Codable {
  /// What looks.
  package enum Lookout: String, Sendable, Hashable, Codable, CaseIterable {
    case smallVessel, vessel, helicopter, aeroplane
    /// A sensor whose sweep width somebody declares.
    case declared
  }

  package var pattern: SearchPattern
  package var object: SearchObject
  package var lookout: Lookout
  /// The height of the eye above the water, for aircraft.
  package var heightMetres: Double?
  package var start: Position
  package var begins: Instant
  package var orientationDegrees: Double
  package var spacingMetres: Double
  package var speedMetresPerSecond: Double
  package var seconds: Double
  package var alongMetres: Double
  package var acrossMetres: Double
  /// The way of a track line.
  package var way: [Position]?
  /// The drift with which the pattern moves, in metres a second.
  package var driftEast: Double?
  package var driftNorth: Double?
  package var sweepWidthMetres: Double
  /// What is to be said with the sweep width, by code.
  package var remarks: [String]
  package var coverage: Double
  /// The probability of detection within the area.
  package var detectionProbability: Double
  /// The probability of success, when a map of where the boat may be was at hand.
  package var success: Double?

  /// - Parameters:
  ///   - plan: the pattern as it is laid out.
  ///   - sweepWidthMetres: the corrected sweep width.
  ///   - remarks: what is to be said with it.
  package init(
    _ plan: SearchPatternPlan, object: SearchObject, lookout: Lookout, heightMetres: Double?, sweepWidthMetres: Double,
    remarks: [String], coverage: Double, detectionProbability: Double, success: Double?
  ) {
    pattern = plan.pattern
    self.object = object
    self.lookout = lookout
    self.heightMetres = heightMetres
    start = plan.start
    begins = plan.startTime
    orientationDegrees = plan.orientationDegrees
    spacingMetres = plan.trackSpacingMetres
    speedMetresPerSecond = plan.speedMetresPerSecond
    seconds = plan.secondsAvailable
    (alongMetres, acrossMetres) = plan.areaMetres
    way = plan.way.isEmpty ? nil : plan.way
    (driftEast, driftNorth) = (plan.drift?.east, plan.drift?.north)
    self.sweepWidthMetres = sweepWidthMetres
    self.remarks = remarks
    self.coverage = coverage
    self.detectionProbability = detectionProbability
    self.success = success
  }

  /// The pattern as it is laid out.
  package var plan: SearchPatternPlan {
    var drift: (east: Double, north: Double)?
    if let driftEast, let driftNorth { drift = (driftEast, driftNorth) }
    return SearchPatternPlan(
      pattern: pattern, start: start, startTime: begins, orientationDegrees: orientationDegrees,
      trackSpacingMetres: spacingMetres, speedMetresPerSecond: speedMetresPerSecond, secondsAvailable: seconds,
      areaMetres: (alongMetres, acrossMetres), way: way ?? [], drift: drift)
  }
}
