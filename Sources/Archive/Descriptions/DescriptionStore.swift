import Foundation
import GRDB
import Synchronization

/// What tracks have said of themselves, each time it changed: the names that a past picture is labelled with.
struct DescriptionStore: Sendable {
  /// Descriptions held in memory between two flushes; more are written at once.
  static let waitingMost = 10_000

  /// One description as it was received.
  struct Row: Sendable {
    var trackID: String
    var received: Int64
    var body: [UInt8]
  }

  static func register(_ migrator: inout DatabaseMigrator) {
    migrator.registerMigration("2 descriptions") { db in
      try db.execute(
        sql: """
          CREATE TABLE description (
            track TEXT NOT NULL, received INTEGER NOT NULL, body BLOB NOT NULL, PRIMARY KEY (track, received)
          ) WITHOUT ROWID;
          """)
    }
  }

  static func write(_ rows: [Row], in db: Database) throws {
    let statement = try db.cachedStatement(
      sql: "INSERT OR REPLACE INTO description (track, received, body) VALUES (?, ?, ?)")
    for row in rows { try statement.execute(arguments: [row.trackID, row.received, Data(row.body)]) }
  }

  /// The newest descriptions of a track that had been received by a moment, the newest first.
  static func newest(_ count: Int, of trackID: String, knownBy milliseconds: Int64, in db: Database) throws -> [Row] {
    let statement = try db.cachedStatement(
      sql: "SELECT received, body FROM description WHERE track = ? AND received <= ? ORDER BY received DESC LIMIT ?")
    let rows = try GRDB.Row.fetchCursor(statement, arguments: [trackID, milliseconds, count])
    var newest: [Row] = []
    while let row = try rows.next() {
      let body: Data = row[1]
      newest.append(Row(trackID: trackID, received: row[0], body: Array(body)))
    }
    return newest
  }
}
