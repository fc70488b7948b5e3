import Foundation
import Geodesy
import GRDB
import Ledger
import Marking

/// The people of the centre, then and now.
struct PeopleView: LedgerView {
  let name = "people"
  let version = 1

  static let table = BelievedTable(
    name: "person", key: [.text("name")],
    values: [
      .text("display_name"), .text("agency"), .text("roles"), .text("clearance"), .text("state"),
      .integer("added_ms"),
    ])

  func create(_ db: Database) throws { try Self.table.create(db) }

  func drop(_ db: Database) throws { try Self.table.drop(db) }

  func fold(_ entry: Entry, into db: Database) throws {
    if let fact = try entry.fact(AddPerson.Added.self) {
      var row = try columns(fact.agency, fact.roles, fact.clearance, entry)
      row["name"] = fact.person.text
      row["state"] = Person.State.active.rawValue
      row["added_ms"] = entry.recordedMilliseconds
      try Self.table.believe(row, from: entry.sequence, in: db)
    } else if let fact = try entry.fact(ChangePerson.Changed.self) {
      let row = try columns(fact.agency, fact.roles, fact.clearance, entry)
      try Self.table.revise(["name": fact.person.text], with: row, from: entry.sequence, in: db)
    } else if let fact = try entry.fact(DisablePerson.Disabled.self) {
      try state(.disabled, of: fact.person, entry, db)
    } else if let fact = try entry.fact(EnablePerson.Enabled.self) {
      try state(.active, of: fact.person, entry, db)
    }
  }

  func purge(subject purged: String, from db: Database) throws {
    guard purged.hasPrefix("person:") else { return }
    try db.execute(
      sql: "UPDATE person SET display_name = NULL WHERE name = ?", arguments: [String(purged.dropFirst(7))])
  }

  private func columns(
    _ agency: String, _ roles: [Role], _ clearance: Clearance, _ entry: Entry
  ) throws -> [String: (any DatabaseValueConvertible)?] {
    let clearanceText = String(decoding: try JSONEncoder.sorted.encode(clearance), as: UTF8.self)
    return [
      "display_name": entry.text(PartName.personal), "agency": agency,
      "roles": roles.map(\.rawValue).joined(separator: " "), "clearance": clearanceText,
    ]
  }

  private func state(_ state: Person.State, of person: PersonName, _ entry: Entry, _ db: Database) throws {
    try Self.table.revise(
      ["name": person.text], with: ["state": state.rawValue], from: entry.sequence, in: db)
  }
}

extension Person {
  /// The person of a name, as known.
  static func read(_ name: PersonName, _ asKnown: AsKnown = .now, in db: Database) throws -> Person? {
    try Row.fetchOne(db, sql: selection(asKnown) + " AND person.name = ?", arguments: [name.text])
      .map(Person.init(row:))
  }

  /// Everyone, as known, by name.
  static func all(_ asKnown: AsKnown, in db: Database) throws -> [Person] {
    try Row.fetchAll(db, sql: selection(asKnown) + " ORDER BY person.name").map(Person.init(row:))
  }

  private static func selection(_ asKnown: AsKnown) -> String {
    """
    SELECT person.*, agency.nation, credential.password_entry, credential.factor_entry
    FROM person
    LEFT JOIN agency ON agency.code = person.agency AND \(asKnown.condition("agency."))
    LEFT JOIN credential ON credential.person = person.name AND \(asKnown.condition("credential."))
    WHERE \(asKnown.condition("person."))
    """
  }

  private init(row: Row) throws {
    guard let name = PersonName(row["name"]), let state = State(rawValue: row["state"]) else {
      throw OperationsError(.invalid, "The view of people holds a row that cannot be read; rebuild the views.")
    }
    let roles = (row["roles"] as String).split(separator: " ").compactMap { Role(rawValue: String($0)) }
    let clearance = Data((row["clearance"] as String).utf8)
    let passwordEntry: Int64? = row["password_entry"]
    let factorEntry: Int64? = row["factor_entry"]
    self.init(
      name: name, displayName: row["display_name"], agency: row["agency"],
      nation: row["nation"] ?? SystemActor.nation, roles: Set(roles),
      clearance: try JSONDecoder().decode(Clearance.self, from: clearance), state: state,
      hasPassword: passwordEntry != nil, hasSecondFactor: factorEntry != nil,
      addedAt: Instant(millisecondsSince1970: row["added_ms"]))
  }
}
