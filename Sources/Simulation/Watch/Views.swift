import GRDB
import Ledger

/// Every table that a view has folded, as text: to be compared with the same after all are folded anew.
enum Views {
  private static let own: Set<String> = ["setting", "entry", "tree", "checkpoint", "view"]

  /// The rows of each table, in an order that does not depend on how they came.
  static func dump(_ db: Database) throws -> [String: [String]] {
    let names = try String.fetchAll(db, sql: "SELECT name FROM sqlite_master WHERE type = 'table'")
    var tables: [String: [String]] = [:]
    for name in names where !own.contains(name) && !name.hasPrefix("sqlite_") && !name.hasPrefix("log_words_") {
      let columns = name == "log_words" ? "rowid, text, sight" : "*"
      let rows = try Row.fetchAll(db, sql: "SELECT \(columns) FROM \(name.quotedDatabaseIdentifier)")
      tables[name] = rows.map { row in row.databaseValues.map { "\($0)" }.joined(separator: "|") }.sorted()
    }
    return tables
  }

  /// The first difference, in words; nil when there is none.
  static func difference(_ folded: [String: [String]], _ rebuilt: [String: [String]]) -> String? {
    for name in Set(folded.keys).union(rebuilt.keys).sorted() {
      let (before, after) = (folded[name] ?? [], rebuilt[name] ?? [])
      guard before != after else { continue }
      let lost = after.first { !before.contains($0) } ?? ""
      let extra = before.first { !after.contains($0) } ?? ""
      return "\(name) has \(before.count) rows and rebuilt \(after.count); missing «\(lost)», too many «\(extra)»"
    }
    return nil
  }
}
