import GRDB

/// Carries out the commands of one transaction, each as if it were alone.
///
/// A command that is refused before anything of it is written leaves nothing behind. Where one fails later, its traces
/// have to be undone; a savepoint for each command would do that and costs more than the command, above all where a
/// view has a full-text index. So a group is first tried without, and carried out anew with them when one is missed.
struct CommandGroup {
  /// A command failed after it had begun to write, and there is no savepoint to go back to.
  struct NeedsSavepoints: Error {}

  let rules: DraftRules
  let environment: LedgerEnvironment
  let usesSavepoints: Bool
  var appending: EntryAppending

  private var session: any EntryWriting { appending.session }

  init(rules: DraftRules, environment: LedgerEnvironment, usesSavepoints: Bool, appending: EntryAppending) {
    self.rules = rules
    self.environment = environment
    self.usesSavepoints = usesSavepoints
    self.appending = appending
  }

  /// Carries out one command; when it fails, nothing of it remains and the next can follow.
  ///
  /// - Throws: only when the whole transaction has failed, or has to be begun anew with savepoints.
  mutating func carryOut(_ command: Command) throws -> Result<AppendReceipt, any Error> {
    let before = appending.tip
    let changes = session.views.totalChangesCount
    do {
      return .success(
        usesSavepoints
          ? try session.savepoint { try decideAndAppend(command) } : try decideAndAppend(command))
    } catch {
      appending.tip = before
      // Without a transaction nothing of the group can become durable any more.
      if !session.isAlive { throw error }
      if !usesSavepoints, session.views.totalChangesCount != changes { throw NeedsSavepoints() }
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
