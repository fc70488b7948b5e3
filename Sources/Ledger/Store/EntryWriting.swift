/// What can be written to a store within one transaction.
package protocol EntryWriting: EntryReading {
  /// Whether the transaction still stands; a full or failing disk can end it early.
  var isAlive: Bool { get }

  /// Appends the row of an entry. Sequences must follow one another without a gap.
  func insert(_ envelope: Envelope, sealed: [UInt8], leaf: TreeHash) throws

  /// Adds a complete node above the leaves.
  func insert(_ node: MerkleTree.Node, hash: TreeHash) throws

  /// Keeps a checkpoint; one of the same size stays as it is.
  func insert(_ checkpoint: StoredCheckpoint) throws

  /// Keeps a cosignature; one of the same size and witness stays as it is.
  func insert(_ cosignature: StoredCosignature) throws

  /// Sets a value that the store keeps beside the entries.
  func set(_ setting: StoreSetting, _ value: String) throws

  /// Notes how far a view has been folded.
  func set(_ position: ViewPosition) throws

  /// Runs a body whose effects are undone when it throws, while the transaction goes on.
  func savepoint<Result>(_ body: () throws -> Result) throws -> Result
}
