/// What is looked for, by the sizes of the sweep width tables; lengths in feet as the tables have them.
public enum SearchObject: String, CaseIterable, Codable, Sendable {
  case personInWater
  case raft1, raft4, raft6, raft8, raft10, raft15, raft20, raft25
  case powerBoat15, powerBoat20, powerBoat33, powerBoat53, powerBoat78
  case sailBoat15, sailBoat20, sailBoat25, sailBoat30, sailBoat40, sailBoat50, sailBoat70, sailBoat83
  case ship120, ship225, ship300
  /// A crowded inflatable of 8 to 12 m, of which no table speaks: the narrower of a raft for 25 and a power boat of
  /// 33 ft, an estimate of ours. It is as long as the boat and as low as the raft, and hidden by weather like a raft.
  case loadedInflatable

  /// Whether wind and sea hide it soon: people, rafts and boats below 10 m.
  var isSmall: Bool {
    switch self {
    case .powerBoat33, .powerBoat53, .powerBoat78, .sailBoat30, .sailBoat40, .sailBoat50, .sailBoat70, .sailBoat83,
      .ship120, .ship225, .ship300:
      false
    default: true
    }
  }
}

/// With what is looked, and from where.
public enum SearchLookout: Hashable, Sendable {
  /// Eyes on a small vessel, 2.4 m above the water.
  case smallVessel
  /// Eyes on a larger vessel, 4.3 m or more above the water.
  case vessel
  /// Eyes in a helicopter at a height above the water.
  case helicopter(heightMetres: Double)
  /// Eyes in an aeroplane at a height above the water.
  case aeroplane(heightMetres: Double)
  /// Another sensor, as infrared, radar, a drone's camera or a satellite, by the sweep width that its operator declares
  /// for this object and this weather.
  case declared(name: String, sweepWidthMetres: Double)
}

/// Under what conditions is looked.
public struct SearchConditions: Hashable, Sendable {
  /// The meteorological visibility, in metres.
  public var visibilityMetres: Double
  /// The speed of the wind, in metres a second.
  public var windMetresPerSecond: Double
  /// The significant height of the waves, in metres.
  public var waveHeightMetres: Double
  /// Whether the crew is tired.
  public var crewIsTired: Bool
  /// Whether it is day; the tables hold for no other time.
  public var isDay: Bool

  /// Conditions of these parts.
  public init(
    visibilityMetres: Double, windMetresPerSecond: Double, waveHeightMetres: Double, crewIsTired: Bool = false,
    isDay: Bool = true
  ) {
    self.visibilityMetres = visibilityMetres
    self.windMetresPerSecond = windMetresPerSecond
    self.waveHeightMetres = waveHeightMetres
    self.crewIsTired = crewIsTired
    self.isDay = isDay
  }
}
