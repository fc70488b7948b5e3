import GRDB
import Ledger

/// What this desk witnessed of other ledgers, and what witnesses said of this one.
struct WitnessView: LedgerView {
  let name = "witness"
  let version = 1

  func create(_ db: Database) throws {
    try db.execute(
      sql: """
        CREATE TABLE witness_cosigned (
          sequence INTEGER PRIMARY KEY, recorded_ms INTEGER NOT NULL, origin TEXT NOT NULL, size INTEGER NOT NULL,
          root TEXT NOT NULL, note TEXT NOT NULL);
        CREATE INDEX witness_cosigned_size ON witness_cosigned (origin, size);
        CREATE TABLE witness_forked (
          sequence INTEGER PRIMARY KEY, recorded_ms INTEGER NOT NULL, origin TEXT NOT NULL, size INTEGER NOT NULL,
          root TEXT NOT NULL, offered TEXT NOT NULL, known TEXT, known_size INTEGER NOT NULL, proof TEXT NOT NULL,
          proved INTEGER NOT NULL);
        CREATE INDEX witness_forked_root ON witness_forked (origin, size, root);
        CREATE TABLE witness_disagreed (
          sequence INTEGER PRIMARY KEY, recorded_ms INTEGER NOT NULL, witness TEXT NOT NULL, status INTEGER NOT NULL,
          size INTEGER NOT NULL, their_size INTEGER);
        """)
  }

  func drop(_ db: Database) throws {
    for table in ["witness_cosigned", "witness_forked", "witness_disagreed"] {
      try db.execute(sql: "DROP TABLE IF EXISTS \(table)")
    }
  }

  func fold(_ entry: Entry, into db: Database) throws {
    if let fact = try entry.fact(CheckpointCosigned.self) {
      try db.execute(
        sql: "INSERT INTO witness_cosigned VALUES (?, ?, ?, ?, ?, ?)",
        arguments: [entry.sequence, entry.recordedMilliseconds, fact.origin, fact.size, fact.root, fact.note])
    } else if let fact = try entry.fact(HistoryForked.self) {
      try db.execute(
        sql: "INSERT INTO witness_forked VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
        arguments: [
          entry.sequence, entry.recordedMilliseconds, fact.origin, fact.size, fact.root, fact.offered, fact.known,
          fact.knownSize, JSONWords.list(fact.proof), fact.proved,
        ])
    } else if let fact = try entry.fact(WitnessDisagreed.self) {
      try db.execute(
        sql: "INSERT INTO witness_disagreed VALUES (?, ?, ?, ?, ?, ?)",
        arguments: [
          entry.sequence, entry.recordedMilliseconds, fact.witness, fact.status, fact.size, fact.theirSize,
        ])
    }
  }

  /// Nobody is a subject of these entries.
  func purge(subject: String, from db: Database) throws {}
}
