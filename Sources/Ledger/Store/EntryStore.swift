/// What keeps the rows of a ledger: SQLite now, another engine later.
///
/// The store knows nothing of keys or of commands. Whatever engine it is, `Tests/LedgerTests/Conformance` says what it
/// must do.
package protocol EntryStore: Sendable {
  /// Runs a body in one transaction of the only writer, and returns after its effects are durable. When the body
  /// throws, nothing of it remains.
  func write<Result>(_ body: (any EntryWriting) throws -> Result) throws -> Result

  /// Runs a body on one snapshot that no writer disturbs.
  func read<Result>(_ body: (any EntryReading) throws -> Result) throws -> Result

  /// Removes from the files what deleted rows have left in them. It waits for readers.
  func scrub() throws

  /// Moves what stands in a log before the store into the store, as far as readers permit, so that the log stays short.
  func shortenLog() throws

  /// Closes the files; every later call throws.
  func close() throws
}
