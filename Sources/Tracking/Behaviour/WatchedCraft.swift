import Geodesy

/// What a watch keeps of one craft beside its history.
struct WatchedCraft: Sendable {
  var sighting: CraftSighting
  /// The moment of the sighting, in the watch's seconds.
  var at: Int32
  /// When it was last seen or heard.
  var heard: Int32
  /// When its transponder was last heard; meaningless without one.
  var transponderHeard: Int32 = 0
  /// How many of its reports were heard, up to a limit that says enough.
  var reports = 0
  /// When the watch first saw it.
  let first: Int32
  /// Where it was then.
  let firstPosition: Position
  private(set) var classBit: UInt32
  private(set) var greatestSpeedMetresPerSecond: Double
  private(set) var metresPerDegreeEast: Double
  /// Whether its number is one that nobody can have been given.
  private(set) var hasInvalidNumber: Bool
  var isDirty = true
  var lastJudged: Int32
  /// How many of its episodes are not idle.
  var openEpisodes = 0
  /// A place that it has left by a jump, and how it got away.
  var jump: Jump?
  var isHeld = true

  /// A leap from where the craft should have been.
  struct Jump: Sendable {
    /// When it was first noticed, and when it was last.
    var began: Int32
    var at: Int32
    var eastMetres: Double
    var northMetres: Double
    var impliedKnots: Double
    /// Reports from elsewhere, and from its own place, since it was first noticed and as long as the track itself
    /// stayed.
    var elsewhereReports = 0
    var ownReports = 0

    var metres: Double { (eastMetres * eastMetres + northMetres * northMetres).squareRoot() }
  }

  static let metresPerDegreeNorth = 111_195.08
  /// Reports after which a transponder counts as heard regularly.
  static let regularReports = 10

  init(_ sighting: CraftSighting, at: Int32, heard: Int32, now: Int32) {
    self.sighting = sighting
    self.at = at
    self.heard = heard
    first = now
    firstPosition = sighting.position
    lastJudged = now &- 3600
    classBit = Self.bit(sighting.trackClass)
    metresPerDegreeEast = Self.metresPerDegreeEast(sighting.position)
    greatestSpeedMetresPerSecond =
      MotionModel(trackClass: sighting.trackClass, stationary: false).greatestSpeedMetresPerSecond
    hasInvalidNumber = sighting.transponder.map { Self.isInvalid($0.mmsi) } ?? false
  }

  /// Takes over a newer sighting.
  mutating func move(to newer: CraftSighting, at moment: Int32) {
    if newer.trackClass != sighting.trackClass {
      classBit = Self.bit(newer.trackClass)
      greatestSpeedMetresPerSecond =
        MotionModel(trackClass: newer.trackClass, stationary: false).greatestSpeedMetresPerSecond
    }
    if newer.transponder?.mmsi != sighting.transponder?.mmsi {
      hasInvalidNumber = newer.transponder.map { Self.isInvalid($0.mmsi) } ?? false
    }
    if (newer.position.latitudeDegrees - sighting.position.latitudeDegrees).magnitude > 1e-9 {
      metresPerDegreeEast = Self.metresPerDegreeEast(newer.position)
    }
    sighting = newer
    at = moment
  }

  /// Notes a leap, or that the last one goes on.
  ///
  /// - Parameter isElsewhere: whether the number was heard from elsewhere while the track stayed where it was.
  mutating func noteJump(
    _ way: (east: Double, north: Double), at now: Int32, impliedKnots: Double, isElsewhere: Bool
  ) {
    let goesOn = jump.map { now &- $0.at <= Self.sameJumpSeconds } ?? false
    let before = goesOn ? jump : nil
    jump = Jump(
      began: before?.began ?? now, at: now, eastMetres: way.east, northMetres: way.north,
      impliedKnots: impliedKnots.isNaN ? before?.impliedKnots ?? .nan : impliedKnots,
      elsewhereReports: isElsewhere ? (before?.elsewhereReports ?? 0) + 1 : 0,
      ownReports: isElsewhere ? before?.ownReports ?? 0 : 0)
  }

  /// Whether its number was heard several times from elsewhere while it went on reporting from its own place.
  var isInTwoPlaces: Bool {
    guard let jump else { return false }
    return jump.elsewhereReports >= Self.reportsThatConvince && jump.ownReports >= Self.reportsThatConvince
  }

  private static let reportsThatConvince = 3

  /// Within this time a further leap is the same one, in seconds.
  private static let sameJumpSeconds: Int32 = 120

  /// Metres to the east and north from where it was sighted to a position.
  func way(to position: Position) -> (east: Double, north: Double) {
    let from = sighting.position
    let east = (position.longitudeDegrees - from.longitudeDegrees).remainder(dividingBy: 360)
    return (
      east * metresPerDegreeEast, (position.latitudeDegrees - from.latitudeDegrees) * Self.metresPerDegreeNorth
    )
  }

  private static func metresPerDegreeEast(_ position: Position) -> Double {
    metresPerDegreeNorth * eastNorth(bearingDegrees: position.latitudeDegrees).north
  }

  /// Whether nobody can have been given the number: it has no form, or names no administration (ITU-R M.585-9).
  private static func isInvalid(_ mmsi: UInt32) -> Bool {
    let identity = MaritimeIdentity(mmsi: mmsi)
    switch identity.kind {
    case .searchAndRescueTransmitter, .manOverboard, .emergencyBeacon: return false
    case .unassigned: return true
    default: return identity.countryCode == nil
    }
  }

  /// The bit of a class in a mask of classes.
  static func bit(_ trackClass: TrackClass) -> UInt32 { bits[trackClass] ?? 0 }

  private static let bits: [TrackClass: UInt32] = Dictionary(
    uniqueKeysWithValues: TrackClass.allCases.enumerated().map { ($1, UInt32(1) << UInt32($0)) })

  /// Velocity in metres a second.
  var velocity: (east: Double, north: Double) {
    guard let course = sighting.courseDegrees else { return (0, 0) }
    let way = eastNorth(bearingDegrees: course)
    let speed = sighting.speedKnots * metresPerSecondInKnot
    return (way.east * speed, way.north * speed)
  }

  /// Whether it is a small boat, or more likely than not.
  var isSmall: Bool {
    if let probability = sighting.smallCraftProbability { return probability >= 0.5 }
    if let length = sighting.lengthMetres { return length <= Self.greatestSmallMetres }
    return sighting.trackClass == .pleasure || sighting.trackClass == .sailing || sighting.trackClass == .distress
  }

  /// Up to this length a craft is small, in metres.
  static let greatestSmallMetres = 15.0
  /// From this length on a craft is a ship, in metres.
  static let leastShipMetres = 40.0

  /// Whether it is a ship that cannot easily see or avoid a small boat.
  var isShip: Bool {
    if let length = sighting.lengthMetres { return length >= Self.leastShipMetres }
    switch sighting.trackClass {
    case .cargo, .tanker, .passenger, .highspeed: return true
    default: return false
    }
  }
}
