import Foundation
import GRDB
import Ledger

/// By which entries a person's password and second factor were set. The hash and the secret themselves stay sealed in
/// those entries and are opened when someone signs in, so they stand in no table and in no backup without its keys.
struct CredentialView: LedgerView {
  let name = "credentials"
  let version = 1

  static let table = BelievedTable(
    name: "credential", key: [.text("person")], values: [.integer("password_entry"), .integer("factor_entry")])

  func create(_ db: Database) throws {
    try Self.table.create(db)
    // The last step of the second factor that was used, so that a code counts once.
    try db.execute(sql: "CREATE TABLE spent_code (person TEXT PRIMARY KEY NOT NULL, step INTEGER NOT NULL)")
  }

  func drop(_ db: Database) throws {
    try Self.table.drop(db)
    try db.execute(sql: "DROP TABLE IF EXISTS spent_code")
  }

  func fold(_ entry: Entry, into db: Database) throws {
    if let fact = try entry.fact(PasswordSet.self) {
      try change(fact.person, ["password_entry": entry.sequence], entry.sequence, db)
    } else if let fact = try entry.fact(SecondFactorEnrolled.self) {
      try change(fact.person, ["factor_entry": entry.sequence], entry.sequence, db)
      try spend(fact.step, fact.person, db)
    } else if let fact = try entry.fact(SecondFactorRemoved.self) {
      try change(fact.person, ["factor_entry": nil], entry.sequence, db)
    } else if let fact = try entry.fact(ResetPerson.Reset.self) {
      var changes: [String: (any DatabaseValueConvertible)?] = ["password_entry": nil]
      if fact.removesSecondFactor { changes.updateValue(nil, forKey: "factor_entry") }
      try change(fact.person, changes, entry.sequence, db)
    } else if let fact = try entry.fact(NewSession.Began.self), let step = fact.step {
      try spend(step, fact.person, db)
    }
  }

  func purge(subject: String, from db: Database) throws {}

  private func change(
    _ person: PersonName, _ changes: [String: (any DatabaseValueConvertible)?], _ sequence: Int64, _ db: Database
  ) throws {
    let key = ["person": person.text]
    if try Self.table.now(key, in: db) == nil { try Self.table.believe(key, from: sequence, in: db) }
    try Self.table.revise(key, with: changes, from: sequence, in: db)
  }

  private func spend(_ step: Int64, _ person: PersonName, _ db: Database) throws {
    try db.execute(
      sql: "INSERT INTO spent_code VALUES (?, ?) ON CONFLICT (person) DO UPDATE SET step = max(step, excluded.step)",
      arguments: [person.text, step])
  }
}

/// By which entries a person can prove who they are.
struct Credentials: Sendable {
  var passwordEntry: Int64?
  var factorEntry: Int64?
  /// The last step of the second factor that was used.
  var spentStep: Int64?

  static func read(_ person: PersonName, in db: Database) throws -> Credentials {
    let row = try CredentialView.table.now(["person": person.text], in: db)
    return Credentials(
      passwordEntry: row?["password_entry"], factorEntry: row?["factor_entry"],
      spentStep: try Int64.fetchOne(db, sql: "SELECT step FROM spent_code WHERE person = ?", arguments: [person.text]))
  }
}

extension Ledger {
  /// The stored password of an entry; nil when it has been erased.
  func passwordHash(_ sequence: Int64?) throws -> PasswordHash? {
    guard let sequence, let bytes = try entry(sequence)?.part(PartName.credential) else { return nil }
    return try JSONDecoder().decode(PasswordHash.self, from: Data(bytes))
  }

  /// The secret of a second factor of an entry; nil when it has been erased.
  func secondFactor(_ sequence: Int64?) throws -> [UInt8]? {
    guard let sequence else { return nil }
    return try entry(sequence)?.part(PartName.credential)
  }
}
