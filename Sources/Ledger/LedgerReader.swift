public import GRDB

/// A ledger as it can be read: by the process that writes it, or by another one beside it.
///
/// Opened by itself it takes no lock, changes nothing, and does without the key store where there is none; parts then
/// read as locked.
public final class LedgerReader: Sendable {
  /// Where the files lie.
  public let location: StoreLocation

  /// The name of the ledger in checkpoints: the same for ever, and different from every other ledger's.
  public let origin: String

  /// The public key of the checkpoints, in the text form of C2SP `signed-note`: name, key identifier, key.
  public let verifierKey: String

  let store: any EntryStore
  let opener: PartOpener
  let limits: LedgerLimits
  private let keys: KeyStore?

  init(
    location: StoreLocation, origin: String, verifierKey: String, store: any EntryStore, keys: KeyStore?,
    opener: PartOpener, limits: LedgerLimits
  ) {
    self.location = location
    self.origin = origin
    self.verifierKey = verifierKey
    self.store = store
    self.keys = keys
    self.opener = opener
    self.limits = limits
  }

  /// Opens a ledger for reading only.
  ///
  /// - Throws: `storeMissing`, `storeTooNew`, `corrupt` or `denied`.
  public static func open(_ location: StoreLocation, limits: LedgerLimits = LedgerLimits()) throws -> LedgerReader {
    let store = try SQLiteStore(reading: location.ledgerPath, readers: limits.readers)
    let (origin, verifierKey) = try store.read { try ($0.setting(.origin), $0.setting(.verifier)) }
    guard let origin, let verifierKey else {
      throw LedgerError(
        .corrupt, "The store was never completed, or has lost its origin. Restore it from a backup.",
        place: location.ledgerPath)
    }
    var keys: KeyStore?
    do {
      keys = try KeyStore.open(path: location.keysPath, readonly: true)
    } catch let error as LedgerError where error.code == .keysMissing {
      keys = nil
    }
    if let keys { try keys.checkBelongs(to: origin) }
    let ring = try keys.map {
      try KeyRing(store: $0, randomBytes: LedgerEnvironment.systemRandomBytes, limit: limits.keysCached)
    }
    return LedgerReader(
      location: location, origin: origin, verifierKey: verifierKey, store: store, keys: keys,
      opener: PartOpener(ring: ring), limits: limits)
  }

  /// The size and root of what is stored.
  public func head() throws -> LedgerHead {
    try store.read { session in
      let size = try session.size()
      return LedgerHead(size: size, rootHash: try session.tree.root(size: size).bytes)
    }
  }

  /// Reads the views on a snapshot that no writer disturbs.
  public func read<T>(_ body: (Database) throws -> T) throws -> T {
    try store.read { try body($0.views) }
  }

  /// The entries from a sequence on, opened as far as their keys are kept; at most `limits.entriesInRead` at a time.
  ///
  /// - Throws: `corrupt` when stored bytes cannot be read.
  public func entries(from sequence: Int64, limit: Int) throws -> [Entry] {
    guard limit > 0 else { return [] }
    let stored = try store.read { try $0.stored(from: max(sequence, 1), limit: min(limit, limits.entriesInRead)) }
    return try stored.map(opener.open)
  }

  /// The entries of an aggregate after a version of it, in the order of their versions and opened as far as their keys are
  /// kept; at most `limits.entriesInRead` at a time. Those of everything else are not read.
  ///
  /// - Throws: `corrupt` when stored bytes cannot be read.
  public func entries(of aggregate: String, afterVersion version: Int64) throws -> [Entry] {
    try store.read { try $0.stored(of: aggregate, afterVersion: version, limit: limits.entriesInRead) }
      .map(opener.open)
  }

  /// The entry of a sequence; nil when there is none.
  public func entry(_ sequence: Int64) throws -> Entry? {
    try store.read { try $0.stored(sequence) }.map(opener.open)
  }

  /// How many entries have a part that has been erased. It opens every entry, unless nothing was ever erased.
  public func erasedEntryCount() throws -> Int {
    guard let last = try Erasure.announced(in: store, after: 0).last else { return 0 }
    var (count, next) = (0, Int64(1))
    while next < last.sequence {
      let entries = try entries(from: next, limit: limits.entriesInRead)
      guard let end = entries.last else { break }
      count += entries.count { $0.parts.contains { $0.state == .erased } }
      next = end.sequence + 1
    }
    return count
  }

  /// The stored bytes of an entry, which are what the tree is over; nil when there is none.
  public func sealedBytes(_ sequence: Int64) throws -> [UInt8]? {
    try store.read { try $0.stored(sequence) }?.sealed
  }

  /// The latest version of an aggregate; 0 when it has no entry.
  public func version(of aggregate: String) throws -> Int64 {
    try store.read { try $0.version(of: aggregate) }
  }

  /// The sequence up to which the ledger was known at a time: that of the last entry recorded at it or before it, 0
  /// when there was none.
  public func sequence(knownAtMilliseconds milliseconds: Int64) throws -> Int64 {
    try store.read { try $0.lastSequence(recordedAtOrBefore: milliseconds) }
  }

  /// The stored checkpoints as signed notes, the smallest first.
  public func checkpoints() throws -> [String] {
    try store.read { try $0.checkpoints() }.map(\.note)
  }

  func backupKeys(to path: String) throws {
    guard let keys else {
      throw LedgerError(.keysMissing, "There are no keys here to copy.", place: location.keysPath)
    }
    try keys.backup(to: path)
  }

  /// Closes the files; later calls throw `closed`.
  public func close() throws {
    try store.close()
    try keys?.close()
  }
}

extension KeyStore {
  /// - Throws: `corrupt` when the keys are those of another ledger.
  func checkBelongs(to origin: String) throws {
    guard self.origin == origin else {
      throw LedgerError(
        .corrupt,
        "The key store belongs to the ledger \(self.origin), and the store is the ledger \(origin). "
          + "Name the right key store with --keys.", place: path)
    }
  }
}
