/// Who gives a command, for which purpose, and on what understanding of the ledger.
public struct CommandContext: Hashable, Sendable {
  /// The identifier of the person or service that acts.
  public var actor: String

  /// The agency for which the actor acts.
  public var agency: String

  /// The lawful purpose in its text form.
  public var purpose: String

  /// A value that the caller chose for this one command: given again by the same actor, it returns the first receipt
  /// and nothing is appended.
  public var idempotencyKey: String?

  /// For each aggregate that the caller looked at, the version that it saw; 0 means that it saw none.
  public var expectedVersions: [String: Int64]

  /// How much the command matters when the disk has no room for all.
  public var priority: EntryPriority

  /// Makes a context, by default without idempotency key, without expectations and of ordinary priority.
  public init(
    actor: String, agency: String, purpose: String, idempotencyKey: String? = nil,
    expectedVersions: [String: Int64] = [:], priority: EntryPriority = .ordinary
  ) {
    self.priority = priority
    self.actor = actor
    self.agency = agency
    self.purpose = purpose
    self.idempotencyKey = idempotencyKey
    self.expectedVersions = expectedVersions
  }
}
