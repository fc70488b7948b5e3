import Foundation
import GRDB

/// The tables of an archive, as numbered steps that are never edited.
enum Schema {
  /// The bytes of one page of the file; large, so that the pages of a block lie close together.
  static let filePageBytes = 16_384

  static var migrator: DatabaseMigrator {
    var migrator = DatabaseMigrator()
    migrator.registerMigration("1 blocks, pages, journal, changes") { db in
      try db.execute(
        sql: """
          CREATE TABLE block (
            id INTEGER PRIMARY KEY AUTOINCREMENT,
            generation INTEGER NOT NULL,
            window INTEGER NOT NULL,
            receivedFrom INTEGER NOT NULL, receivedTo INTEGER NOT NULL,
            atFrom INTEGER NOT NULL, atTo INTEGER NOT NULL,
            rowCount INTEGER NOT NULL, bytes INTEGER NOT NULL,
            south INTEGER NOT NULL, west INTEGER NOT NULL, north INTEGER NOT NULL, east INTEGER NOT NULL,
            thinningStep INTEGER NOT NULL,
            replacesID INTEGER, replacesHash BLOB,
            hash BLOB NOT NULL) STRICT;
          CREATE INDEX blockByWindow ON block (window);
          CREATE TABLE page (
            block INTEGER NOT NULL,
            -- The head of a block is stored as a page without a first track.
            firstTrack TEXT NOT NULL,
            rowCount INTEGER NOT NULL,
            atFrom INTEGER NOT NULL, atTo INTEGER NOT NULL,
            south INTEGER NOT NULL, west INTEGER NOT NULL, north INTEGER NOT NULL, east INTEGER NOT NULL,
            bytes BLOB NOT NULL) STRICT;
          CREATE UNIQUE INDEX pageByTrack ON page (block, firstTrack);
          CREATE TABLE journal (
            id INTEGER PRIMARY KEY AUTOINCREMENT,
            generation INTEGER NOT NULL,
            window INTEGER NOT NULL,
            bytes BLOB NOT NULL) STRICT;
          CREATE TABLE change (
            id INTEGER PRIMARY KEY AUTOINCREMENT,
            kind TEXT NOT NULL,
            -- The block as it was then: it may be replaced before its change is anchored.
            block INTEGER, hash BLOB, receivedFrom INTEGER, receivedTo INTEGER, rowCount INTEGER, bytes INTEGER,
            thinningStep INTEGER, replacesID INTEGER, replacesHash BLOB) STRICT;
          """)
    }
    DescriptionStore.register(&migrator)
    migrator.registerMigration("3 hashes in the journal") { db in
      try db.execute(sql: "ALTER TABLE journal ADD COLUMN hash BLOB NOT NULL DEFAULT x''")
      try Journal.addHashes(db)
    }
    return migrator
  }

  /// Opens or creates the file with all settings that durability rests on.
  static func open(_ path: String) throws(ArchiveError) -> DatabasePool {
    var configuration = Configuration()
    configuration.label = "archive"
    configuration.prepareDatabase { db in
      if try Int.fetchOne(db, sql: "PRAGMA page_count") == 0 {
        try db.execute(sql: "PRAGMA page_size = \(filePageBytes)")
      }
      // What is deleted is overwritten, so that thinning and erasing leave nothing behind.
      try db.execute(sql: "PRAGMA secure_delete = ON")
    }
    do {
      let pool = try DatabasePool(path: path, configuration: configuration)
      // The pool chooses NORMAL once it is open, under which the last commits can go with the power: a block whose hash
      // is in the ledger would be missing. So this has to come after it.
      try pool.writeWithoutTransaction { try $0.execute(sql: "PRAGMA synchronous = FULL") }
      guard try pool.read({ try !migrator.hasBeenSuperseded($0) }) else {
        throw ArchiveError(
          code: .wrongVersion, message: "A later version wrote this archive; open it with that one.", cause: nil,
          place: path)
      }
      _ = try Archive.backUpBeforeUpgrade(path, pool, migrator, now: Date())
      try migrator.migrate(pool)
      return pool
    } catch let error as ArchiveError {
      throw error
    } catch {
      throw ArchiveError(store: error, act: .cannotOpen, place: path)
    }
  }
}

extension ArchiveError {
  /// The error that a failure of the store stands for.
  init(store error: any Error, act: Code, place: String) {
    if let known = error as? ArchiveError {
      self = known
      return
    }
    switch (error as? DatabaseError)?.resultCode {
    case .SQLITE_FULL:
      self.init(code: .diskFull, message: "The disk is full; make room.", cause: "\(error)", place: place)
    case .SQLITE_NOTADB:
      self.init(code: .wrongVersion, message: "This file is no archive.", cause: "\(error)", place: place)
    default:
      let message =
        switch act {
        case .cannotOpen: "The archive cannot be opened; check the folder and the rights."
        case .cannotRead: "The archive cannot be read."
        default: "The archive cannot be written."
        }
      self.init(code: act, message: message, cause: "\(error)", place: place)
    }
  }
}
