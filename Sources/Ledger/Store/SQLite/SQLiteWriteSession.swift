import Foundation
package import GRDB

/// Writes the tables of a ledger within one SQLite transaction.
package struct SQLiteWriteSession: EntryWriting, SQLiteReading {
  package let database: Database

  package var views: Database { database }

  package var isAlive: Bool { database.isInsideTransaction }

  package func insert(_ envelope: Envelope, sealed: [UInt8], leaf: TreeHash) throws {
    let statement = try database.cachedStatement(
      sql: """
        INSERT INTO entry
          (sequence, recorded, about, kind, aggregate, version, actor, agency, purpose, marking, command, leaf, sealed)
        VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
        """)
    let arguments: [(any DatabaseValueConvertible)?] = [
      envelope.sequence, envelope.recordedMilliseconds, envelope.aboutMilliseconds, envelope.kind, envelope.aggregate,
      envelope.version, envelope.actor, envelope.agency, envelope.purpose, envelope.marking, envelope.idempotencyKey,
      Data(leaf.bytes), Data(sealed),
    ]
    try statement.execute(arguments: StatementArguments(arguments))
  }

  package func insert(_ node: MerkleTree.Node, hash: TreeHash) throws {
    let statement = try database.cachedStatement(
      sql: "INSERT INTO tree (level, \"index\", hash) VALUES (?, ?, ?)")
    try statement.execute(arguments: [node.level, node.index, Data(hash.bytes)])
  }

  package func insert(_ checkpoint: StoredCheckpoint) throws {
    let statement = try database.cachedStatement(
      sql: "INSERT INTO checkpoint (size, note) VALUES (?, ?) ON CONFLICT (size) DO NOTHING")
    try statement.execute(arguments: [checkpoint.size, checkpoint.note])
  }

  package func insert(_ cosignature: StoredCosignature) throws {
    let statement = try database.cachedStatement(
      sql: """
        INSERT INTO cosignature (size, witness, "key", line) VALUES (?, ?, ?, ?)
        ON CONFLICT (size, witness) DO NOTHING
        """)
    try statement.execute(arguments: [cosignature.size, cosignature.witness, cosignature.key, cosignature.line])
  }

  package func set(_ setting: StoreSetting, _ value: String) throws {
    let statement = try database.cachedStatement(
      sql: "INSERT INTO setting (name, value) VALUES (?, ?) ON CONFLICT (name) DO UPDATE SET value = excluded.value")
    try statement.execute(arguments: [setting.rawValue, value])
  }

  package func set(_ position: ViewPosition) throws {
    let statement = try database.cachedStatement(
      sql: """
        INSERT INTO view (name, version, position) VALUES (?, ?, ?)
        ON CONFLICT (name) DO UPDATE SET version = excluded.version, position = excluded.position
        """)
    try statement.execute(arguments: [position.name, position.version, position.sequence])
  }

  package func savepoint<Result>(_ body: () throws -> Result) throws -> Result {
    try database.cachedStatement(sql: "SAVEPOINT command").execute()
    do {
      let result = try body()
      try database.cachedStatement(sql: "RELEASE command").execute()
      return result
    } catch {
      // On a full disk or a failing one SQLite may have ended the whole transaction, and then there is nothing to undo.
      if database.isInsideTransaction {
        try database.execute(sql: "ROLLBACK TO command")
        try database.execute(sql: "RELEASE command")
      }
      throw error
    }
  }
}
