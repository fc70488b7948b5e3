import GRDB

@testable import Ledger

/// A view as a room would write it: the latest text of each aggregate and what was believed before.
struct NoteView: LedgerView {
  struct Refused: Error {}

  var name = "note"
  var version = 1

  func create(_ db: Database) throws {
    try db.execute(
      sql: """
        CREATE TABLE note (aggregate TEXT NOT NULL, subject TEXT, text TEXT NOT NULL, \(BelievedRows.columns));
        CREATE TABLE note_count (entries INTEGER NOT NULL);
        INSERT INTO note_count VALUES (0);
        """)
  }

  func drop(_ db: Database) throws {
    try db.execute(sql: "DROP TABLE IF EXISTS note; DROP TABLE IF EXISTS note_count;")
  }

  func fold(_ entry: Entry, into db: Database) throws {
    try db.execute(sql: "UPDATE note_count SET entries = entries + 1")
    if entry.kind == "note.refused" { throw Refused() }
    guard entry.kind == "note.written" else { return }
    let text = entry.part("text").map { String(decoding: $0, as: UTF8.self) } ?? "erased"
    try BelievedRows.end(in: "note", where: "aggregate", is: entry.aggregate, at: entry.sequence, db)
    try db.execute(
      sql: "INSERT INTO note (aggregate, subject, text, believed_from) VALUES (?, ?, ?, ?)",
      arguments: [entry.aggregate, entry.subjects.first, text, entry.sequence])
  }

  func purge(subject: String, from db: Database) throws {
    try db.execute(sql: "UPDATE note SET text = 'erased' WHERE subject = ?", arguments: [subject])
  }

  static func count(_ db: Database) throws -> Int {
    try Int.fetchOne(db, sql: "SELECT entries FROM note_count") ?? -1
  }

  static func texts(_ db: Database) throws -> [String] {
    try String.fetchAll(db, sql: "SELECT text FROM note WHERE \(BelievedRows.now) ORDER BY rowid")
  }

  static func texts(_ db: Database, knownAt sequence: Int64) throws -> [String] {
    try String.fetchAll(
      db, sql: "SELECT text FROM note WHERE \(BelievedRows.condition) ORDER BY rowid", arguments: ["known": sequence])
  }
}
