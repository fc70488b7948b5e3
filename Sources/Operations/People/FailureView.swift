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
  /// How many further failures went unrecorded, since there were too many.
  var unrecorded: Int
  var aggregate: String { person.map(subject(of:)) ?? "access" }
}

/// The failures against each person since the last success, so that a restart forgives nothing.
struct FailureView: LedgerView {
  let name = "sign-in-failures"
  let version = 1

  func create(_ db: Database) throws {
    try db.execute(
      sql: """
        CREATE TABLE sign_in_failure (
          person TEXT PRIMARY KEY NOT NULL, failures INTEGER NOT NULL, last_ms INTEGER NOT NULL)
        """)
  }

  func drop(_ db: Database) throws { try db.execute(sql: "DROP TABLE IF EXISTS sign_in_failure") }

  func fold(_ entry: Entry, into db: Database) throws {
    if let fact = try entry.fact(SignInFailed.self), let person = fact.person {
      try db.execute(
        sql: """
          INSERT INTO sign_in_failure VALUES (?, ?, ?)
          ON CONFLICT (person) DO UPDATE SET failures = excluded.failures, last_ms = excluded.last_ms
          """, arguments: [person.text, fact.failures, entry.recordedMilliseconds])
    } else if let fact = try entry.fact(NewSession.Began.self) {
      try forgive(fact.person, db)
    } else if let fact = try entry.fact(ResetPerson.Reset.self) {
      try forgive(fact.person, db)
    }
  }

  func purge(subject: String, from db: Database) throws {
    guard subject.hasPrefix("person:") else { return }
    try db.execute(sql: "DELETE FROM sign_in_failure WHERE person = ?", arguments: [String(subject.dropFirst(7))])
  }

  private func forgive(_ person: PersonName, _ db: Database) throws {
    try db.execute(sql: "DELETE FROM sign_in_failure WHERE person = ?", arguments: [person.text])
  }
}

/// The failures against a person that were recorded before a restart.
struct RecordedFailures: Sendable {
  let person: String
  let count: Int
  let last: Instant

  /// The latest ones.
  static func read(limit: Int, in db: Database) throws -> [RecordedFailures] {
    try Row.fetchAll(db, sql: "SELECT * FROM sign_in_failure ORDER BY last_ms DESC LIMIT ?", arguments: [limit])
      .map { row in
        RecordedFailures(
          person: row["person"], count: row["failures"], last: Instant(millisecondsSince1970: row["last_ms"]))
      }
  }
}
