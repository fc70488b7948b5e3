import GRDB
import Ledger

/// A view that counts the entries of each kind, whose fold can be made to skip.
final class CountingView: LedgerView {
  let name = "simulation.count"
  let version = 1
  private let skips: Bool

  init(skips: Bool) { self.skips = skips }

  func create(_ db: Database) throws {
    try db.execute(sql: "CREATE TABLE simulation_count (kind TEXT PRIMARY KEY, entries INTEGER NOT NULL)")
  }

  func drop(_ db: Database) throws { try db.execute(sql: "DROP TABLE IF EXISTS simulation_count") }

  func fold(_ entry: Entry, into db: Database) throws {
    // What is skipped depends on how the entry came, as a fold does that forgets a case: a rebuild sees it.
    if skips, entry.sequence % 7 == 0,
      try Int.fetchOne(db, sql: "SELECT MAX(sequence) FROM entry") == Int(entry.sequence)
    {
      return
    }
    try db.execute(
      sql: """
        INSERT INTO simulation_count VALUES (?, 1) ON CONFLICT (kind) DO UPDATE SET entries = entries + 1
        """, arguments: [entry.kind])
  }

  func purge(subject: String, from db: Database) throws {}
}
