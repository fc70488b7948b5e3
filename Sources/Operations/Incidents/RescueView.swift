import Foundation
import Geodesy
import GRDB
import Ledger
import Marking

/// The entries about rescue of all centres, as they are folded into the book; what was known at a moment is what had arrived.
struct RescueView: LedgerView {
  let name = "rescue"
  let version = 1

  func create(_ db: Database) throws {
    try db.execute(
      sql: """
        CREATE TABLE rescue (
          sequence INTEGER PRIMARY KEY, ledger TEXT NOT NULL, origin_sequence INTEGER NOT NULL, centre TEXT NOT NULL,
          recorded_ms INTEGER NOT NULL, learned_ms INTEGER NOT NULL, about_ms INTEGER NOT NULL, actor TEXT NOT NULL,
          agency TEXT NOT NULL, exercise INTEGER NOT NULL, kind TEXT NOT NULL, aggregate TEXT NOT NULL,
          payload BLOB NOT NULL, text TEXT, words BLOB, UNIQUE (ledger, origin_sequence));
        CREATE INDEX rescue_aggregate ON rescue (aggregate);
        """)
  }

  func drop(_ db: Database) throws { try db.execute(sql: "DROP TABLE IF EXISTS rescue") }

  func fold(_ entry: Entry, into db: Database) throws {
    guard let fact = try FoldedFact(entry, in: db), let payload = fact.part(PartName.fact) else { return }
    guard RescueAct.kinds.contains(fact.kind) else { return }
    try db.cachedStatement(sql: "INSERT OR IGNORE INTO rescue VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)")
      .execute(arguments: [
        entry.sequence, fact.origin.ledger, fact.origin.sequence, fact.centre, fact.recorded.millisecondsSince1970,
        fact.arrived.millisecondsSince1970, fact.about.millisecondsSince1970, fact.actor, fact.agency,
        Marking(text: fact.marking)?.exercise ?? false, fact.kind, fact.aggregate, Data(payload),
        fact.text(PartName.text), fact.part(PartName.caller).map { Data($0) },
      ])
  }

  /// What somebody said goes; what it says of a craft stays, for the reckoning of others stands on it.
  func purge(subject: String, from db: Database) throws {
    try db.execute(
      sql: "UPDATE rescue SET text = NULL, words = NULL WHERE aggregate = ?", arguments: [subject])
  }
}

extension RescueFact {
  /// The entries that this centre had after one sequence and up to another, in the order in which they came to be known.
  static func read(after: Int64 = 0, through last: Int64 = .max, in db: Database) throws -> [RescueFact] {
    let rows = try Row.fetchCursor(
      try db.cachedStatement(sql: "SELECT * FROM rescue WHERE sequence > ? AND sequence <= ? ORDER BY sequence"),
      arguments: [after, last])
    var facts: [RescueFact] = []
    while let row = try rows.next() {
      if let fact = try RescueFact(row: row) { facts.append(fact) }
    }
    return facts
  }

  private init?(row: Row) throws {
    func moment(_ column: String) -> Instant { Instant(millisecondsSince1970: row[column]) }
    guard let act = try RescueAct.read(kind: row["kind"], payload: row["payload"]) else { return nil }
    self.init(
      origin: FoldedFact.Origin(ledger: row["ledger"], sequence: row["origin_sequence"]), centre: row["centre"],
      recorded: moment("recorded_ms"), learned: moment("learned_ms"), about: moment("about_ms"), actor: row["actor"],
      agency: row["agency"], exercise: row["exercise"], act: act, text: row["text"],
      words: try (row["words"] as Data?).map { try JSONDecoder().decode(ContactWords.self, from: $0) })
  }
}
