import Geodesy
import GRDB
import Ledger
import Marking

/// The watch log and the words in it. Its rows are named by their sequence, from which they are believed for good.
struct LogView: LedgerView {
  let name = "log"
  let version = 4

  func create(_ db: Database) throws {
    try db.execute(
      sql: """
        CREATE TABLE log (
          sequence INTEGER PRIMARY KEY, about_ms INTEGER NOT NULL, recorded_ms INTEGER NOT NULL, author TEXT NOT NULL,
          agency TEXT NOT NULL, text TEXT, track TEXT, correction_of INTEGER, exercise INTEGER NOT NULL,
          marking TEXT NOT NULL, \(BelievedRows.columns), sight INTEGER NOT NULL);
        CREATE INDEX log_sight_sequence ON log (sight, sequence);
        CREATE INDEX log_track ON log (track, sight, sequence) WHERE track IS NOT NULL;
        CREATE INDEX log_correction ON log (correction_of) WHERE correction_of IS NOT NULL;
        CREATE VIRTUAL TABLE log_words USING fts5(text, sight, tokenize = 'unicode61 remove_diacritics 2');
        CREATE VIRTUAL TABLE log_terms USING fts5vocab(log_words, instance);
        """)
    try Sight.log.create(db)
  }

  func drop(_ db: Database) throws {
    try db.execute(sql: "DROP TABLE IF EXISTS log; DROP TABLE IF EXISTS log_terms; DROP TABLE IF EXISTS log_words;")
    try Sight.log.drop(db)
  }

  func fold(_ entry: Entry, into db: Database) throws {
    let track: String?
    var correctionOf: Int64?
    if let fact = try entry.fact(WriteLogEntry.Written.self) {
      track = fact.track
    } else if let fact = try entry.fact(CorrectLogEntry.Corrected.self) {
      track = fact.track
      correctionOf = fact.entry
    } else {
      return
    }
    let text = entry.text(PartName.text)
    let exercise = Marking(text: entry.marking)?.exercise ?? false
    let pair = try Sight.log.pair(of: entry, in: db)
    try db.cachedStatement(sql: "INSERT INTO log VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, NULL, ?)")
      .execute(arguments: [
        entry.sequence, entry.aboutMilliseconds, entry.recordedMilliseconds, entry.actor, entry.agency, text, track,
        correctionOf, exercise, entry.marking, entry.sequence, pair,
      ])
    guard let text else { return }
    try db.cachedStatement(sql: "INSERT INTO log_words (rowid, text, sight) VALUES (?, ?, ?)")
      .execute(arguments: [entry.sequence, text, Self.word(ofPair: pair)])
  }

  /// A pair as the index of words knows it, so that a search passes over the words of hidden rows.
  static func word(ofPair pair: Int64) -> String { "pair\(pair)" }

  func purge(subject: String, from db: Database) throws {
    guard subject.hasPrefix("track:") else { return }
    let track = String(subject.dropFirst(6))
    let isAny = try Row.fetchOne(db, sql: "SELECT 1 FROM log WHERE track = ? LIMIT 1", arguments: [track]) != nil
    guard isAny else { return }
    try db.execute(
      sql: "DELETE FROM log_words WHERE rowid IN (SELECT sequence FROM log WHERE track = ?)", arguments: [track])
    try db.execute(sql: "UPDATE log SET text = NULL WHERE track = ?", arguments: [track])
    // A deleted row leaves its words in the index's segments until they are merged.
    try db.execute(sql: "INSERT INTO log_words (log_words) VALUES ('optimize')")
  }
}
