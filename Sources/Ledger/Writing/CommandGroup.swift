import GRDB

/// Carries out the commands of one transaction, each as if it were alone.
struct CommandGroup {
  let rules: DraftRules
  let environment: LedgerEnvironment
  var appending: EntryAppending

  private var session: any EntryWriting { appending.session }

  init(rules: DraftRules, environment: LedgerEnvironment, appending: EntryAppending) {
    self.rules = rules
    self.environment = environment
    self.appending = appending
  }

  /// Carries out one command; when it fails, nothing of it remains and the next can follow.
  ///
  /// - Throws: only when the whole transaction has failed.
  mutating func carryOut(_ command: Command) throws -> Result<AppendReceipt, any Error> {
    let before = appending.tip
    do {
      return .success(try session.savepoint { try decideAndAppend(command) })
    } catch {
      appending.tip = before
      // Without a transaction nothing of the group can become durable any more.
      if !session.isAlive { throw error }
      return .failure(error)
    }
  }

  private mutating func decideAndAppend(_ command: Command) throws -> AppendReceipt {
    let context = command.context
    try rules.check(context)
    if let key = context.idempotencyKey,
      let receipt = try session.receipt(idempotencyKey: key, actor: context.actor)
    {
      return receipt
    }
    for (aggregate, expected) in context.expectedVersions.sorted(by: { $0.key < $1.key }) {
      let actual = try session.version(of: aggregate)
      if actual != expected { throw LedgerError(conflictIn: aggregate, expected: expected, actual: actual) }
    }
    let changes = session.views.totalChangesCount
    let drafts = try command.decide(session.views)
    guard session.views.totalChangesCount == changes else {
      throw LedgerError(.invalid, "A command wrote to the views; it may only read them and return entries.")
    }
    try rules.check(drafts, own: command.isOwn)
    return try appending.append(drafts, context: context, recordedMilliseconds: environment.clock())
  }
}

extension LedgerError {
  fileprivate init(conflictIn aggregate: String, expected: Int64, actual: Int64) {
    self.init(
      .conflict,
      "The command was given on version \(expected) of \(aggregate), which is now at version \(actual). "
        + "Look at what has changed and decide again.",
      place: aggregate,
      conflict: Conflict(aggregate: aggregate, expectedVersion: expected, actualVersion: actual))
  }
}
