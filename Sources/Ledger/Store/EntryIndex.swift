/// The ways in which a store finds entries other than by their sequence.
///
/// An index repeats what the rows say. One that says something else hides entries from whoever looks them up, so
/// verification compares each with the rows.
package enum EntryIndex: String, CaseIterable, Sendable {
  /// By aggregate and version.
  case aggregate
  /// By the time recorded.
  case recorded
  /// By idempotency key and actor; only entries with a key.
  case command
  /// By kind; only kinds that the ledger itself appends.
  case ownKind
}

/// A row of an index: what it says of an entry. Valid only during the scan.
package struct IndexRow {
  package var sequence: Int64
  /// The version, or the time recorded.
  package var number: Int64
  /// The aggregate, the idempotency key, or the kind.
  package var first: UnsafeRawBufferPointer?
  /// The actor.
  package var second: UnsafeRawBufferPointer?
}

extension EntryIndex {
  private static let ownKindPrefix = [UInt8](DraftRules.ownKindPrefix.utf8)

  /// What the index should say of a row; nil when the row does not belong into it.
  func row(of row: ScannedRow) -> IndexRow? {
    switch self {
    case .aggregate:
      IndexRow(sequence: row.sequence, number: row.version ?? 0, first: row.aggregate, second: nil)
    case .recorded:
      IndexRow(sequence: row.sequence, number: row.recordedMilliseconds ?? 0, first: nil, second: nil)
    case .command:
      row.command.map { IndexRow(sequence: row.sequence, number: 0, first: $0, second: row.actor) }
    case .ownKind:
      row.kind.flatMap { kind in
        kind.starts(with: Self.ownKindPrefix)
          ? IndexRow(sequence: row.sequence, number: 0, first: kind, second: nil) : nil
      }
    }
  }
}
