import Foundation
import GRDB

/// Copies the ledger's own tables from one file to another, while the first may be written to.
///
/// Views stay behind: they hold in plain what entries hold sealed, and an erasure could not reach them in a copy. They
/// are folded anew from the copy when it is opened.
struct LedgerCopy {
  let source: String
  let destination: String

  /// Copies under another name first, so that a copy is either whole or not there.
  ///
  /// - Throws: `storeExists` when there is a file at the destination already.
  func run() throws {
    let files = FileManager.default
    guard !files.fileExists(atPath: destination) else {
      throw LedgerError(
        .storeExists, "There is a file here already, and a copy never replaces one. Choose another path.",
        place: destination)
    }
    let partial = destination + ".partial"
    if files.fileExists(atPath: partial) { try files.removeItem(atPath: partial) }
    do {
      try SQLiteFile.create(path: partial)
      try SQLiteFile.translating(partial) { try copyTables(to: partial) }
      try files.moveItem(atPath: partial, toPath: destination)
    } catch {
      try? files.removeItem(atPath: partial)
      throw error
    }
  }

  private func copyTables(to path: String) throws {
    var configuration = Configuration()
    configuration.label = "ledger copy"
    configuration.prepareDatabase { try $0.execute(sql: "PRAGMA synchronous = FULL") }
    let queue = try DatabaseQueue(path: path, configuration: configuration)
    try queue.writeWithoutTransaction { db in
      try db.execute(sql: "ATTACH DATABASE ? AS source", arguments: [source])
      // One transaction is one snapshot of the source; a deferred one, because to begin at once would wait for its writer.
      try db.inTransaction(.deferred) {
        try SQLiteSchema.migrate(db, from: 0)
        for table in SQLiteSchema.tables where table != "view" {
          try db.execute(sql: "INSERT INTO main.\(table) SELECT * FROM source.\(table)")
        }
        return .commit
      }
      try db.execute(sql: "DETACH DATABASE source")
    }
    try queue.close()
  }
}
