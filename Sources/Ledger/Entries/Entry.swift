/// One appended fact, as a reader gets it: the plain envelope, and the payload parts as far as they can still be opened.
public struct Entry: Hashable, Sendable {
  /// The place in the ledger, counted from 1.
  public var sequence: Int64

  /// What the clock said when the entry was appended, in milliseconds since 1970.
  public var recordedMilliseconds: Int64

  /// Whether the clock then stood before the previous entry's time. The order is the sequence's in any case.
  public var clockStepped: Bool

  /// The time that the entry is about, in milliseconds since 1970.
  public var aboutMilliseconds: Int64

  /// What happened.
  public var kind: String

  /// The identifier of the thing that it happened to.
  public var aggregate: String

  /// The place among the entries of the aggregate, counted from 1.
  public var version: Int64

  /// Who acted.
  public var actor: String

  /// The agency for which the actor acted.
  public var agency: String

  /// The lawful purpose in its text form.
  public var purpose: String

  /// The marking in its text form.
  public var marking: String

  /// Opaque identifiers of those whom the entry is about.
  public var subjects: [String]

  /// The idempotency key of the command that appended the entry, if it had one.
  public var idempotencyKey: String?

  /// The payload in the order in which it was drafted.
  public var parts: [OpenedPart]

  /// Makes an entry out of its fields.
  public init(
    sequence: Int64, recordedMilliseconds: Int64, clockStepped: Bool = false, aboutMilliseconds: Int64, kind: String,
    aggregate: String, version: Int64, actor: String, agency: String, purpose: String, marking: String,
    subjects: [String] = [], idempotencyKey: String? = nil, parts: [OpenedPart] = []
  ) {
    self.sequence = sequence
    self.recordedMilliseconds = recordedMilliseconds
    self.clockStepped = clockStepped
    self.aboutMilliseconds = aboutMilliseconds
    self.kind = kind
    self.aggregate = aggregate
    self.version = version
    self.actor = actor
    self.agency = agency
    self.purpose = purpose
    self.marking = marking
    self.subjects = subjects
    self.idempotencyKey = idempotencyKey
    self.parts = parts
  }

  /// The bytes of a part; nil when the entry has no such part, or when the part is erased or cannot be opened.
  public func part(_ name: String) -> [UInt8]? {
    parts.first { $0.name == name }?.bytes
  }
}
