import Geodesy
import GRDB
import Ledger

/// Bearer tokens, by the hashes of their texts, then and now.
struct TokenView: LedgerView {
  let name = "tokens"
  let version = 1

  static let table = BelievedTable(
    name: "token", key: [.text("id")],
    values: [
      .text("digest"), .text("person"), .text("label"), .text("scopes"), .integer("issued_ms"),
      .integer("expires_ms"), .integer("used_ms"), .integer("revoked"),
    ])

  func create(_ db: Database) throws {
    try Self.table.create(db)
    try db.execute(sql: "CREATE INDEX token_person ON token (person) WHERE believed_to IS NULL")
  }

  func drop(_ db: Database) throws { try Self.table.drop(db) }

  func fold(_ entry: Entry, into db: Database) throws {
    if let fact = try entry.fact(IssueToken.Issued.self) {
      try Self.table.believe(
        [
          "id": fact.token, "digest": fact.digest, "person": fact.person.text, "label": fact.label,
          "scopes": fact.scopes.joined(separator: " "), "issued_ms": entry.recordedMilliseconds,
          "expires_ms": fact.expiresAt?.millisecondsSince1970, "revoked": false,
        ], from: entry.sequence, in: db)
    } else if let fact = try entry.fact(RevokeToken.Revoked.self) {
      try Self.table.revise(["id": fact.token], with: ["revoked": true], from: entry.sequence, in: db)
    } else if let fact = try entry.fact(TokenUsed.self) {
      let used = entry.recordedMilliseconds
      try Self.table.revise(["id": fact.token], with: ["used_ms": used], from: entry.sequence, in: db)
    }
  }

  func purge(subject: String, from db: Database) throws {}
}

extension BearerToken {
  static func read(_ id: String, in db: Database) throws -> BearerToken? {
    try TokenView.table.now(["id": id], in: db).flatMap(BearerToken.init(row:))
  }

  /// The tokens of a person, or of everyone, oldest first.
  static func all(of person: PersonName?, in db: Database) throws -> [BearerToken] {
    try rows(of: person, in: db).compactMap(BearerToken.init(row:))
  }

  /// The tokens of a person that are not revoked, with the hashes of their texts.
  static func live(of person: PersonName, in db: Database) throws -> [(digest: String, token: BearerToken)] {
    try rows(of: person, in: db).compactMap { row in
      BearerToken(row: row).map { (row["digest"], $0) }
    }.filter { !$0.token.isRevoked }
  }

  private static func rows(of person: PersonName?, in db: Database) throws -> [Row] {
    let order = "ORDER BY issued_ms, id"
    guard let person else {
      return try Row.fetchAll(db, sql: "SELECT * FROM token WHERE believed_to IS NULL \(order)")
    }
    return try Row.fetchAll(
      db, sql: "SELECT * FROM token WHERE person = ? AND believed_to IS NULL \(order)", arguments: [person.text])
  }

  private init?(row: Row) {
    guard let person = PersonName(row["person"]) else { return nil }
    let expires: Int64? = row["expires_ms"]
    let used: Int64? = row["used_ms"]
    self.init(
      id: row["id"], person: person, label: row["label"],
      scopes: (row["scopes"] as String).split(separator: " ").compactMap { TokenScope(rawValue: String($0)) },
      issuedAt: Instant(millisecondsSince1970: row["issued_ms"]),
      expiresAt: expires.map(Instant.init(millisecondsSince1970:)),
      lastUsedAt: used.map(Instant.init(millisecondsSince1970:)), isRevoked: row["revoked"])
  }
}
