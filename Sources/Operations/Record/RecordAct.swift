package import Geodesy

/// One line of the account of who did what, when and why.
package struct RecordAct: Sendable, Hashable {
  package let sequence: Int64
  package let recorded: Instant
  package let about: Instant
  package let actor: String
  package let agency: String
  package let purpose: String
  /// The kind of the entry, which is also the code of its sentence.
  package let kind: String
  /// The thing that it happened to, for example `track:235012345`.
  package let aggregate: String
  package let subjects: [String]
  /// The marking as text.
  package let marking: String
  package let exercise: Bool
  /// The words that go into the sentence, by name.
  package let arguments: [String: String]
}

/// What part of the record is asked for; newest first.
package struct RecordQuery: Sendable, Hashable {
  /// Only entries before this sequence.
  package var before: Int64?
  package var limit: Int
  package var asKnown: AsKnown
  /// Only acts of this person.
  package var actor: String?
  /// Only this kind, or with a full stop at the end every kind that begins so (`log.`).
  package var kind: String?
  /// Only what is about this, for example `track:235012345`.
  package var subject: String?
  /// Only what was recorded from this time on.
  package var from: Instant?
  /// Only what was recorded before this time.
  package var to: Instant?

  package init(
    before: Int64? = nil, limit: Int = 50, asKnown: AsKnown = .now, actor: String? = nil, kind: String? = nil,
    subject: String? = nil, from: Instant? = nil, to: Instant? = nil
  ) {
    self.before = before
    self.limit = limit
    self.asKnown = asKnown
    self.actor = actor
    self.kind = kind
    self.subject = subject
    self.from = from
    self.to = to
  }
}

/// A page of the record.
package struct RecordPage: Sendable, Hashable {
  package let acts: [RecordAct]
  /// The value of `before` that leads to the next page; nil when this is the last.
  package let next: Int64?
}
