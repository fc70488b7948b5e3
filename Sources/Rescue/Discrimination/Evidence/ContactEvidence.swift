public import Geodesy

/// A person's report about a craft, as far as it helps to tell one boat from another. Every field but the first three may
/// be missing, and a report with nothing else still counts.
///
/// It is evidence about boats and positions. Nothing in it, and nothing made from it, is about the person who reported.
public struct ContactEvidence: Hashable, Sendable {
  /// By which road the report came, because each road has its own delays and roundings.
  public enum Kind: Int, Hashable, Sendable, CaseIterable, Codable {
    /// An emergency call, spoken.
    case call
    /// A position sent by a phone: sharp, and perhaps from some time ago.
    case pin
    /// Passed on by a charity or a relative: late and rounded.
    case relay
    /// An incident of the other centre, with its reference.
    case partner
    /// A ship or an aircraft has seen the craft.
    case sighting
  }

  /// Whether the engine runs.
  public enum Engine: Hashable, Sendable, Codable {
    case running, stopped
  }

  /// The report's name.
  public var id: EvidenceID
  /// By which road it came.
  public var kind: Kind
  /// When it was received.
  public var received: Instant
  /// Where the craft was said to be.
  public var position: Position?
  /// The moment that the position is about; when nothing is said, the moment of receipt.
  public var positionTime: Instant?
  /// How sharp the position is said to be: one standard deviation a direction in metres, about.
  public var accuracyMetres: Double?
  /// A line from a radio direction finder, instead of a position or beside it.
  public var bearing: BearingLine?
  /// The caller's phone as an opaque token: only its sameness is used.
  public var phone: String?
  /// References under which the report or its incident is known.
  public var references: [String]
  /// How many are aboard, at least and at most as said; equal for one number.
  public var people: ClosedRange<Int>?
  /// How many of them are children.
  public var children: Int?
  /// The colour of the craft, a word of the caller's choice; compared without case.
  public var colour: String?
  /// Whether the engine runs.
  public var engine: Engine?
  /// Whether the craft takes water.
  public var takingWater: Bool?
  /// Where the craft departed; compared without case.
  public var departure: String?

  /// A report of which nothing more is known than its road and its time.
  public init(id: EvidenceID, kind: Kind, received: Instant) {
    self.id = id
    self.kind = kind
    self.received = received
    references = []
  }

  /// The moment that the report is about.
  public var about: Instant { positionTime ?? received }
}

/// The line from a radio direction finder to a transmission.
public struct BearingLine: Hashable, Sendable {
  /// Where the direction finder stands.
  public var from: Position
  /// The direction in degrees from true north.
  public var bearingDegrees: Double
  /// One standard deviation of the direction, in degrees.
  public var deviationDegrees: Double

  /// A line; the numbers are judged where they are used.
  public init(from: Position, bearingDegrees: Double, deviationDegrees: Double) {
    self.from = from
    self.bearingDegrees = bearingDegrees
    self.deviationDegrees = deviationDegrees
  }
}
