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

  /// The newest body of each track that had been received by a moment.
  static func bodies(knownBy milliseconds: Int64, in db: Database) throws -> [String: (received: Int64, body: [UInt8])]
  {
    let rows = try GRDB.Row.fetchCursor(
      db, sql: "SELECT track, max(received) AS received, body FROM description WHERE received <= ? GROUP BY track",
      arguments: [milliseconds])
    var bodies: [String: (received: Int64, body: [UInt8])] = [:]
    while let row = try rows.next() {
      let body: Data = row["body"]
      bodies[row["track"]] = (row["received"], Array(body))
    }
    return bodies
  }
}
