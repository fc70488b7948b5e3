import GRDB
import Ledger

/// The agencies of the centre, then and now.
struct AgencyView: LedgerView {
  let name = "agencies"
  let version = 1

  static let table = BelievedTable(
    name: "agency", key: [.text("code")], values: [.text("name"), .text("nation")])

  func create(_ db: Database) throws { try Self.table.create(db) }

  func drop(_ db: Database) throws { try Self.table.drop(db) }

  func fold(_ entry: Entry, into db: Database) throws {
    guard let fact = try entry.fact(AddAgency.Added.self) else { return }
    try Self.table.believe(
      ["code": fact.agency.code, "name": fact.agency.name, "nation": fact.agency.nation],
      from: entry.sequence, in: db)
  }

  func purge(subject: String, from db: Database) throws {}
}

extension Agency {
  /// The agency of a code, as it was known.
  static func read(_ code: String, _ asKnown: AsKnown = .now, in db: Database) throws -> Agency? {
    try Row.fetchOne(db, sql: "SELECT * FROM agency WHERE code = ? AND \(asKnown.condition())", arguments: [code])
      .map(Agency.init(row:))
  }

  /// Every agency, as known, by code.
  static func all(_ asKnown: AsKnown, in db: Database) throws -> [Agency] {
    try Row.fetchAll(db, sql: "SELECT * FROM agency WHERE \(asKnown.condition()) ORDER BY code")
      .map(Agency.init(row:))
  }

  private init(row: Row) {
    self.init(code: row["code"], name: row["name"], nation: row["nation"])
  }
}
