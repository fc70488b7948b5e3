/// The bounds within which a ledger works; whatever would exceed one is refused with its name.
public struct LedgerLimits: Hashable, Sendable {
  /// Commands that may wait for the writer; further ones are refused at once.
  public var waitingCommands = 20_000

  /// Commands that are written in one transaction.
  public var commandsInGroup = 512

  /// Entries that one command may append.
  public var entriesInCommand = 10_000

  /// Bytes of all payload parts of one entry together.
  public var payloadBytes = 4_194_304

  /// Payload parts of one entry.
  public var partsInEntry = 64

  /// Subjects of one entry or of one of its parts.
  public var subjectsInEntry = 256

  /// UTF-8 bytes of any one text of an envelope: kind, aggregate, actor, agency, purpose, marking, subject, part name.
  public var textBytes = 1024

  /// Entries that one call reads at most, whatever limit it names.
  public var entriesInRead = 10_000

  /// Entries that are folded in one transaction while views catch up.
  public var entriesInCatchUp = 5_000

  /// Entries after which the writer signs a checkpoint of its own accord.
  public var entriesBetweenCheckpoints: Int64 = 4_096

  /// Commits that one slow follower may fall behind before the oldest notices are dropped.
  public var commitsBuffered = 256

  /// Unwrapped keys that are kept in memory.
  public var keysCached = 65_536

  /// Faults that one verification lists before it only counts.
  public var faultsListed = 100

  /// Reading connections that the store may have open at a time.
  public var readers = 8

  /// The limits that a centre runs with.
  public init() {}
}
