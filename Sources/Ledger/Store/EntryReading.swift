package import GRDB

/// What can be read from a store within one snapshot.
package protocol EntryReading {
  /// The database in which the views lie. For SQLite it is the store itself; beside another engine it is a file of the
  /// desk's own.
  var views: Database { get }

  /// How many entries there are; also the sequence of the last.
  func size() throws -> Int64

  /// The stored form of an entry.
  func stored(_ sequence: Int64) throws -> StoredEntry?

  /// The stored forms of entries in the order of their sequence.
  func stored(from sequence: Int64, limit: Int) throws -> [StoredEntry]

  /// The hash of a complete node; level 0 are the leaves.
  func node(_ node: MerkleTree.Node) throws -> TreeHash?

  /// The latest version of an aggregate, 0 when it has none.
  func version(of aggregate: String) throws -> Int64

  /// What a command of an actor appended under an idempotency key.
  func receipt(idempotencyKey: String, actor: String) throws -> AppendReceipt?

  /// The largest sequence among the entries that were recorded at a time or before it, 0 when there is none.
  func lastSequence(recordedAtOrBefore milliseconds: Int64) throws -> Int64

  /// The sequences of entries of a kind after a sequence. Only kinds that the ledger itself appends are indexed.
  func sequences(ofKind kind: String, after sequence: Int64) throws -> [Int64]

  /// The entries of an aggregate after a version of it, in the order of their versions; at most `limit`.
  func stored(of aggregate: String, afterVersion version: Int64, limit: Int) throws -> [StoredEntry]

  /// The stored checkpoints, the smallest first.
  func checkpoints() throws -> [StoredCheckpoint]

  /// The stored checkpoint of the largest size.
  func latestCheckpoint() throws -> StoredCheckpoint?

  /// The cosignatures of the checkpoint of a size, by the name of the witness.
  func cosignatures(size: Int64) throws -> [StoredCosignature]

  /// The largest size of which a cosignature of a witness is kept; 0 when there is none.
  func cosignedSize(witness: String) throws -> Int64

  /// A value that the store keeps beside the entries.
  func setting(_ setting: StoreSetting) throws -> String?

  /// How far each view has been folded.
  func viewPositions() throws -> [ViewPosition]

  /// Hands the rows of a range of sequences to a body, plain columns and all, in their order.
  func scan(from first: Int64, through last: Int64, _ body: (ScannedRow) throws -> Void) throws

  /// Hands the stored nodes of a level to a body, in the order of their index; level 0 are the leaves.
  func scanNodes(level: Int, from first: Int64, through last: Int64, _ body: (Int64, TreeHash?) throws -> Void) throws

  /// Hands the rows of an index to a body, in the order of the index and read from it alone.
  func scanIndex(_ index: EntryIndex, _ body: (IndexRow) throws -> Void) throws

  /// The first entry that is not found by an index that should lead to it; nil when every one is found.
  func firstMissing(in index: EntryIndex) throws -> Int64?

  /// How many rows of entries are stored; more or fewer than `size` only when the store has been tampered with.
  func rowCount() throws -> Int64

  /// How many nodes above the leaves are stored.
  func nodeCount() throws -> Int64
}
