/// What a squitter or reply says (RTCA DO-260B, 2.2.3.2; ICAO Annex 10, volume IV).
public enum ADSBContent: Hashable, Sendable {
  /// Call sign and category: type codes 1 to 4.
  case identification(AircraftIdentification)
  /// Position on the ground: type codes 5 to 8.
  case surfacePosition(SurfacePosition)
  /// Position in the air, or the altitude alone: type codes 0, 9 to 18 and 20 to 22.
  case airbornePosition(AirbornePosition)
  /// Velocity: type code 19.
  case velocity(AirborneVelocity)
  /// Emergency and priority: type code 28, subtype 1.
  case status(AircraftStatus)
  /// The version and capability of the equipment: type code 31.
  case operationalStatus(version: Int)
  /// An extended squitter of another type, by its code.
  case other(typeCode: Int)
  /// The altitude in a reply to an interrogation: formats 4 and 20, in feet where it is coded.
  case altitudeReply(feet: Int?)
  /// The identity in a reply to an interrogation: formats 5 and 21.
  case identityReply(squawk: Int)
  /// An all-call reply: format 11, with the interrogator's code.
  case allCallReply(interrogator: Int)
}

/// Call sign and category (DO-260B, 2.2.3.2.5).
public struct AircraftIdentification: Hashable, Sendable {
  /// The set of categories: D for type code 1 to A for 4.
  public let typeCode: Int
  /// The category within its set; 0 says nothing.
  public let category: Int
  /// The eight characters of six bits each, the first highest.
  let code: UInt64

  /// The call sign without blanks at its ends; `#` stands for what is no character.
  public var callSign: String {
    let characters = (0..<8).map { character(at: $0) }
    let used = characters.drop { $0 == 0x20 }
    return String(
      decoding: used.prefix((used.lastIndex { $0 != 0x20 } ?? used.startIndex - 1) - used.startIndex + 1), as: UTF8.self
    )
  }

  /// The character at a place as ASCII (ICAO Annex 10, volume IV, table 3-8).
  @inline(__always)
  func character(at index: Int) -> UInt8 {
    switch UInt8(truncatingIfNeeded: code &>> UInt64(42 &- 6 &* index)) & 63 {
    case let letter where 1...26 ~= letter: letter | 0x40
    case let plain where plain == 32 || 48...57 ~= plain: plain
    default: UInt8(ascii: "#")
    }
  }
}

/// A position in the air (DO-260B, 2.2.3.2.3).
public struct AirbornePosition: Hashable, Sendable {
  /// 0 no alert, 1 permanent alert, 2 temporary alert, 3 special identification.
  public let surveillanceStatus: Int
  /// The supplement to the navigation integrity, or the single antenna flag of version 0.
  public let integritySupplement: Int
  /// The altitude in feet by the barometer, or with type codes 20 to 22 the height above the ellipsoid; nil when unknown.
  public let altitudeFeet: Int?
  /// Whether the altitude is a height above the ellipsoid.
  public let isHeight: Bool
  /// The place within its zone; nil with type code 0.
  public let compact: CompactPosition?
}

/// A position on the ground (DO-260B, 2.2.3.2.4).
public struct SurfacePosition: Hashable, Sendable {
  /// The speed over ground in eighths of a knot, 0 when stopped, 1,400 for 175 knots and more; nil when unknown.
  public let speedEighthsKnot: Int?
  /// The track over ground in 1/128 of a turn from north; nil when unknown.
  public let trackTurns128: Int?
  /// The place within its zone.
  public let compact: CompactPosition
}

/// Velocity in the air (DO-260B, 2.2.3.2.6).
public struct AirborneVelocity: Hashable, Sendable {
  /// 1 and 2 over ground, 3 and 4 through the air; 2 and 4 above the speed of sound.
  public let subtype: Int
  /// The accuracy category of the velocity.
  public let accuracyCategory: Int
  /// East and north over ground in knots; nil when either is unknown.
  public let groundKnots: Ground?
  /// The heading in 1/1,024 of a turn from north; nil when unknown.
  public let headingTurns1024: Int?
  /// The speed through the air in knots; nil when unknown.
  public let airspeedKnots: Int?
  /// Whether the airspeed is true and not indicated.
  public let isTrueAirspeed: Bool
  /// Whether the vertical rate is the barometer's and not the satellites'.
  public let isBarometricRate: Bool
  /// Feet a minute, up positive; nil when unknown.
  public let verticalFeetPerMinute: Int?
  /// How far the height above the ellipsoid lies above the barometric altitude, in feet; nil when unknown or off the scale.
  public let heightAboveBarometerFeet: Int?

  /// Velocity over ground.
  public struct Ground: Hashable, Sendable {
    /// Knots to the east.
    public let east: Int
    /// Knots to the north.
    public let north: Int
    /// The speed in knots.
    public var speed: Double { Double(east * east + north * north).squareRoot() }
    /// The direction of flight over ground in degrees from true north.
    public var trackDegrees: Double { Bearing.degrees(east: Double(east), north: Double(north)) }
  }
}

/// Emergency and priority (DO-260B, 2.2.3.2.7.8.1).
public struct AircraftStatus: Hashable, Sendable {
  /// 0 none, 1 general, 2 lifeguard or medical, 3 minimum fuel, 4 no communication, 5 unlawful interference, 6 downed aircraft.
  public let emergencyState: Int
  /// The four digits of the Mode A code: 7,700 is the emergency, 7,600 no communication, 7,500 unlawful interference.
  public let squawk: Int

  /// Whether anything is wrong.
  public var isEmergency: Bool { 1...6 ~= emergencyState || [7_500, 7_600, 7_700].contains(squawk) }
}
