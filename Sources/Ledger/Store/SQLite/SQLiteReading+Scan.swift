import GRDB

extension SQLiteReading {
  package func scan(from first: Int64, through last: Int64, _ body: (ScannedRow) throws -> Void) throws {
    let rows = try SQLiteRows(
      database,
      """
      SELECT sequence, recorded, about, version, kind, aggregate, actor, agency, purpose, marking, command, leaf, sealed
      FROM entry WHERE sequence BETWEEN ? AND ? ORDER BY sequence
      """, [first, last])
    while try rows.next() {
      try body(
        ScannedRow(
          sequence: rows.integer(0) ?? 0, recordedMilliseconds: rows.integer(1), aboutMilliseconds: rows.integer(2),
          version: rows.integer(3), kind: rows.bytes(4), aggregate: rows.bytes(5), actor: rows.bytes(6),
          agency: rows.bytes(7), purpose: rows.bytes(8), marking: rows.bytes(9), command: rows.bytes(10),
          leaf: rows.bytes(11), sealed: rows.bytes(12)))
    }
  }

  package func scanNodes(
    level: Int, from first: Int64, through last: Int64, _ body: (Int64, TreeHash?) throws -> Void
  ) throws {
    let rows =
      if level == 0 {
        try SQLiteRows(
          database, "SELECT sequence - 1, leaf FROM entry WHERE sequence BETWEEN ? AND ? ORDER BY sequence",
          [first + 1, last + 1])
      } else {
        try SQLiteRows(
          database,
          "SELECT \"index\", hash FROM tree WHERE level = ? AND \"index\" BETWEEN ? AND ? ORDER BY \"index\"",
          [level, first, last])
      }
    while try rows.next() { try body(rows.integer(0) ?? -1, rows.bytes(1).flatMap { TreeHash($0) }) }
  }

  package func scanIndex(_ index: EntryIndex, _ body: (IndexRow) throws -> Void) throws {
    let rows = try SQLiteRows(database, index.query)
    while try rows.next() {
      try body(
        IndexRow(
          sequence: rows.integer(0) ?? 0, number: rows.integer(1) ?? 0, first: rows.bytes(2), second: rows.bytes(3)))
    }
  }

  package func firstMissing(in index: EntryIndex) throws -> Int64? {
    let rows = try SQLiteRows(database, index.missing)
    return try rows.next() ? rows.integer(0) : nil
  }

  package func rowCount() throws -> Int64 {
    try Int64.fetchOne(database, sql: "SELECT COUNT(*) FROM entry NOT INDEXED") ?? 0
  }

  package func nodeCount() throws -> Int64 {
    try Int64.fetchOne(database, sql: "SELECT COUNT(*) FROM tree") ?? 0
  }
}

extension EntryIndex {
  /// Reads the index alone, in its order.
  fileprivate var query: String {
    switch self {
    case .aggregate:
      "SELECT sequence, version, aggregate, NULL FROM entry INDEXED BY entry_aggregate ORDER BY aggregate, version"
    case .recorded: "SELECT sequence, recorded, NULL, NULL FROM entry INDEXED BY entry_recorded ORDER BY recorded"
    case .command:
      """
      SELECT sequence, 0, command, actor FROM entry INDEXED BY entry_command
      WHERE command IS NOT NULL ORDER BY command, actor
      """
    case .ownKind:
      """
      SELECT sequence, 0, kind, NULL FROM entry INDEXED BY entry_own_kind
      WHERE kind >= 'ledger.' AND kind < 'ledger/' ORDER BY kind, sequence
      """
    }
  }

  /// Looks every entry up by what its own row says.
  fileprivate var missing: String {
    let own = "kind >= 'ledger.' AND kind < 'ledger/'"
    let (name, belongs, condition) =
      switch self {
      case .aggregate: ("entry_aggregate", "TRUE", "aggregate = e.aggregate AND version = e.version")
      case .recorded: ("entry_recorded", "TRUE", "recorded = e.recorded")
      case .command:
        ("entry_command", "command IS NOT NULL", "command IS NOT NULL AND command = e.command AND actor = e.actor")
      case .ownKind: ("entry_own_kind", own, "\(own) AND kind = e.kind")
      }
    return """
      SELECT sequence FROM entry AS e NOT INDEXED WHERE \(belongs) AND NOT EXISTS (
        SELECT 1 FROM entry INDEXED BY \(name) WHERE \(condition) AND sequence = e.sequence)
      ORDER BY sequence LIMIT 1
      """
  }
}
