public import Geodesy

/// The patterns in which assets search.
///
/// Source: IAMSAR Manual, volume II, 5.5, and volume III, section 3.
public enum SearchPattern: String, CaseIterable, Codable, Sendable {
  /// Sector search around a datum that is well known: nine legs of one radius, turns of 120° to the same side.
  case sector = "VS"
  /// Expanding square from a datum: two legs of each length, each pair one spacing longer, turns of 90° to the same
  /// side.
  case expandingSquare = "SS"
  /// Parallel tracks: long legs along the longer side of a rectangle.
  case parallelTrack = "PS"
  /// Creeping line: legs along the shorter side, working along the axis of the drift.
  case creepingLine = "CS"
  /// Along the way that somebody meant to go, and back beside it.
  case trackLine = "TS"
}

/// What a search pattern is laid out from.
public struct SearchPatternPlan: Hashable, Sendable {
  /// The pattern.
  public var pattern: SearchPattern
  /// Where the search begins: the datum for a sector or an expanding square, the corner for parallel tracks and
  /// creeping lines, the start of the way for a track line.
  public var start: Position
  /// When the asset is there.
  public var startTime: Instant
  /// The direction of the first leg, in degrees from true north, as a rule that of the drift; a creeping line works in
  /// this direction across its legs. A track line takes its own.
  public var orientationDegrees: Double
  /// The distance between tracks, in metres; the radius of a sector search.
  public var trackSpacingMetres: Double
  /// The speed over the ground, in metres a second.
  public var speedMetresPerSecond: Double
  /// How long the asset can search, in seconds; the pattern ends there, in the middle of a leg if need be.
  public var secondsAvailable: Double
  /// The area from the start along and across the orientation, in metres, for parallel tracks and creeping lines.
  public var areaMetres: (along: Double, across: Double)
  /// The way to search along, for a track line.
  public var way: [Position]
  /// Whether turns go to the left rather than to the right, as they usually do.
  public var turnsLeft: Bool
  /// The drift of the object, in metres a second towards east and north; the pattern then moves along with it.
  public var drift: (east: Double, north: Double)?

  /// A plan of these parts.
  public init(
    pattern: SearchPattern, start: Position, startTime: Instant, orientationDegrees: Double,
    trackSpacingMetres: Double, speedMetresPerSecond: Double, secondsAvailable: Double,
    areaMetres: (along: Double, across: Double) = (0, 0), way: [Position] = [], turnsLeft: Bool = false,
    drift: (east: Double, north: Double)? = nil
  ) {
    self.pattern = pattern
    self.start = start
    self.startTime = startTime
    self.orientationDegrees = orientationDegrees
    self.trackSpacingMetres = trackSpacingMetres
    self.speedMetresPerSecond = speedMetresPerSecond
    self.secondsAvailable = secondsAvailable
    self.areaMetres = areaMetres
    self.way = way
    self.turnsLeft = turnsLeft
    self.drift = drift
  }

  /// Whether the two plans are the same.
  public static func == (first: SearchPatternPlan, second: SearchPatternPlan) -> Bool {
    first.fields == second.fields && first.way == second.way && first.start == second.start
      && first.pattern == second.pattern && first.startTime == second.startTime && first.turnsLeft == second.turnsLeft
  }

  /// Feeds what tells plans apart best.
  public func hash(into hasher: inout Hasher) {
    hasher.combine(fields)
    hasher.combine(start)
    hasher.combine(startTime)
  }

  private var fields: [Double?] {
    [
      orientationDegrees, trackSpacingMetres, speedMetresPerSecond, secondsAvailable, areaMetres.along,
      areaMetres.across, drift?.east, drift?.north,
    ]
  }
}

/// One leg of a search.
public struct SearchLeg: Hashable, Sendable {
  /// Where it begins.
  public let start: Position
  /// Where it ends.
  public let end: Position
  /// When it begins.
  public let startTime: Instant
  /// When it ends.
  public let endTime: Instant
  /// The course over the ground, in degrees from true north.
  public let courseDegrees: Double
  /// Its length over the ground, in metres.
  public let distanceMetres: Double
  /// Whether it is searched on, rather than only a way between tracks.
  public let isSearched: Bool
}

/// Why a pattern cannot be laid out.
public enum SearchPatternError: String, Error, Hashable, Sendable {
  /// A number is not finite, or not positive where it has to be.
  case numbersOutOfRange
  /// The area has no length or width.
  case noArea
  /// A track line needs a way of two positions at least.
  case noWay
  /// The object drifts as fast as the asset searches.
  case driftTooFast
  /// More legs than `SearchPatternPlan.mostLegs`.
  case tooManyLegs
}
