import GRDB
import Ledger

/// Which identities are joined to whom, then and now.
struct JoinedIdentities: LedgerView {
  let name = "identities"
  let version = 1

  static let table = BelievedTable(name: "identity", key: [.text("digest")], values: [.text("person")])

  func create(_ db: Database) throws { try Self.table.create(db) }

  func drop(_ db: Database) throws { try Self.table.drop(db) }

  func fold(_ entry: Entry, into db: Database) throws {
    if let fact = try entry.fact(JoinIdentity.Joined.self) {
      try Self.table.believe(
        ["digest": fact.digest, "person": fact.person.text], from: entry.sequence, in: db)
    } else if let fact = try entry.fact(PartIdentities.Parted.self) {
      try db.execute(
        sql: "UPDATE identity SET believed_to = ? WHERE person = ? AND believed_to IS NULL",
        arguments: [entry.sequence, fact.person.text])
    }
  }

  func purge(subject: String, from db: Database) throws {
    guard subject.hasPrefix("person:") else { return }
    try db.execute(sql: "DELETE FROM identity WHERE person = ?", arguments: [String(subject.dropFirst(7))])
  }

  static func person(of digest: String, in db: Database) throws -> PersonName? {
    let condition = AsKnown.now.condition()
    return try String.fetchOne(
      db, sql: "SELECT person FROM identity WHERE digest = ? AND \(condition)", arguments: [digest]
    )
    .flatMap { PersonName($0) }
  }

  static func count(of person: PersonName, in db: Database) throws -> Int {
    let condition = AsKnown.now.condition()
    return try Int.fetchOne(
      db, sql: "SELECT count(*) FROM identity WHERE person = ? AND \(condition)", arguments: [person.text]) ?? 0
  }
}
