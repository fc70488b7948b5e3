import Geodesy
import GRDB
import Ledger

/// One-time secrets by their hashes: open, used, or replaced by a newer one.
struct OneTimeSecretView: LedgerView {
  let name = "one-time-secrets"
  let version = 1

  static let table = BelievedTable(
    name: "one_time_secret", key: [.text("digest")],
    values: [.text("person"), .integer("expires_ms"), .integer("open")])

  func create(_ db: Database) throws {
    try Self.table.create(db)
    try db.execute(sql: "CREATE INDEX one_time_secret_person ON one_time_secret (person) WHERE believed_to IS NULL")
  }

  func drop(_ db: Database) throws { try Self.table.drop(db) }

  func fold(_ entry: Entry, into db: Database) throws {
    if let fact = try entry.fact(StoredSecret.Issued.self) {
      try close(fact.person, entry.sequence, db)
      try Self.table.believe(
        [
          "digest": fact.digest, "person": fact.person.text, "expires_ms": fact.expiresAt.millisecondsSince1970,
          "open": true,
        ], from: entry.sequence, in: db)
    } else if let fact = try entry.fact(StoredSecret.Used.self) {
      try Self.table.revise(["digest": fact.digest], with: ["open": false], from: entry.sequence, in: db)
    } else if let fact = try entry.fact(PasswordSet.self) {
      try close(fact.person, entry.sequence, db)
    }
  }

  func purge(subject: String, from db: Database) throws {}

  /// A person has one open secret at most: a newer one, or a password, closes it.
  private func close(_ person: PersonName, _ sequence: Int64, _ db: Database) throws {
    let digests = try String.fetchAll(
      db, sql: "SELECT digest FROM one_time_secret WHERE person = ? AND open AND believed_to IS NULL",
      arguments: [person.text])
    for digest in digests {
      try Self.table.revise(["digest": digest], with: ["open": false], from: sequence, in: db)
    }
  }
}

extension StoredSecret {
  /// What became of a secret that a person has been given.
  enum State: Sendable { case open, spent }

  /// The state of the secret with a hash, when the person was ever given it.
  static func state(_ digest: String, of person: PersonName, at now: Instant, in db: Database) throws -> State? {
    guard let row = try OneTimeSecretView.table.now(["digest": digest], in: db),
      row["person"] as String == person.text
    else { return nil }
    let isOpen: Bool = row["open"]
    let expires: Int64 = row["expires_ms"]
    return isOpen && now.millisecondsSince1970 < expires ? .open : .spent
  }
}
