package import Geodesy
package import Marking

/// An entry of the watch log.
package struct LogEntry: Sendable, Hashable {
  /// Its place in the ledger, by which it is named.
  package let sequence: Int64
  /// The time that it is about.
  package let about: Instant
  /// The time that it was written.
  package let recorded: Instant
  /// The sign-in name of who wrote it.
  package let author: String
  package let agency: String
  /// The text as typed; nil when it has been erased.
  package let text: String?
  /// The track that it is about, by its identifier.
  package let subject: String?
  /// The entry that this one corrects; the other stays as it is.
  package let correctionOf: Int64?
  /// The latest entry that corrects this one, as known at the time asked for.
  package let correctedBy: Int64?
  /// Who may read it.
  package let marking: Marking
  /// Whether it belongs to an exercise.
  package let exercise: Bool
}

/// What part of the log is asked for; newest first.
package struct LogQuery: Sendable, Hashable {
  /// Only entries before this sequence.
  package var before: Int64?
  package var limit: Int
  package var asKnown: AsKnown
  /// Only entries about this track.
  package var subject: String?
  /// Only entries that hold all of these words; the last may be the beginning of one.
  package var words: String?
  /// Only entries about this time or a later one.
  package var aboutFrom: Instant?
  /// Only entries about this time or an earlier one.
  package var aboutTo: Instant?
  /// Only entries of this author.
  package var author: String?
  /// Only entries of this agency.
  package var agency: String?
  /// Only entries that belong to an exercise, or only those that do not.
  package var exercise: Bool?

  package init(
    before: Int64? = nil, limit: Int = 50, asKnown: AsKnown = .now, subject: String? = nil, words: String? = nil
  ) {
    self.before = before
    self.limit = limit
    self.asKnown = asKnown
    self.subject = subject
    self.words = words
  }
}

/// A page of the log.
package struct LogPage: Sendable, Hashable {
  package let entries: [LogEntry]
  /// The value of `before` that leads to the next page; nil when this is the last.
  package let next: Int64?
}
