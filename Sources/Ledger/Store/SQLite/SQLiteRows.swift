import GRDB
import GRDBSQLite

/// Steps through the rows of a statement and shows their columns where they lie, without making values of them: a
/// verification looks at each column of a million rows once.
///
/// What it shows is valid until the next step.
struct SQLiteRows {
  private let statement: Statement

  init(_ database: Database, _ sql: String, _ arguments: StatementArguments = StatementArguments()) throws {
    statement = try database.makeStatement(sql: sql)
    try statement.setArguments(arguments)
  }

  /// Goes to the next row.
  ///
  /// - Returns: Whether there is one.
  func next() throws -> Bool {
    switch sqlite3_step(statement.sqliteStatement) {
    case SQLITE_ROW: return true
    case SQLITE_DONE: return false
    case let code:
      let message = sqlite3_db_handle(statement.sqliteStatement).flatMap { sqlite3_errmsg($0) }.map {
        String(cString: $0)
      }
      throw DatabaseError(resultCode: ResultCode(rawValue: code), message: message, sql: statement.sql)
    }
  }

  /// The number in a column; nil when it holds something else.
  func integer(_ column: Int32) -> Int64? {
    guard sqlite3_column_type(statement.sqliteStatement, column) == SQLITE_INTEGER else { return nil }
    return sqlite3_column_int64(statement.sqliteStatement, column)
  }

  /// The bytes of a text or a blob in a column; nil when it holds something else.
  func bytes(_ column: Int32) -> UnsafeRawBufferPointer? {
    switch sqlite3_column_type(statement.sqliteStatement, column) {
    case SQLITE_TEXT, SQLITE_BLOB:
      let start = sqlite3_column_blob(statement.sqliteStatement, column)
      return UnsafeRawBufferPointer(start: start, count: Int(sqlite3_column_bytes(statement.sqliteStatement, column)))
    default: return nil
    }
  }
}
