public import GRDB

/// The columns and conditions by which a view keeps what it once believed, so that the past is a query.
///
/// A row is believed from the entry that made it until the entry that replaced it. A view that wants to be asked "as
/// known at" puts `columns` among its own, closes rows with `end`, and puts `condition` into its queries.
public enum BelievedRows {
  /// The definition of both columns, for `CREATE TABLE`.
  public static let columns = "believed_from INTEGER NOT NULL, believed_to INTEGER"

  /// The condition that a row was believed once the entry of `:known` had been folded.
  public static let condition = "believed_from <= :known AND (believed_to IS NULL OR believed_to > :known)"

  /// The condition that a row is believed now.
  public static let now = "believed_to IS NULL"

  /// Ends the belief in the present rows of a table whose column has a value.
  ///
  /// - Returns: How many rows there were.
  @discardableResult
  public static func end(
    in table: String, where column: String, is value: some DatabaseValueConvertible, at sequence: Int64,
    _ db: Database
  ) throws -> Int {
    let statement = try db.cachedStatement(
      sql: """
        UPDATE \(table.quotedDatabaseIdentifier) SET believed_to = ?
        WHERE \(column.quotedDatabaseIdentifier) = ? AND believed_to IS NULL
        """)
    try statement.execute(arguments: [sequence, value])
    return db.changesCount
  }
}
