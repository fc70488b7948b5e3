import Geodesy
import GRDB
import Ledger

/// A sign-in that was refused. The name is there only when someone bears it: what else is typed into that field may
/// be a password.
struct SignInFailed: Fact {
  static let kind = "access.failed"
  var person: PersonName?
  /// How many failures stand against the name now.
  var failures: Int
  /// How many failures stand against the address now; entries from before this was counted have none.
  var addressFailures: Int?
  /// How many further failures went unrecorded, since there were too many.
  var unrecorded: Int
  var aggregate: String { person.map(subject(of:)) ?? "access" }
}

/// The failures against each person since the last success, and those of the last hour from each address, so that a
/// restart forgives nothing.
struct FailureView: LedgerView {
  let name = "sign-in-failures"
  let version = 2
  /// How long an address is held after its last failure, when the next one from anywhere is folded.
  static let addressKeptMilliseconds: Int64 = 3_600_000

  func create(_ db: Database) throws {
    try db.execute(
      sql: """
        CREATE TABLE sign_in_failure (
          person TEXT PRIMARY KEY NOT NULL, failures INTEGER NOT NULL, last_ms INTEGER NOT NULL);
        CREATE TABLE sign_in_failure_address (
          address TEXT PRIMARY KEY NOT NULL, person TEXT, failures INTEGER NOT NULL, last_ms INTEGER NOT NULL);
        """)
  }

  func drop(_ db: Database) throws {
    try db.execute(sql: "DROP TABLE IF EXISTS sign_in_failure; DROP TABLE IF EXISTS sign_in_failure_address;")
  }

  func fold(_ entry: Entry, into db: Database) throws {
    if let fact = try entry.fact(SignInFailed.self) {
      try count(fact, entry, db)
    } else if let fact = try entry.fact(NewSession.Began.self) {
      try forgive(fact.person, db)
    } else if let fact = try entry.fact(ResetPerson.Reset.self) {
      try forgive(fact.person, db)
    }
  }

  func purge(subject: String, from db: Database) throws {
    guard subject.hasPrefix("person:") else { return }
    let person = String(subject.dropFirst(7))
    try db.execute(sql: "DELETE FROM sign_in_failure WHERE person = ?", arguments: [person])
    try db.execute(sql: "DELETE FROM sign_in_failure_address WHERE person = ?", arguments: [person])
  }

  private func count(_ fact: SignInFailed, _ entry: Entry, _ db: Database) throws {
    let now = entry.recordedMilliseconds
    if let person = fact.person {
      try db.execute(
        sql: """
          INSERT INTO sign_in_failure VALUES (?, ?, ?)
          ON CONFLICT (person) DO UPDATE SET failures = excluded.failures, last_ms = excluded.last_ms
          """, arguments: [person.text, fact.failures, now])
    }
    guard let failures = fact.addressFailures, let address = entry.text(PartName.address) else { return }
    try db.execute(
      sql: "DELETE FROM sign_in_failure_address WHERE last_ms < ?", arguments: [now - Self.addressKeptMilliseconds])
    try db.execute(
      sql: """
        INSERT INTO sign_in_failure_address VALUES (?, ?, ?, ?) ON CONFLICT (address)
        DO UPDATE SET person = excluded.person, failures = excluded.failures, last_ms = excluded.last_ms
        """, arguments: [NetworkAddress.key(of: address), fact.person?.text, failures, now])
  }

  private func forgive(_ person: PersonName, _ db: Database) throws {
    try db.execute(sql: "DELETE FROM sign_in_failure WHERE person = ?", arguments: [person.text])
  }
}

/// The failures against a person or an address that were recorded before a restart.
struct RecordedFailures: Sendable {
  /// The name or the address.
  let key: String
  let count: Int
  let last: Instant

  /// The latest ones against people.
  static func ofPeople(limit: Int, in db: Database) throws -> [RecordedFailures] {
    try read("SELECT person AS key, * FROM sign_in_failure ORDER BY last_ms DESC LIMIT ?", limit, db)
  }

  /// The latest ones from addresses.
  static func ofAddresses(limit: Int, in db: Database) throws -> [RecordedFailures] {
    try read("SELECT address AS key, * FROM sign_in_failure_address ORDER BY last_ms DESC LIMIT ?", limit, db)
  }

  private static func read(_ sql: String, _ limit: Int, _ db: Database) throws -> [RecordedFailures] {
    try Row.fetchAll(db, sql: sql, arguments: [limit]).map { row in
      RecordedFailures(
        key: row["key"], count: row["failures"], last: Instant(millisecondsSince1970: row["last_ms"]))
    }
  }
}
