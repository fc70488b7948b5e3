import Geodesy

/// A target that a radar tracks, by distance and bearing from own ship: sentence `TTM` (IEC 61162-1:2016, 8.3).
public struct RadarTarget: Hashable, Sendable {
  /// What a direction is counted from.
  public enum Reference: String, Hashable, Sendable {
    /// True north.
    case north = "T"
    /// The bow of own ship.
    case bow = "R"
  }

  /// The unit in which the radar gives distances and speeds.
  public enum Unit: String, Hashable, Sendable {
    /// Kilometres, and kilometres an hour.
    case kilometres = "K"
    /// Nautical miles, and knots.
    case nauticalMiles = "N"
    /// Statute miles, and miles an hour.
    case statuteMiles = "S"

    /// How many metres one is.
    public var metres: Double {
      switch self {
      case .kilometres: 1_000
      case .nauticalMiles: Units.metresPerNauticalMile
      case .statuteMiles: 1_609.344
      }
    }
  }

  /// How the radar came to track it.
  public enum Acquisition: String, Hashable, Sendable {
    /// The radar found it.
    case automatic = "A"
    /// A person chose it.
    case manual = "M"
    /// It was reported by another.
    case reported = "R"
  }

  /// The number that the radar gives it.
  public let number: Int
  /// Distance from own ship, in `unit`.
  public let distance: Double?
  /// Bearing from own ship in degrees.
  public let bearingDegrees: Double?
  /// What the bearing is counted from.
  public let bearingReference: Reference?
  /// Speed in `unit` an hour.
  public let speed: Double?
  /// Course in degrees.
  public let courseDegrees: Double?
  /// What the course is counted from.
  public let courseReference: Reference?
  /// Distance at the closest point of approach, in `unit`.
  public let closestDistance: Double?
  /// Minutes to the closest point of approach; negative when it lies in the past.
  public let minutesToClosest: Double?
  /// The unit of distances and speed; nil when the sentence does not say.
  public let unit: Unit?
  /// The name that the target bears.
  public let name: String?
  /// Whether it is lost, being acquired or tracked.
  public let status: TargetStatus?
  /// Whether it is the reference by which own ship's motion is found.
  public let isReference: Bool
  /// When it was measured, in milliseconds since midnight UTC.
  public let timeOfDayMilliseconds: Int?
  /// How it came to be tracked.
  public let acquisition: Acquisition?

  /// Distance from own ship in metres; nil when distance or unit is missing.
  public var distanceMetres: Double? { distance.flatMap { distance in unit.map { distance * $0.metres } } }

  /// Speed in knots; nil when speed or unit is missing.
  public var speedKnots: Double? {
    speed.flatMap { speed in unit.map { $0 == .nauticalMiles ? speed : speed * $0.metres / Unit.nauticalMiles.metres } }
  }

  init(_ fields: SentenceFields) throws(NMEARefusal) {
    // Sentences before version 2.3 end with the reference target; the standard adds the time and the acquisition.
    guard 10...15 ~= fields.count, let number = try fields.integer(0) else { throw .wrongFieldCount }
    self.number = number
    distance = try fields.magnitude(1)
    bearingDegrees = try fields.direction(2)
    bearingReference = try fields.choice(3)
    speed = try fields.magnitude(4)
    courseDegrees = try fields.direction(5)
    courseReference = try fields.choice(6)
    closestDistance = try fields.magnitude(7)
    minutesToClosest = try fields.number(8)
    unit = try fields.choice(9)
    name = try fields.text(10)
    status = try fields.choice(11)
    isReference = try fields.isReferenceTarget(12)
    timeOfDayMilliseconds = try fields.timeOfDay(13)
    acquisition = try fields.choice(14)
  }
}

/// Whether a radar still has a target.
public enum TargetStatus: String, Hashable, Sendable {
  /// The radar has lost it.
  case lost = "L"
  /// It is being acquired.
  case query = "Q"
  /// It is tracked.
  case tracking = "T"
}

extension SentenceFields {
  /// One of the letters that an enumeration knows; nil when the field is empty.
  func choice<Choice: RawRepresentable<String>>(_ index: Int) throws(NMEARefusal) -> Choice? {
    guard let letter = try letter(index) else { return nil }
    guard let choice = Choice(rawValue: String(UnicodeScalar(letter))) else { throw .badField }
    return choice
  }

  /// `R` for a reference target, nothing for all others.
  func isReferenceTarget(_ index: Int) throws(NMEARefusal) -> Bool {
    guard let letter = try letter(index) else { return false }
    guard letter == UInt8(ascii: "R") else { throw .badField }
    return true
  }
}
