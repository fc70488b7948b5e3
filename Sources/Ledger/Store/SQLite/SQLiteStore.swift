import Foundation
import GRDB

/// A ledger's rows in one SQLite file in WAL mode.
package final class SQLiteStore: EntryStore {
  /// How long a connection waits for another process that holds the file for a moment, as a backup does.
  private static let busySeconds: TimeInterval = 10

  /// What the writer keeps of the file in memory.
  private static let writerCacheKibibytes = 65_536

  /// How many pages gather in the write-ahead log before they are copied into the file; 4 KiB each.
  private static let pagesInLog = 8_192

  package let path: String
  private let pool: DatabasePool
  private let isReadonly: Bool

  /// Opens a ledger's file, or makes one where none is.
  ///
  /// - Throws: `storeTooNew`, `corrupt`, `denied`, `diskFull` or `storage`.
  package init(path: String, readers: Int, files: StoreFiles = .system) throws {
    self.path = path
    isReadonly = false
    let version = try SQLiteFile.check(path: path, files: files)
    pool = try SQLiteFile.translating(path) {
      if version == nil { try files.create(path) }
      let pool = try DatabasePool(path: path, configuration: Self.configuration(readers: readers))
      try pool.writeWithoutTransaction { db in
        // A commit is acknowledged only when the disk has it. The pool chooses NORMAL once it is open, under which the
        // last commits could be lost with the power, so this has to come after it.
        try db.execute(sql: "PRAGMA synchronous = FULL")
        // The pages at the growing ends of every table and index are written again and again: they stay in memory, and
        // the log is copied into the file less often.
        try db.execute(sql: "PRAGMA cache_size = -\(Self.writerCacheKibibytes)")
        try db.execute(sql: "PRAGMA wal_autocheckpoint = \(Self.pagesInLog)")
        if (version ?? 0) < SQLiteSchema.version {
          try db.inTransaction(.immediate) {
            try SQLiteSchema.migrate(db, from: version ?? 0)
            return .commit
          }
        }
      }
      return pool
    }
  }

  /// Opens an existing file for reading only, beside whatever process writes it.
  ///
  /// - Throws: `storeMissing`, `storeTooNew`, `corrupt` or `denied`.
  package init(reading path: String, readers: Int) throws {
    self.path = path
    isReadonly = true
    guard try SQLiteFile.check(path: path) != nil else {
      throw LedgerError(.storeMissing, "There is no ledger here. Check the path.", place: path)
    }
    pool = try SQLiteFile.translating(path) {
      var configuration = Self.configuration(readers: readers)
      configuration.readonly = true
      return try DatabasePool(path: path, configuration: configuration)
    }
  }

  package func write<Result>(_ body: (any EntryWriting) throws -> Result) throws -> Result {
    try SQLiteFile.translating(path) {
      try pool.writeWithoutTransaction { db in
        var result: Result?
        try db.inTransaction(.immediate) {
          result = try body(SQLiteWriteSession(database: db))
          return .commit
        }
        guard let result else { throw LedgerError(.storage, "A transaction ended without its result.", place: path) }
        return result
      }
    }
  }

  package func read<Result>(_ body: (any EntryReading) throws -> Result) throws -> Result {
    try SQLiteFile.translating(path) { try pool.read { try body(SQLiteReadSession(database: $0)) } }
  }

  package func scrub() throws {
    try SQLiteFile.translating(path) {
      try pool.barrierWriteWithoutTransaction { db in
        // `secure_delete` has overwritten freed rows with zeros; what is left of them stands in the log.
        _ = try db.checkpoint(.truncate)
      }
    }
  }

  package func shortenLog() throws {
    try SQLiteFile.translating(path) {
      try pool.writeWithoutTransaction { db in _ = try db.checkpoint(.passive) }
    }
  }

  package func close() throws {
    // A file that is whole without its log is what people expect to find, and to copy. Another process that reads at
    // this moment can prevent it, and nothing is lost by that.
    if !isReadonly { try? scrub() }
    try SQLiteFile.translating(path) { try pool.close() }
  }

  private static func configuration(readers: Int) -> Configuration {
    var configuration = Configuration()
    configuration.label = "ledger"
    configuration.maximumReaderCount = readers
    configuration.busyMode = .timeout(busySeconds)
    configuration.prepareDatabase { db in
      try db.execute(sql: "PRAGMA secure_delete = ON")
      // What a command may have to undo is kept in memory: a file for it costs more than the command itself, and would
      // hold in plain what views hold.
      try db.execute(sql: "PRAGMA temp_store = MEMORY")
    }
    return configuration
  }
}
