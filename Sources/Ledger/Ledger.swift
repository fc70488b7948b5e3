public import GRDB

/// The append-only ledger of a centre, open for writing.
public final class Ledger: Sendable {
  /// Where the files lie.
  public let location: StoreLocation

  init(location: StoreLocation) { self.location = location }

  /// Opens the ledger at a place, or makes a new one there, and brings every view up to the last entry.
  ///
  /// - Parameters:
  ///   - centre: The centre's name, from which a new ledger's origin is made; an existing ledger keeps its own.
  /// - Throws: `LedgerError` when the store is locked by another process, newer than this program, damaged, or without
  ///   its key store.
  public static func open(
    _ location: StoreLocation, views: [any LedgerView], centre: String = "foreland",
    environment: LedgerEnvironment = .system, limits: LedgerLimits = LedgerLimits()
  ) throws -> Ledger {
    throw LedgerError(.storage, "Not written yet.")
  }

  /// The name of this ledger in checkpoints: the same for ever, and different from every other ledger's.
  public var origin: String { "" }

  /// The size and root of what is durable.
  public var head: LedgerHead { LedgerHead(size: 0, rootHash: []) }

  /// Carries out one command: decides on entries and appends them, in one durable transaction with the folding of all views.
  ///
  /// - Parameter decide: Runs inside the writer's transaction, on views that hold every entry before it. It must only
  ///   read. What it throws reaches the caller, and nothing of the command remains.
  public func perform(
    _ context: CommandContext, _ decide: @escaping @Sendable (Database) throws -> [EntryDraft]
  ) async throws -> AppendReceipt {
    throw LedgerError(.storage, "Not written yet.")
  }

  /// Reads the views on a snapshot that no writer disturbs.
  public func read<T: Sendable>(_ body: @escaping @Sendable (Database) throws -> T) async throws -> T {
    throw LedgerError(.storage, "Not written yet.")
  }

  /// Reads the views on a snapshot that no writer disturbs, on the calling thread.
  public func read<T>(_ body: (Database) throws -> T) throws -> T {
    throw LedgerError(.storage, "Not written yet.")
  }

  /// The entries from a sequence on, opened as far as their keys are kept.
  public func entries(from sequence: Int64, limit: Int) throws -> [Entry] { [] }

  /// The entry of a sequence, nil when there is none.
  public func entry(_ sequence: Int64) throws -> Entry? { nil }

  /// The latest version of an aggregate, 0 when it has no entry.
  public func version(of aggregate: String) throws -> Int64 { 0 }

  /// The sequence of the last entry that was recorded at a time or before it, 0 when none was.
  public func sequence(knownAtMilliseconds milliseconds: Int64) throws -> Int64 { 0 }

  /// The commits from now on. A follower that falls behind loses the oldest notices, never the newest.
  public func commits() -> AsyncStream<CommittedRange> { AsyncStream { $0.finish() } }

  /// Signs, stores and returns a checkpoint of the present head as a C2SP signed note.
  public func checkpoint() async throws -> String { "" }

  /// The proof that an entry stands in the tree of a size, by default the present one.
  public func inclusionProof(of sequence: Int64, size: Int64? = nil) throws -> InclusionProof {
    throw LedgerError(.storage, "Not written yet.")
  }

  /// The proof that the tree of one size continues that of a smaller one.
  public func consistencyProof(from oldSize: Int64, to newSize: Int64) throws -> ConsistencyProof {
    throw LedgerError(.storage, "Not written yet.")
  }

  /// Checks every stored byte.
  public func verify(progress: @escaping @Sendable (Int64) -> Void = { _ in }) throws -> VerifyReport {
    throw LedgerError(.storage, "Not written yet.")
  }

  /// Drops and folds anew the views of these names, by default all.
  public func rebuild(views names: [String]? = nil) async throws {}

  /// Writes every entry as one line of JSON, with its sealed bytes and, if asked for, its opened parts.
  public func export(opened: Bool, to write: ([UInt8]) throws -> Void) throws {}

  /// Copies the ledger while it runs; the copy of the key store, if asked for, should be kept elsewhere.
  public func backup(to path: String, keys: String? = nil) throws {}

  /// Verifies a backup and puts it where no store is yet.
  public static func restore(from backup: String, keys: String, to location: StoreLocation) throws -> VerifyReport {
    throw LedgerError(.storage, "Not written yet.")
  }

  /// Destroys the keys of a subject for good, purges every view of it, and records who did so.
  public func erase(subject: String, context: CommandContext) async throws -> AppendReceipt {
    throw LedgerError(.storage, "Not written yet.")
  }

  /// Waits for what has been accepted and closes the files; later calls throw `closed`.
  public func close() throws {}
}
