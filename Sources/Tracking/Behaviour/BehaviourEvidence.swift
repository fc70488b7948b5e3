/// One number for which an alert was raised, by name, in its unit.
public struct BehaviourEvidence: Hashable, Sendable, Codable {
  /// What the number is.
  public enum Name: String, Hashable, Sendable, Codable, CaseIterable {
    case speed, speedBefore, otherSpeed, course, courseBefore, turn, scatter, leeway, impliedSpeed
    case silence, usualInterval, others, mmsi
    case distance, closestDistance, deviation, timeToClosest, timeToShore, duration, radius, bearing
    case count, probability
  }

  /// What the number is.
  public var name: Name
  /// The number.
  public var value: Double
  /// Its unit.
  public var unit: BehaviourUnit

  /// A number with its name and unit.
  public init(_ name: Name, _ value: Double, _ unit: BehaviourUnit) {
    self.name = name
    self.value = value
    self.unit = unit
  }
}

extension BehaviourKind {
  /// The numbers that an alert of this kind carries, in order; one that is not known is left out.
  public var evidence: [(name: BehaviourEvidence.Name, unit: BehaviourUnit)] {
    switch self {
    case .drifting: [(.speed, .knots), (.speedBefore, .knots), (.scatter, .degrees), (.leeway, .degrees)]
    case .suddenStop: [(.speedBefore, .knots), (.speed, .knots)]
    case .speedChange: [(.speedBefore, .knots), (.speed, .knots)]
    case .headingChange: [(.courseBefore, .degrees), (.course, .degrees), (.turn, .degrees), (.speed, .knots)]
    case .transponderGap: [(.silence, .seconds), (.usualInterval, .seconds), (.speed, .knots), (.others, .count)]
    case .implausiblePosition: [(.distance, .metres), (.impliedSpeed, .knots)]
    case .sharedIdentity: [(.distance, .metres), (.mmsi, .mmsi)]
    case .invalidIdentity: [(.mmsi, .mmsi)]
    case .groupJump: [(.count, .count), (.distance, .metres), (.bearing, .degrees)]
    case .ghostFleet: [(.count, .count), (.speed, .knots), (.course, .degrees), (.radius, .metres)]
    case .encounter: [(.distance, .metres), (.duration, .seconds), (.speed, .knots), (.otherSpeed, .knots)]
    case .loitering: [(.radius, .metres), (.duration, .seconds), (.speed, .knots)]
    case .shoreApproach: [(.timeToShore, .seconds), (.distance, .metres), (.speed, .knots), (.course, .degrees)]
    case .areaEntry: [(.speed, .knots), (.course, .degrees)]
    case .closestApproach:
      [(.closestDistance, .metres), (.timeToClosest, .seconds), (.probability, .share), (.distance, .metres)]
    }
  }
}
