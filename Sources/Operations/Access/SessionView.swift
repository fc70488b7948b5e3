import Geodesy
import GRDB
import Ledger
import Marking

/// Sessions, by the hashes of their tokens, then and now.
struct SessionView: LedgerView {
  let name = "sessions"
  let version = 1

  static let table = BelievedTable(
    name: "session", key: [.text("id")],
    values: [
      .text("digest"), .text("person"), .text("purpose"), .integer("started_ms"), .integer("ends_ms"),
      .integer("seen_ms"), .integer("must_set_password"), .text("ended_because"),
    ])

  func create(_ db: Database) throws {
    try Self.table.create(db)
    try db.execute(
      sql: """
        CREATE INDEX session_live ON session (person) WHERE believed_to IS NULL AND ended_because IS NULL
        """)
  }

  func drop(_ db: Database) throws { try Self.table.drop(db) }

  func fold(_ entry: Entry, into db: Database) throws {
    if let fact = try entry.fact(NewSession.Began.self) {
      try Self.table.believe(
        [
          "id": fact.session, "digest": fact.digest, "person": fact.person.text, "purpose": fact.purpose.rawValue,
          "started_ms": entry.recordedMilliseconds, "ends_ms": fact.endsAt.millisecondsSince1970,
          "seen_ms": entry.recordedMilliseconds, "must_set_password": fact.mustSetPassword,
        ], from: entry.sequence, in: db)
    } else if let fact = try entry.fact(EndSession.Ended.self) {
      try revise(fact.session, ["ended_because": fact.reason.rawValue], entry, db)
    } else if let fact = try entry.fact(SessionSeen.self) {
      try revise(fact.session, ["seen_ms": entry.recordedMilliseconds], entry, db)
    } else if let fact = try entry.fact(PurposeStated.self) {
      try revise(fact.session, ["purpose": fact.purpose.rawValue], entry, db)
    }
  }

  func purge(subject: String, from db: Database) throws {}

  private func revise(
    _ id: String, _ changes: [String: (any DatabaseValueConvertible)?], _ entry: Entry, _ db: Database
  ) throws {
    try Self.table.revise(["id": id], with: changes, from: entry.sequence, in: db)
  }
}

/// A session as the view holds it.
struct StoredSession: Sendable, Hashable {
  let id: String
  let digest: String
  let person: PersonName
  let purpose: Purpose
  let startedAt: Instant
  let endsAt: Instant
  let seenAt: Instant
  let mustSetPassword: Bool
  let endedBecause: Revocation.Reason?

  static func read(_ id: String, in db: Database) throws -> StoredSession? {
    try SessionView.table.now(["id": id], in: db).flatMap(StoredSession.init(row:))
  }

  /// The sessions of a person that have not ended.
  static func ofPerson(_ person: PersonName, in db: Database) throws -> [StoredSession] {
    try Row.fetchAll(
      db, sql: "SELECT * FROM session WHERE person = ? AND believed_to IS NULL AND ended_because IS NULL",
      arguments: [person.text]
    ).compactMap(StoredSession.init(row:))
  }

  /// Everyone who has a session that has not ended.
  static func people(in db: Database) throws -> [PersonName] {
    try String.fetchAll(
      db, sql: "SELECT DISTINCT person FROM session WHERE believed_to IS NULL AND ended_because IS NULL"
    ).compactMap { PersonName($0) }
  }

  private init?(row: Row) {
    guard let person = PersonName(row["person"]), let purpose = Purpose(rawValue: row["purpose"]) else { return nil }
    let reason: String? = row["ended_because"]
    id = row["id"]
    digest = row["digest"]
    self.person = person
    self.purpose = purpose
    startedAt = Instant(millisecondsSince1970: row["started_ms"])
    endsAt = Instant(millisecondsSince1970: row["ends_ms"])
    seenAt = Instant(millisecondsSince1970: row["seen_ms"])
    mustSetPassword = row["must_set_password"]
    endedBecause = reason.map { Revocation.Reason(rawValue: $0) ?? .endedByPerson }
  }
}
