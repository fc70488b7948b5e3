public import Geodesy

/// One place of one track, as the tracker had it at a moment.
public struct ArchivedPosition: Hashable, Sendable {
  /// What is known of a position besides its numbers, eight bits of it.
  public struct Flags: OptionSet, Hashable, Sendable {
    /// The eight bits as they are stored.
    public let rawValue: UInt8

    /// The given bits.
    public init(rawValue: UInt8) {
      self.rawValue = rawValue
    }

    /// Made for an exercise; must never be shown as real.
    public static let exercise = Flags(rawValue: 1)
    /// The track jumped here in a way that no craft can.
    public static let implausibleJump = Flags(rawValue: 2)
    /// The sensor stated the higher of its two accuracies.
    public static let accurate = Flags(rawValue: 4)
  }

  /// The track's stable name, 1 to `ArchiveLimits.trackIDBytesMost` bytes.
  public let trackID: String
  /// The moment that the position is about.
  public let at: Instant
  /// When it was received here: what "as known at" asks for.
  public let received: Instant
  /// Where.
  public let position: Position
  /// Speed over ground in knots.
  public let speedKnots: Double?
  /// Course over ground in degrees from true north.
  public let courseDegrees: Double?
  /// Heading in degrees from true north.
  public let headingDegrees: Double?
  /// What is known besides.
  public let flags: Flags
  /// A small number that whoever appends has for the track: with it the archive need not look the name up. It is only a
  /// hint, is not kept, and counts for nothing when two positions are compared.
  let hint: TrackHint

  /// A position to be archived.
  public init(
    trackID: String, at: Instant, received: Instant, position: Position, speedKnots: Double? = nil,
    courseDegrees: Double? = nil, headingDegrees: Double? = nil, flags: Flags = [],
    hint: Int32 = -1
  ) {
    self.trackID = trackID
    self.at = at
    self.received = received
    self.position = position
    self.speedKnots = speedKnots
    self.courseDegrees = courseDegrees
    self.headingDegrees = headingDegrees
    self.flags = flags
    self.hint = TrackHint(number: hint)
  }
}

/// A number beside a position by which its track is found sooner; two positions that differ in nothing else are equal.
struct TrackHint: Hashable, Sendable {
  let number: Int32

  static func == (first: TrackHint, second: TrackHint) -> Bool { true }

  func hash(into hasher: inout Hasher) {}
}
