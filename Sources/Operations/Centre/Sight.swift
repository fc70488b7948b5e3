import GRDB
import Ledger
import Marking

/// Which rows of a view somebody may see, as a condition of its query, so that a hidden row changes no page, no search and
/// no count.
///
/// Access to a row depends on its marking and on the agency that wrote it. There are few different pairs of them, so each
/// is judged by the rules of access, and the query asks for rows with the pairs that pass.
struct Sight: Sendable {
  static let log = Sight(table: "log", kind: .log)
  static let record = Sight(table: "record", kind: .record)

  /// The view's table, with the columns `marking` and `agency`.
  let table: String
  let kind: ObjectKind

  /// What a query adds to see what somebody may see.
  struct Condition {
    let condition: String
    let arguments: StatementArguments
  }

  func create(_ db: Database) throws {
    try db.execute(
      sql: """
        CREATE TABLE \(table)_sight (marking TEXT NOT NULL, agency TEXT NOT NULL, PRIMARY KEY (marking, agency))
        WITHOUT ROWID
        """)
  }

  func drop(_ db: Database) throws { try db.execute(sql: "DROP TABLE IF EXISTS \(table)_sight") }

  /// Notes the pair of a row that is folded.
  func note(_ entry: Entry, in db: Database) throws {
    try db.cachedStatement(sql: "INSERT OR IGNORE INTO \(table)_sight VALUES (?, ?)")
      .execute(arguments: [entry.marking, entry.agency])
  }

  func of(_ acting: Acting, in db: Database) throws -> Condition {
    let pairs = try Row.fetchAll(db, sql: "SELECT marking, agency FROM \(table)_sight")
    let seen = pairs.map { ($0["marking"] as String, $0["agency"] as String) }.filter { text, agency in
      guard let marking = Marking(text: text) else { return false }
      let object = Protected(kind: kind, marking: marking, ownerAgency: agency, side: kind.side)
      return decide(acting.viewer, .see, object, for: acting.purpose).isPermitted
    }
    guard !seen.isEmpty else { return Condition(condition: "FALSE", arguments: []) }
    let marks = seen.map { _ in "(?, ?)" }.joined(separator: ", ")
    return Condition(
      condition: "(\(table).marking, \(table).agency) IN (VALUES \(marks))",
      arguments: StatementArguments(seen.flatMap { [$0.0, $0.1] }))
  }
}
