package import Geodesy
package import GRDB
import Ledger

/// What a centre knows of its links: reads of `LinkView`.
package enum LinkBook {
  /// The code of a centre that nobody has given one.
  package static let unnamed = "LOCAL"

  /// The centre's short code as it was when an entry was appended.
  package static func code(at sequence: Int64 = .max, in db: Database) throws -> String {
    let statement = try db.cachedStatement(
      sql: "SELECT code FROM link_code WHERE sequence <= ? ORDER BY sequence DESC LIMIT 1")
    return try String.fetchOne(statement, arguments: [sequence]) ?? unnamed
  }

  /// How far the entries of another ledger have been taken.
  package struct Reached: Sendable, Hashable {
    /// The sequence up to which the other ledger has been gone through.
    package var through: Int64
    /// The size and root in base64 of the checkpoint under which the last entries were taken, and the checkpoint itself.
    package var size: Int64
    package var root: String
    package var note: String
    package var recorded: Instant
  }

  /// How far the entries of another ledger have been taken; nil when none was.
  package static func reached(_ ledger: String, in db: Database) throws -> Reached? {
    try Row.fetchOne(
      db,
      sql: """
        SELECT through, size, root, note, recorded_ms FROM link_reached WHERE ledger = ? ORDER BY sequence DESC LIMIT 1
        """,
      arguments: [ledger]
    ).map { row in
      Reached(
        through: row["through"], size: row["size"], root: row["root"], note: row["note"],
        recorded: Instant(millisecondsSince1970: row["recorded_ms"]))
    }
  }

  /// Whether an entry of another ledger has been taken.
  static func isTaken(_ ledger: String, _ sequence: Int64, in db: Database) throws -> Bool {
    let statement = try db.cachedStatement(sql: "SELECT 1 FROM link_taken WHERE ledger = ? AND origin_sequence = ?")
    return try Row.fetchOne(statement, arguments: [ledger, sequence]) != nil
  }

  /// The last refusal of what a partner sent, by its reason and what was offered.
  static func lastRefusal(_ partner: String, in db: Database) throws -> (reason: String, offered: String?)? {
    try Row.fetchOne(
      db, sql: "SELECT reason, offered FROM link_refused WHERE partner = ? ORDER BY sequence DESC LIMIT 1",
      arguments: [partner]
    ).map { ($0["reason"], $0["offered"]) }
  }

  /// The own entries of kinds that cross, with what is written on them, after a sequence and in its order.
  package static func outgoing(
    after sequence: Int64, limit: Int, in db: Database
  ) throws -> [(sequence: Int64, marking: String, agency: String)] {
    let statement = try db.cachedStatement(
      sql: "SELECT sequence, marking, agency FROM link_outgoing WHERE sequence > ? ORDER BY sequence LIMIT ?")
    return try Row.fetchAll(statement, arguments: [sequence, limit]).map {
      ($0["sequence"], $0["marking"], $0["agency"])
    }
  }

  /// How many own entries of kinds that cross come after a sequence, by what is written on them.
  package static func outgoingCounts(
    after sequence: Int64, in db: Database
  ) throws -> [(marking: String, agency: String, count: Int64)] {
    try Row.fetchAll(
      db,
      sql: "SELECT marking, agency, COUNT(*) AS n FROM link_outgoing WHERE sequence > ? GROUP BY marking, agency",
      arguments: [sequence]
    ).map { ($0["marking"], $0["agency"], $0["n"]) }
  }

  /// The last own entry of which a disclosure to a partner is recorded; 0 when there is none.
  package static func sent(to partner: String, in db: Database) throws -> Int64 {
    try Int64.fetchOne(db, sql: "SELECT MAX(last) FROM link_sent WHERE partner = ?", arguments: [partner]) ?? 0
  }
}
