package import Geodesy
package import GRDB
import Ledger

/// What a desk knows as a witness, and of its witnesses: reads of `WitnessView`.
package struct WitnessBook: Sendable, Hashable {
  /// The last checkpoint of another ledger that this desk cosigned.
  package struct Cosigned: Sendable, Hashable {
    package let origin: String
    package let size: Int64
    package let root: String
    package let note: String
    package let recorded: Instant
  }

  /// A checkpoint that was offered and does not continue what this desk knows.
  package struct Fork: Sendable, Hashable {
    /// The entry that records it.
    package let sequence: Int64
    package let origin: String
    package let size: Int64
    package let knownSize: Int64
    package let offered: String
    package let known: String?
    package let recorded: Instant
    /// Whether both notes by themselves prove it.
    package let isProved: Bool
  }

  /// A witness that would not cosign for this desk.
  package struct Disagreement: Sendable, Hashable {
    package let sequence: Int64
    package let witness: String
    package let status: Int
    package let size: Int64
    package let theirSize: Int64?
    package let recorded: Instant
  }

  /// The most forks and disagreements that are read, the latest first.
  package static let longestList = 100

  package var cosigned: [Cosigned] = []
  package var forks: [Fork] = []
  package var disagreements: [Disagreement] = []

  /// Reads everything.
  package static func read(in db: Database) throws -> WitnessBook {
    WitnessBook(
      cosigned: try Row.fetchAll(
        db,
        sql: """
          SELECT * FROM witness_cosigned AS c WHERE NOT EXISTS (
            SELECT 1 FROM witness_cosigned AS l WHERE l.origin = c.origin AND l.size > c.size) ORDER BY origin
          """
      ).map { Cosigned($0) },
      // A checkpoint that was cosigned after all had come with a wrong proof, and is no fork.
      forks: try Row.fetchAll(
        db,
        sql: """
          SELECT * FROM witness_forked AS f WHERE NOT EXISTS (
            SELECT 1 FROM witness_cosigned AS c WHERE c.origin = f.origin AND c.size = f.size AND c.root = f.root)
          ORDER BY sequence DESC LIMIT \(longestList)
          """
      ).map { Fork($0) },
      disagreements: try Row.fetchAll(
        db, sql: "SELECT * FROM witness_disagreed ORDER BY sequence DESC LIMIT \(longestList)"
      ).map { Disagreement($0) })
  }

  /// The last checkpoint of a ledger that this desk cosigned.
  static func latest(of origin: String, in db: Database) throws -> Cosigned? {
    try Row.fetchOne(
      db, sql: "SELECT * FROM witness_cosigned WHERE origin = ? ORDER BY size DESC LIMIT 1", arguments: [origin]
    ).map { Cosigned($0) }
  }

  /// Whether this very fork is recorded already, or so many of the ledger that no more are.
  static func isRecorded(_ origin: String, size: Int64, root: String, limit: Int, in db: Database) throws -> Bool {
    let count = try Int.fetchOne(
      db, sql: "SELECT COUNT(*) FROM witness_forked WHERE origin = ?", arguments: [origin])
    let found = try Row.fetchOne(
      db, sql: "SELECT 1 FROM witness_forked WHERE origin = ? AND size = ? AND root = ?",
      arguments: [origin, size, root])
    return found != nil || (count ?? 0) >= limit
  }

  /// What a witness last objected to, in the same words as `WitnessDisagreed`.
  static func lastDisagreement(of witness: String, in db: Database) throws -> Disagreement? {
    try Row.fetchOne(
      db, sql: "SELECT * FROM witness_disagreed WHERE witness = ? ORDER BY sequence DESC LIMIT 1",
      arguments: [witness]
    ).map { Disagreement($0) }
  }
}

extension WitnessBook.Cosigned {
  fileprivate init(_ row: Row) {
    self.init(
      origin: row["origin"], size: row["size"], root: row["root"], note: row["note"],
      recorded: Instant(millisecondsSince1970: row["recorded_ms"]))
  }
}

extension WitnessBook.Fork {
  fileprivate init(_ row: Row) {
    self.init(
      sequence: row["sequence"], origin: row["origin"], size: row["size"], knownSize: row["known_size"],
      offered: row["offered"], known: row["known"], recorded: Instant(millisecondsSince1970: row["recorded_ms"]),
      isProved: row["proved"])
  }
}

extension WitnessBook.Disagreement {
  fileprivate init(_ row: Row) {
    self.init(
      sequence: row["sequence"], witness: row["witness"], status: row["status"], size: row["size"],
      theirSize: row["their_size"], recorded: Instant(millisecondsSince1970: row["recorded_ms"]))
  }
}
