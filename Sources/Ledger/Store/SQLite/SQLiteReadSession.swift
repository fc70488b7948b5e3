package import GRDB

/// Reads the tables of a ledger through one SQLite connection.
package struct SQLiteReadSession: EntryReading, SQLiteReading {
  package let database: Database

  package var views: Database { database }
}

/// What both kinds of session read in the same way.
package protocol SQLiteReading {
  var database: Database { get }
}

extension SQLiteReading {
  package func size() throws -> Int64 {
    try int64("SELECT MAX(sequence) FROM entry") ?? 0
  }

  package func stored(_ sequence: Int64) throws -> StoredEntry? {
    try stored(from: sequence, limit: 1).first { $0.sequence == sequence }
  }

  package func stored(from sequence: Int64, limit: Int) throws -> [StoredEntry] {
    try stored("sequence >= ? ORDER BY sequence LIMIT ?", [sequence, limit])
  }

  package func stored(of aggregate: String, afterVersion version: Int64, limit: Int) throws -> [StoredEntry] {
    try stored("aggregate = ? AND version > ? ORDER BY version LIMIT ?", [aggregate, version, limit])
  }

  private func stored(_ condition: String, _ arguments: StatementArguments) throws -> [StoredEntry] {
    let statement = try database.cachedStatement(sql: "SELECT sequence, leaf, sealed FROM entry WHERE \(condition)")
    var entries: [StoredEntry] = []
    let rows = try Row.fetchCursor(statement, arguments: arguments)
    while let row = try rows.next() {
      guard let sequence: Int64 = row[0], let leaf = try row.bytes(1).flatMap({ TreeHash($0) }),
        let sealed = try row.bytes(2)
      else {
        throw LedgerError(.corrupt, "A row cannot be read; run verify.", place: "entry \(row[0] as Int64? ?? 0)")
      }
      entries.append(StoredEntry(sequence: sequence, sealed: sealed, leaf: leaf))
    }
    return entries
  }

  package func node(_ node: MerkleTree.Node) throws -> TreeHash? {
    let bytes: [UInt8]?
    if node.level == 0 {
      bytes = try row("SELECT leaf FROM entry WHERE sequence = ?", [node.index + 1])?.bytes(0)
    } else {
      bytes = try row("SELECT hash FROM tree WHERE level = ? AND \"index\" = ?", [node.level, node.index])?.bytes(0)
    }
    return bytes.flatMap { TreeHash($0) }
  }

  package func version(of aggregate: String) throws -> Int64 {
    try int64("SELECT MAX(version) FROM entry WHERE aggregate = ?", [aggregate]) ?? 0
  }

  package func receipt(idempotencyKey: String, actor: String) throws -> AppendReceipt? {
    let found = try row(
      """
      SELECT MIN(sequence), MAX(sequence), MIN(recorded) FROM entry
      WHERE command IS NOT NULL AND command = ? AND actor = ?
      """, [idempotencyKey, actor])
    guard let found, let first: Int64 = found[0], let last: Int64 = found[1], let recorded: Int64 = found[2] else {
      return nil
    }
    return AppendReceipt(firstSequence: first, lastSequence: last, recordedMilliseconds: recorded, repeated: true)
  }

  package func lastSequence(recordedAtOrBefore milliseconds: Int64) throws -> Int64 {
    // The index is walked down from the time asked for. Where the clock has been set back, a later entry can bear an
    // earlier time; the latest of the entries that bear the nearest time is what was known then.
    try int64(
      "SELECT sequence FROM entry WHERE recorded <= ? ORDER BY recorded DESC, sequence DESC LIMIT 1", [milliseconds])
      ?? 0
  }

  package func sequences(ofKind kind: String, after sequence: Int64) throws -> [Int64] {
    let statement = try database.cachedStatement(
      sql: """
        SELECT sequence FROM entry
        WHERE kind >= 'ledger.' AND kind < 'ledger/' AND kind = ? AND sequence > ? ORDER BY sequence
        """)
    return try Int64.fetchAll(statement, arguments: [kind, sequence])
  }

  package func checkpoints() throws -> [StoredCheckpoint] {
    let statement = try database.cachedStatement(sql: "SELECT size, note FROM checkpoint ORDER BY size")
    return try Row.fetchAll(statement).map { row in
      guard let size: Int64 = row[0], let note: String = row[1] else {
        throw LedgerError(.corrupt, "A checkpoint cannot be read; run verify.", place: "table checkpoint")
      }
      return StoredCheckpoint(size: size, note: note)
    }
  }

  package func latestCheckpoint() throws -> StoredCheckpoint? {
    guard let row = try row("SELECT size, note FROM checkpoint ORDER BY size DESC LIMIT 1", []) else { return nil }
    guard let size: Int64 = row[0], let note: String = row[1] else {
      throw LedgerError(.corrupt, "A checkpoint cannot be read; run verify.", place: "table checkpoint")
    }
    return StoredCheckpoint(size: size, note: note)
  }

  package func cosignatures(size: Int64) throws -> [StoredCosignature] {
    // A store of an older format that is read beside the program that wrote it has none.
    guard try database.tableExists("cosignature") else { return [] }
    let statement = try database.cachedStatement(
      sql: "SELECT witness, \"key\", line FROM cosignature WHERE size = ? ORDER BY witness")
    return try Row.fetchAll(statement, arguments: [size]).map { row in
      guard let witness: String = row[0], let key: String = row[1], let line: String = row[2] else {
        throw LedgerError(.corrupt, "A cosignature cannot be read; run verify.", place: "table cosignature")
      }
      return StoredCosignature(size: size, witness: witness, key: key, line: line)
    }
  }

  package func cosignedSize(witness: String) throws -> Int64 {
    guard try database.tableExists("cosignature") else { return 0 }
    return try int64("SELECT MAX(size) FROM cosignature WHERE witness = ?", [witness]) ?? 0
  }

  package func setting(_ setting: StoreSetting) throws -> String? {
    try row("SELECT value FROM setting WHERE name = ?", [setting.rawValue])?[0]
  }

  package func viewPositions() throws -> [ViewPosition] {
    let statement = try database.cachedStatement(sql: "SELECT name, version, position FROM view ORDER BY name")
    return try Row.fetchAll(statement).map { row in
      guard let name: String = row[0], let version: Int = row[1], let sequence: Int64 = row[2] else {
        throw LedgerError(.corrupt, "A view's position cannot be read; run rebuild.", place: "table view")
      }
      return ViewPosition(name: name, version: version, sequence: sequence)
    }
  }

  private func row(_ sql: String, _ arguments: StatementArguments) throws -> Row? {
    try Row.fetchOne(try database.cachedStatement(sql: sql), arguments: arguments)
  }

  private func int64(_ sql: String, _ arguments: StatementArguments = StatementArguments()) throws -> Int64? {
    try Int64.fetchOne(try database.cachedStatement(sql: sql), arguments: arguments)
  }
}

extension Row {
  /// The bytes of a blob column; nil when it is null.
  func bytes(_ index: Int) throws -> [UInt8]? {
    try withUnsafeData(atIndex: index) { $0.map { [UInt8]($0) } }
  }
}
