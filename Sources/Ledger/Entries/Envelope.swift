/// The plain fields of an entry: what stays readable whatever keys are destroyed.
package struct Envelope: Hashable, Sendable {
  package var sequence: Int64
  package var recordedMilliseconds: Int64
  package var clockStepped: Bool
  package var aboutMilliseconds: Int64
  package var kind: String
  package var aggregate: String
  package var version: Int64
  package var actor: String
  package var agency: String
  package var purpose: String
  package var marking: String
  package var subjects: [String]
  package var idempotencyKey: String?

  package init(
    sequence: Int64, recordedMilliseconds: Int64, clockStepped: Bool, version: Int64, draft: EntryDraft,
    context: CommandContext
  ) {
    self.sequence = sequence
    self.recordedMilliseconds = recordedMilliseconds
    self.clockStepped = clockStepped
    aboutMilliseconds = draft.aboutMilliseconds
    kind = draft.kind
    aggregate = draft.aggregate
    self.version = version
    actor = context.actor
    agency = context.agency
    purpose = context.purpose
    marking = draft.marking
    subjects = draft.subjects
    idempotencyKey = context.idempotencyKey
  }
}

extension Entry {
  init(_ envelope: Envelope, parts: [OpenedPart]) {
    self.init(
      sequence: envelope.sequence, recordedMilliseconds: envelope.recordedMilliseconds,
      clockStepped: envelope.clockStepped, aboutMilliseconds: envelope.aboutMilliseconds, kind: envelope.kind,
      aggregate: envelope.aggregate, version: envelope.version, actor: envelope.actor, agency: envelope.agency,
      purpose: envelope.purpose, marking: envelope.marking, subjects: envelope.subjects,
      idempotencyKey: envelope.idempotencyKey, parts: parts)
  }
}
