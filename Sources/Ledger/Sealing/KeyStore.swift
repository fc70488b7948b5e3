import Foundation
import GRDB

/// The file that holds the keys: one for each subject, the centre's own, and the seed of the key that signs checkpoints.
///
/// It lies apart from the ledger, only its owner may read it, and what is destroyed in it is overwritten.
package final class KeyStore: Sendable {
  /// A key as it is kept.
  package struct Record: Sendable {
    package var id: Int64
    package var owner: String
    /// The sequence of the first entry that was sealed for it.
    package var firstSequence: Int64
    package var material: [UInt8]
  }

  /// The owner under whose name the centre's own key is kept; no subject is called so.
  package static let centre = ""

  /// "FRLK": tells a key store from other SQLite files.
  private static let applicationID: Int32 = 0x4652_4C4B
  private static let formatVersion = 2
  private static let busySeconds: TimeInterval = 10

  package let path: String
  /// The ledger that the keys belong to.
  package let origin: String
  let queue: DatabaseQueue

  private init(path: String, origin: String, queue: DatabaseQueue) {
    self.path = path
    self.origin = origin
    self.queue = queue
  }

  /// Makes a key store for a new ledger.
  package static func create(
    path: String, origin: String, signingSeed: [UInt8], files: StoreFiles = .system
  ) throws -> KeyStore {
    try files.create(path)
    return try SQLiteFile.translating(path) {
      let queue = try DatabaseQueue(path: path, configuration: configuration(readonly: false))
      try queue.write { db in
        try db.execute(sql: schema)
        try db.execute(
          sql: "INSERT INTO identity (origin, seed) VALUES (?, ?)", arguments: [origin, Data(signingSeed)])
        try db.execute(sql: "PRAGMA application_id = \(applicationID)")
        try db.execute(sql: "PRAGMA user_version = \(formatVersion)")
      }
      let keys = KeyStore(path: path, origin: origin, queue: queue)
      try keys.copyLog()
      return keys
    }
  }

  /// Opens the key store of a ledger.
  ///
  /// - Throws: `keysMissing` when there is none, `corrupt` when the file is no key store.
  package static func open(path: String, readonly: Bool, files: StoreFiles = .system) throws -> KeyStore {
    guard files.exists(path) else {
      throw LedgerError(
        .keysMissing,
        "The key store does not lie where it should, and without it nothing can be opened or sealed. "
          + "Put it back from its own backup, or name its place with --keys.", place: path)
    }
    return try SQLiteFile.translating(path) {
      let queue = try DatabaseQueue(path: path, configuration: configuration(readonly: readonly))
      let (origin, version) = try queue.read { db in
        guard try Int32.fetchOne(db, sql: "PRAGMA application_id") == applicationID else {
          throw LedgerError(.corrupt, "This file is no key store of Foreland. Check the path.", place: path)
        }
        let version = try Int.fetchOne(db, sql: "PRAGMA user_version") ?? 0
        guard version <= formatVersion else {
          throw LedgerError(
            .storeTooNew, "The key store has format \(version). Use the newer program that wrote it.", place: path)
        }
        return (try String.fetchOne(db, sql: "SELECT origin FROM identity") ?? "", version)
      }
      if version < formatVersion, !readonly { try queue.write { try remember(in: $0) } }
      return KeyStore(path: path, origin: origin, queue: queue)
    }
  }

  /// The seed of the key that signs checkpoints.
  package func signingSeed() throws -> [UInt8] {
    let seed = try SQLiteFile.translating(path) {
      try queue.read { try Row.fetchOne($0, sql: "SELECT seed FROM identity")?.bytes(0) }
    }
    guard let seed else {
      throw LedgerError(.corrupt, "The key store lacks the signing key. Restore it from its backup.", place: path)
    }
    return seed
  }

  /// The number of the last key that was ever kept.
  package func lastID() throws -> Int64 {
    try read { db in
      try Int64.fetchOne(db, sql: "SELECT seq FROM sqlite_sequence WHERE name = 'wrapping_key'") ?? 0
    }
  }

  /// The present key of an owner.
  package func key(of owner: String) throws -> Record? {
    try record("SELECT * FROM wrapping_key WHERE owner = ? ORDER BY id DESC LIMIT 1", [owner])
  }

  /// The key of a number; nil when it has been destroyed.
  package func key(_ id: Int64) throws -> Record? {
    try record("SELECT * FROM wrapping_key WHERE id = ?", [id])
  }

  /// Whether the key of a number was destroyed on purpose, as against lost.
  package func wasDestroyed(_ id: Int64) throws -> Bool {
    try read { db in
      // A form before this one that is only read cannot tell.
      guard try db.tableExists("destroyed_key") else { return true }
      return try Bool.fetchOne(db, sql: "SELECT EXISTS (SELECT 1 FROM destroyed_key WHERE id = ?)", arguments: [id])
        ?? false
    }
  }

  /// Keeps new keys, durably.
  package func insert(_ records: [Record]) throws {
    try write { db in
      let statement = try db.cachedStatement(
        sql: "INSERT INTO wrapping_key (id, owner, first_sequence, material) VALUES (?, ?, ?, ?)")
      for record in records {
        try statement.execute(arguments: [record.id, record.owner, record.firstSequence, Data(record.material)])
      }
    }
  }

  /// Destroys the keys of an owner that were first used before a sequence, and overwrites them in the file.
  package func destroy(owner: String, firstUsedBefore sequence: Int64) throws {
    try write { db in
      try db.execute(
        sql: """
          INSERT OR IGNORE INTO destroyed_key SELECT id FROM wrapping_key WHERE owner = ? AND first_sequence < ?
          """, arguments: [owner, sequence])
      try db.execute(
        sql: "DELETE FROM wrapping_key WHERE owner = ? AND first_sequence < ?", arguments: [owner, sequence])
    }
    try copyLog()
  }

  /// Copies the log into the file, whose freed places `secure_delete` has overwritten, and cuts the log off: nothing is
  /// left of a destroyed key, and the file is whole by itself.
  package func copyLog() throws {
    try SQLiteFile.translating(path) {
      try queue.writeWithoutTransaction { db in _ = try db.checkpoint(.truncate) }
    }
  }

  /// Corrects keys that were first used by entries which a restored ledger no longer has: whatever they seal from now on
  /// comes after the ledger's present size.
  package func forgetUses(after size: Int64) throws {
    try write { db in
      try db.execute(
        sql: "UPDATE wrapping_key SET first_sequence = ? WHERE first_sequence > ?", arguments: [size + 1, size + 1])
    }
  }

  /// Copies the key store while it is in use.
  ///
  /// - Throws: `storeExists` when there is a file at the path already.
  package func backup(to path: String) throws {
    guard !FileManager.default.fileExists(atPath: path) else {
      throw LedgerError(
        .storeExists, "There is a file here already, and keys are never replaced. Choose another path.", place: path)
    }
    try SQLiteFile.create(path: path)
    try SQLiteFile.translating(path) {
      let copy = try DatabaseQueue(path: path, configuration: Self.configuration(readonly: false))
      try queue.backup(to: copy)
      try copy.close()
    }
  }

  package func close() throws {
    try SQLiteFile.translating(path) { try queue.close() }
  }

  private func record(_ sql: String, _ arguments: StatementArguments) throws -> Record? {
    try read { db in
      guard let row = try Row.fetchOne(try db.cachedStatement(sql: sql), arguments: arguments) else { return nil }
      guard let id: Int64 = row["id"], let owner: String = row["owner"],
        let sequence: Int64 = row["first_sequence"], let material = try row.bytes(3)
      else { throw LedgerError(.corrupt, "A key cannot be read. Restore the key store from its backup.", place: path) }
      return Record(id: id, owner: owner, firstSequence: sequence, material: material)
    }
  }

  private func read<Result>(_ body: (Database) throws -> Result) throws -> Result {
    // A single statement is a snapshot by itself, and a transaction around it costs more than the statement.
    try SQLiteFile.translating(path) { try queue.unsafeRead(body) }
  }

  private func write(_ body: (Database) throws -> Void) throws {
    try SQLiteFile.translating(path) { try queue.write(body) }
  }

  private static func configuration(readonly: Bool) -> Configuration {
    var configuration = Configuration()
    configuration.label = "keys"
    configuration.readonly = readonly
    configuration.busyMode = .timeout(busySeconds)
    configuration.prepareDatabase { db in
      try db.execute(sql: "PRAGMA secure_delete = ON")
      try db.execute(sql: "PRAGMA synchronous = FULL")
      // New keys are flushed before the entries that they seal. With a rollback journal that takes three flushes.
      if !readonly { try db.execute(sql: "PRAGMA journal_mode = WAL") }
    }
    return configuration
  }

  private static let schema = """
    CREATE TABLE identity (
      origin TEXT NOT NULL,
      seed BLOB NOT NULL
    ) STRICT;
    CREATE TABLE wrapping_key (
      id INTEGER PRIMARY KEY AUTOINCREMENT,
      owner TEXT NOT NULL,
      first_sequence INTEGER NOT NULL,
      material BLOB NOT NULL
    ) STRICT;
    CREATE INDEX wrapping_key_owner ON wrapping_key (owner);
    """ + destroyedKeys

  /// The numbers of the keys that were destroyed: a key that is missing and is not among them has been lost.
  private static let destroyedKeys = "CREATE TABLE destroyed_key (id INTEGER PRIMARY KEY) STRICT;"

  /// Takes a key store of the form before into this one: what is missing in it was destroyed, as far as it can tell.
  private static func remember(in db: Database) throws {
    try db.execute(sql: destroyedKeys)
    try db.execute(
      sql: """
        WITH RECURSIVE number (id) AS (
          SELECT 1 UNION ALL SELECT id + 1 FROM number
          WHERE id < (SELECT seq FROM sqlite_sequence WHERE name = 'wrapping_key'))
        INSERT INTO destroyed_key SELECT id FROM number
        WHERE id <= (SELECT seq FROM sqlite_sequence WHERE name = 'wrapping_key')
          AND id NOT IN (SELECT id FROM wrapping_key)
        """)
    try db.execute(sql: "PRAGMA user_version = \(formatVersion)")
  }
}
