import GRDB
import Ledger

/// The account of who did what, when and why: a row for every entry of the ledger, believed from its sequence for
/// good.
struct RecordView: LedgerView {
  let name = "record"
  let version = 3

  func create(_ db: Database) throws {
    try db.execute(
      sql: """
        CREATE TABLE record (
          sequence INTEGER PRIMARY KEY, recorded_ms INTEGER NOT NULL, about_ms INTEGER NOT NULL, actor TEXT NOT NULL,
          agency TEXT NOT NULL, purpose TEXT NOT NULL, kind TEXT NOT NULL, aggregate TEXT NOT NULL,
          subjects TEXT NOT NULL, marking TEXT NOT NULL, arguments TEXT NOT NULL, \(BelievedRows.columns),
          sight INTEGER NOT NULL);
        CREATE INDEX record_sight_sequence ON record (sight, sequence);
        CREATE INDEX record_time ON record (recorded_ms, sequence);
        CREATE INDEX record_actor ON record (actor, sight, sequence);
        CREATE INDEX record_kind ON record (kind, sight, sequence);
        CREATE TABLE record_subject (
          subject TEXT NOT NULL, sight INTEGER NOT NULL, sequence INTEGER NOT NULL,
          PRIMARY KEY (subject, sight, sequence)) WITHOUT ROWID;
        """)
    try Sight.record.create(db)
  }

  func drop(_ db: Database) throws {
    try db.execute(sql: "DROP TABLE IF EXISTS record; DROP TABLE IF EXISTS record_subject;")
    try Sight.record.drop(db)
  }

  func fold(_ entry: Entry, into db: Database) throws {
    let arguments = try RecordSentence.arguments(of: entry)
    let pair = try Sight.record.pair(of: entry, in: db)
    try db.cachedStatement(sql: "INSERT INTO record VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, NULL, ?)")
      .execute(arguments: [
        entry.sequence, entry.recordedMilliseconds, entry.aboutMilliseconds, entry.actor, entry.agency,
        entry.purpose, entry.kind, entry.aggregate,
        JSONWords.list(entry.subjects), entry.marking,
        JSONWords.object(arguments), entry.sequence, pair,
      ])
    for subject in Set(entry.subjects + [entry.aggregate]) {
      try db.cachedStatement(sql: "INSERT INTO record_subject VALUES (?, ?, ?)")
        .execute(arguments: [subject, pair, entry.sequence])
    }
  }

  /// The record names people only by their sign-in names, which the law asks it to keep, so nothing goes.
  func purge(subject: String, from db: Database) throws {}
}
