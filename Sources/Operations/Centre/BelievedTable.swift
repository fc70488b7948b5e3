import GRDB

/// A view's table whose rows carry the sequences from and to which they were believed.
///
/// A row is never edited: a newer belief under the same key ends the former one. So "as known at" is a condition
/// (`AsKnown.condition`), not a replay.
struct BelievedTable: Sendable {
  /// A column with its SQLite type.
  struct Column: Sendable {
    let name: String
    let type: String

    static func text(_ name: String) -> Column { Column(name: name, type: "TEXT") }
    static func integer(_ name: String) -> Column { Column(name: name, type: "INTEGER") }
  }

  let name: String
  /// The columns that say which thing a row is about.
  let key: [Column]
  /// The columns that say what is believed of it.
  let values: [Column]

  func create(_ db: Database) throws {
    let columns = (key.map { "\($0.name) \($0.type) NOT NULL" } + values.map { "\($0.name) \($0.type)" })
      .joined(separator: ", ")
    let keyNames = key.map(\.name).joined(separator: ", ")
    try db.execute(
      sql: """
        CREATE TABLE \(name) (\(columns), believed_from INTEGER NOT NULL, believed_to INTEGER);
        CREATE UNIQUE INDEX \(name)_now ON \(name) (\(keyNames)) WHERE believed_to IS NULL;
        CREATE INDEX \(name)_then ON \(name) (\(keyNames), believed_from);
        """)
  }

  func drop(_ db: Database) throws {
    try db.execute(sql: "DROP TABLE IF EXISTS \(name)")
  }

  /// Ends what was believed under the row's key and begins to believe the row.
  ///
  /// - Parameter row: a value for each column of the key, and for those others that are not null.
  func believe(_ row: [String: (any DatabaseValueConvertible)?], from sequence: Int64, in db: Database) throws {
    try cease(row, at: sequence, in: db)
    let columns = (key + values).map(\.name)
    let names = columns.joined(separator: ", ")
    let marks = columns.map { _ in "?" }.joined(separator: ", ")
    try db.cachedStatement(sql: "INSERT INTO \(name) (\(names), believed_from) VALUES (\(marks), ?)")
      .execute(arguments: StatementArguments(columns.map { value(row, $0) } + [sequence.databaseValue]))
  }

  /// Believes a changed copy of the row that is believed now; does nothing when none is.
  func revise(
    _ keyValues: [String: (any DatabaseValueConvertible)?], with changes: [String: (any DatabaseValueConvertible)?],
    from sequence: Int64, in db: Database
  ) throws {
    guard let current = try now(keyValues, in: db) else { return }
    var row: [String: (any DatabaseValueConvertible)?] = [:]
    for column in key + values { row[column.name] = current[column.name] as DatabaseValue }
    for (column, value) in changes { row[column] = value }
    try believe(row, from: sequence, in: db)
  }

  /// Ends what was believed under the key, if anything was.
  func cease(_ keyValues: [String: (any DatabaseValueConvertible)?], at sequence: Int64, in db: Database) throws {
    try db.cachedStatement(sql: "UPDATE \(name) SET believed_to = ? WHERE \(keyCondition) AND believed_to IS NULL")
      .execute(arguments: StatementArguments([sequence.databaseValue] + keyArguments(keyValues)))
  }

  /// The row that is believed now under the key.
  func now(_ keyValues: [String: (any DatabaseValueConvertible)?], in db: Database) throws -> Row? {
    let statement = try db.cachedStatement(sql: "SELECT * FROM \(name) WHERE \(keyCondition) AND believed_to IS NULL")
    return try Row.fetchOne(statement, arguments: StatementArguments(keyArguments(keyValues)))
  }

  private var keyCondition: String {
    key.map { "\($0.name) = ?" }.joined(separator: " AND ")
  }

  private func keyArguments(
    _ keyValues: [String: (any DatabaseValueConvertible)?]
  ) -> [DatabaseValue] {
    key.map { value(keyValues, $0.name) }
  }

  private func value(
    _ row: [String: (any DatabaseValueConvertible)?], _ column: String
  ) -> DatabaseValue {
    guard let value = row[column] else { return .null }
    return value?.databaseValue ?? .null
  }
}
