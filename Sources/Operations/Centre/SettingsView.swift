import GRDB
import Ledger

/// The centre's settings, then and now.
struct SettingsView: LedgerView {
  let name = "centre"
  let version = 1

  static let table = BelievedTable(
    name: "centre", key: [.integer("id")], values: [.text("name"), .text("agency"), .integer("exercise")])

  func create(_ db: Database) throws { try Self.table.create(db) }

  func drop(_ db: Database) throws { try Self.table.drop(db) }

  func fold(_ entry: Entry, into db: Database) throws {
    guard let fact = try entry.fact(ChangeSettings.Changed.self) else { return }
    try Self.table.believe(
      ["id": 1, "name": fact.name, "agency": fact.agency, "exercise": fact.exercise], from: entry.sequence, in: db)
  }

  func purge(subject: String, from db: Database) throws {}
}
