import Foundation
import GRDB

extension SQLiteReading {
  package func scan(from first: Int64, through last: Int64, _ body: (ScannedRow) throws -> Void) throws {
    // The texts come as one value: a value that is handed over costs more than SQLite's putting them together.
    let statement = try database.makeStatement(
      sql: """
        SELECT sequence, recorded, about, version,
          CAST(kind || char(0) || aggregate || char(0) || actor || char(0) || agency || char(0) || purpose || char(0)
            || marking || char(0) || CASE WHEN command IS NULL THEN '' ELSE '=' || command END AS BLOB),
          leaf, sealed
        FROM entry WHERE sequence BETWEEN ? AND ? ORDER BY sequence
        """)
    let rows = try Row.fetchCursor(statement, arguments: [first, last])
    while let row = try rows.next() {
      try row.withUnsafeData(atIndex: 4) { texts in
        try row.withUnsafeData(atIndex: 5) { leaf in
          try row.withUnsafeData(atIndex: 6) { sealed in
            try Self.withBuffer(texts) { texts in
              try Self.withBuffer(leaf) { leaf in
                try Self.withBuffer(sealed) { sealed in
                  try body(
                    ScannedRow(
                      sequence: row[0] as Int64? ?? 0, recordedMilliseconds: row[1], aboutMilliseconds: row[2],
                      version: row[3], texts: texts, leaf: leaf, sealed: sealed))
                }
              }
            }
          }
        }
      }
    }
  }

  package func scanNodes(
    level: Int, from first: Int64, through last: Int64, _ body: (Int64, TreeHash?) throws -> Void
  ) throws {
    let statement = try database.makeStatement(
      sql: "SELECT \"index\", hash FROM tree WHERE level = ? AND \"index\" BETWEEN ? AND ? ORDER BY \"index\"")
    let rows = try Row.fetchCursor(statement, arguments: [level, first, last])
    while let row = try rows.next() {
      let hash = try row.withUnsafeData(atIndex: 1) { data in
        data.flatMap { $0.withUnsafeBytes { TreeHash($0) } }
      }
      try body(row[0] as Int64? ?? -1, hash)
    }
  }

  package func rowCount() throws -> Int64 {
    try Int64.fetchOne(database, sql: "SELECT COUNT(*) FROM entry") ?? 0
  }

  package func nodeCount() throws -> Int64 {
    try Int64.fetchOne(database, sql: "SELECT COUNT(*) FROM tree") ?? 0
  }

  private static func withBuffer<Result>(
    _ data: Data?, _ body: (UnsafeRawBufferPointer?) throws -> Result
  ) rethrows -> Result {
    guard let data else { return try body(nil) }
    return try data.withUnsafeBytes { try body($0) }
  }
}
