/// What a command wants to append, before the ledger gives it a sequence, a version and a time recorded.
///
/// Everything but the bytes of `parts` stays readable for as long as the ledger exists, so it must hold identifiers
/// and no personal data.
public struct EntryDraft: Hashable, Sendable {
  /// What happened, in a word that the writers of commands and of views share, such as `"log.written"`.
  public var kind: String

  /// The identifier of the thing that it happened to; its entries are numbered by versions from 1.
  public var aggregate: String

  /// The time that the entry is about, in milliseconds since 1970; it may lie before or after the time recorded.
  public var aboutMilliseconds: Int64

  /// The marking in its text form.
  public var marking: String

  /// Opaque identifiers of those whom the entry is about.
  public var subjects: [String]

  /// The payload, part by part; names are unique within an entry.
  public var parts: [PayloadPart]

  /// Makes a draft, by default without subjects and without payload.
  public init(
    kind: String, aggregate: String, aboutMilliseconds: Int64, marking: String, subjects: [String] = [],
    parts: [PayloadPart] = []
  ) {
    self.kind = kind
    self.aggregate = aggregate
    self.aboutMilliseconds = aboutMilliseconds
    self.marking = marking
    self.subjects = subjects
    self.parts = parts
  }
}
