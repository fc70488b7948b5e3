import GRDB

/// A command on its way to the writer.
struct Command: Sendable {
  let context: CommandContext
  let decide: @Sendable (Database) throws -> [EntryDraft]

  /// Whether the ledger itself gives the command, which alone may append kinds of its own.
  var isOwn = false
}
