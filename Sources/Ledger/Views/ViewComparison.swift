import Crypto
import Foundation
import GRDB

/// Tells which tables of views hold other rows than the entries give. Rows of views carry no hashes, so folding anew is
/// the only proof of them.
struct ViewComparison {
  let catchUp: ViewCatchUp

  /// Thrown so that the transaction is rolled back: comparing changes nothing.
  private struct Compared: Error {}

  /// - Returns: What is wrong, in sentences; empty when every view is as the entries give it.
  func run() throws -> [String] {
    var complaints: [String] = []
    do {
      try catchUp.store.write { session in
        complaints = try integrityFaults(session.views)
        let before = try tables(session.views)
        try catchUp.foldAllAnew(session)
        let after = try tables(session.views)
        for name in Set(before.keys).union(after.keys).sorted() where before[name] != after[name] {
          complaints.append("The table \(name) has other rows than the entries give.")
        }
        throw Compared()
      }
    } catch is Compared {
      // As it was.
    }
    return complaints
  }

  /// What SQLite itself finds: rows that an index does not lead to, and words that lead to other texts than they stand in.
  private func integrityFaults(_ db: Database) throws -> [String] {
    let found = try String.fetchAll(db, sql: "PRAGMA integrity_check(\(Self.faultsListed))").filter { $0 != "ok" }
    let indexes = try String.fetchAll(
      db, sql: "SELECT name FROM sqlite_master WHERE type = 'table' AND sql LIKE '%USING fts5(%' ORDER BY name")
    let bad = indexes.filter { name in
      let quoted = name.quotedDatabaseIdentifier
      return (try? db.execute(sql: "INSERT INTO \(quoted)(\(quoted)) VALUES ('integrity-check')")) == nil
    }
    return found.map { "The file is not whole: \($0)" }
      + bad.map { "The index of words \($0) does not lead to the texts that it was made from." }
  }

  private static let faultsListed = 5

  /// A digest of the rows of each table, in whatever order they lie. What an index of words keeps its segments in depends
  /// on how it grew, and is checked by the index itself; a list of its words is nothing of its own.
  private func tables(_ db: Database) throws -> [String: [UInt8]] {
    let names = try String.fetchAll(
      db, sql: "SELECT name FROM sqlite_master WHERE type = 'table' AND sql NOT LIKE '%USING fts5vocab(%'")
    let own = Set(SQLiteSchema.tables)
    let segments = ["_data", "_idx", "_config"]
    var digests: [String: [UInt8]] = [:]
    for name in names where !own.contains(name) && !name.hasPrefix("sqlite_") {
      if segments.contains(where: name.hasSuffix) { continue }
      var sum = [UInt8](repeating: 0, count: SHA256.byteCount)
      let rows = try Row.fetchCursor(db, sql: "SELECT * FROM \(name.quotedDatabaseIdentifier)")
      while let row = try rows.next() {
        let text = row.databaseValues.map { "\($0.storage)" }.joined(separator: "\u{0}")
        for (place, byte) in SHA256.hash(data: Data(text.utf8)).enumerated() { sum[place] &+= byte }
      }
      digests[name] = sum
    }
    return digests
  }
}
