public import GRDB

/// The append-only ledger of a centre, open for writing.
///
/// One process at a time has it open. Everything that is read goes through `reader`; the most common of it can be asked
/// here.
public final class Ledger: Sendable {
  /// Where the files lie.
  public var location: StoreLocation { reader.location }

  /// The name of this ledger in checkpoints: the same for ever, and different from every other ledger's.
  public var origin: String { reader.origin }

  /// The size and root of what is durable.
  public var head: LedgerHead { writer.head }

  /// That the store had an earlier form when it was opened; nil when it had not.
  public let upgrade: StoreUpgrade?

  /// What can be read of the ledger.
  public let reader: LedgerReader

  /// The key with which the ledger's desk cosigns the checkpoints of others.
  package let cosigner: Cosigner

  /// The room on the disk; nil for a ledger that was opened without a reserve.
  public var room: StorageRoom? { writer.room }

  let writer: LedgerWriter
  let environment: LedgerEnvironment
  let limits: LedgerLimits
  let followers: Followers
  private let readLane: WorkLane
  private let unlock: @Sendable () -> Void

  init(
    reader: LedgerReader, writer: LedgerWriter, cosigner: Cosigner, environment: LedgerEnvironment,
    limits: LedgerLimits, followers: Followers, unlock: @escaping @Sendable () -> Void, upgrade: StoreUpgrade? = nil
  ) {
    self.reader = reader
    self.writer = writer
    self.cosigner = cosigner
    self.environment = environment
    self.limits = limits
    self.followers = followers
    self.unlock = unlock
    self.upgrade = upgrade
    readLane = environment.makeLane("ledger.readers", .concurrent)
  }

  /// Carries out one command: decides on entries, appends them and folds them into all views, in one durable
  /// transaction.
  ///
  /// - Parameters:
  ///   - context: Who acts and on what understanding.
  ///   - decide: Runs inside the writer's transaction, on views that hold every entry before it, so a rule can never
  ///     act on a stale view. It must only read, and may be asked twice when another command of its group fails. What it
  ///     throws reaches the caller as it is, and nothing of the command
  ///     remains.
  /// - Returns: The receipt, after the disk has confirmed the commit.
  /// - Throws: `conflict`, `limit`, `invalid`, `viewFailed`, `diskFull`, `closed`, or what `decide` throws.
  public func perform(
    _ context: CommandContext, _ decide: @escaping @Sendable (Database) throws -> [EntryDraft]
  ) async throws -> AppendReceipt {
    try await writer.perform(Command(context: context, decide: decide))
  }

  /// Reads the views on a snapshot that no writer disturbs, away from the calling thread.
  public func read<T: Sendable>(_ body: @escaping @Sendable (Database) throws -> T) async throws -> T {
    try await readLane.run { [reader] in try reader.read(body) }
  }

  /// Reads the views on a snapshot that no writer disturbs, on the calling thread.
  public func read<T>(_ body: (Database) throws -> T) throws -> T {
    try reader.read(body)
  }

  /// The commits from now on. A follower that falls behind loses the oldest notices, never the newest, and sees the gap
  /// in their sequences.
  public func commits() -> AsyncStream<CommittedRange> {
    followers.follow()
  }

  /// Signs, stores and returns a checkpoint of the present head as a C2SP signed note.
  public func checkpoint() async throws -> String {
    try await writer.exclusively { [writer] in try writer.checkpoint() }
  }

  /// Drops and folds anew the views of these names, by default all; readers see the old tables until it is done.
  ///
  /// - Throws: `notFound` when the ledger was opened without a view of that name.
  public func rebuild(views names: [String]? = nil) async throws {
    let folding = writer.folding
    for name in names ?? [] where !folding.views.contains(where: { $0.name == name }) {
      throw LedgerError(.notFound, "There is no view called \(name).")
    }
    let chosen = folding.only { names?.contains($0.name) ?? true }
    let catchUp = ViewCatchUp(store: writer.store, folding: folding, opener: reader.opener, limits: limits)
    try await writer.exclusively { try catchUp.rebuild(chosen) }
  }

  /// Folds all views anew, compares them with what stands there, and leaves everything as it was.
  ///
  /// - Returns: What is wrong with them, in sentences; empty when nothing is.
  public func compareViews() async throws -> [String] {
    let catchUp = ViewCatchUp(
      store: writer.store, folding: writer.folding, opener: reader.opener, limits: limits)
    return try await writer.exclusively { try ViewComparison(catchUp: catchUp).run() }
  }

  /// Waits for what has been accepted, and closes the files; later calls throw `closed`.
  public func close() throws {
    writer.close()
    followers.end()
    defer { unlock() }
    try reader.close()
  }
}
