public import Geodesy
public import Marking

/// One event of Cursor on Target 2.0: what, where and until when (MITRE, Cursor on Target message router user's guide, and
/// the event schema of version 2.0).
public struct CursorOnTargetEvent: Hashable, Sendable {
  /// What an event is about, as atoms between hyphens: `a-n-S-X-M` is a neutral merchant ship at sea.
  public struct Kind: RawRepresentable, Hashable, Sendable {
    /// The atoms with their hyphens.
    public let rawValue: String

    /// The kind of these atoms.
    public init(rawValue: String) { self.rawValue = rawValue }

    /// Whether it is about a thing in the world, whose second and third atom are affiliation and battle dimension.
    public var isThing: Bool { rawValue.hasPrefix("a-") }

    /// Whether it is about something on the surface of the sea.
    public var isSeaSurface: Bool {
      let atoms = rawValue.split(separator: "-", omittingEmptySubsequences: false)
      return isThing && atoms.count > 2 && atoms[2] == "S"
    }
  }

  /// Which life an event belongs to: the attribute `opex`.
  public enum Life: String, Hashable, Sendable {
    case operation = "o"
    case exercise = "e"
    case simulation = "s"
  }

  /// The name of the thing, the same in every event about it.
  public var uid: String
  /// What it is.
  public var kind: Kind
  /// How the place was found: `m-g` by a satellite receiver, `m-f` fused by a machine, `h-e` estimated by a person.
  public var how: String?
  /// When the event was made.
  public var time: Instant
  /// From when it holds.
  public var start: Instant
  /// Until when it holds.
  public var stale: Instant
  /// Who may have it, as the sender says.
  public var access: String?
  /// Under which caveat.
  public var caveat: String?
  /// To whom it may be released, as the sender says.
  public var releasableTo: String?
  /// Whether it is real, an exercise or a simulation; nil when the sender does not say.
  public var life: Life?
  /// Where it is.
  public var position: Position
  /// Height above the ellipsoid in metres; nil when not known.
  public var heightMetres: Double?
  /// Radius of the circle in which it is, in metres; nil when not known.
  public var circularErrorMetres: Double?
  /// How far the height may be wrong, in metres; nil when not known.
  public var linearErrorMetres: Double?
  /// What people call it.
  public var callSign: String?
  /// Course over ground in degrees from true north.
  public var courseDegrees: Double?
  /// Speed over ground in metres a second.
  public var speedMetresPerSecond: Double?
  /// Free words.
  public var remarks: String?
  /// A marking that stands in the detail.
  public var markingText: String?
  /// Every other element of the detail as it was written.
  public var otherDetail = ""

  /// An event without anything that may be absent.
  public init(uid: String, kind: Kind, time: Instant, start: Instant, stale: Instant, position: Position) {
    self.uid = uid
    self.kind = kind
    self.time = time
    self.start = start
    self.stale = stale
    self.position = position
  }

  /// The marking, when the detail or the caveat holds one of this house's; nil says nothing about who may have it.
  public var marking: Marking? {
    markingText.flatMap(Marking.init(text:)) ?? caveat.flatMap(Marking.init(text:))
  }

  /// What stands for a number that is not known.
  static let unknownNumber = 9_999_999.0
}
