/// What the writer must know of the last entry to append the next.
struct LedgerTip: Sendable {
  var frontier: MerkleFrontier
  var lastLeaf: TreeHash
  var lastRecordedMilliseconds: Int64

  /// The tip of a ledger without entries: its first entry is chained to its origin.
  init(origin: String) {
    frontier = MerkleFrontier()
    lastLeaf = Self.beginning(origin: origin)
    lastRecordedMilliseconds = .min
  }

  /// The tip of a ledger as it is stored.
  ///
  /// - Throws: `corrupt` when the last entry or a node of the tree's right edge is missing or not what it should be.
  init(origin: String, store: any EntryReading) throws {
    self.init(origin: origin)
    let size = try store.size()
    if size == 0 { return }
    guard let last = try store.stored(size), TreeHash.leaf(last.sealed) == last.leaf else {
      throw LedgerError(
        .corrupt, "The last entry's bytes are not those that were written. Run verify, and restore from a backup.",
        place: "entry \(size)")
    }
    frontier = try MerkleFrontier(size: size) { level, index in
      guard let hash = try store.node(MerkleTree.Node(level: level, index: index)) else {
        throw LedgerError(
          .corrupt, "A node of the tree is missing. Run verify, and restore from a backup.",
          place: "level \(level), index \(index)")
      }
      return hash
    }
    lastLeaf = last.leaf
    do {
      lastRecordedMilliseconds = try SealedEntry(decoding: last.sealed).envelope.recordedMilliseconds
    } catch {
      throw LedgerError(.corrupt, "The last entry cannot be read. Run verify.", place: "entry \(size)", cause: error)
    }
  }

  var size: Int64 { frontier.size }

  var head: LedgerHead { LedgerHead(size: frontier.size, rootHash: frontier.root.bytes) }

  /// What the first entry names as the hash of the one before it.
  static func beginning(origin: String) -> TreeHash { .plain([UInt8](origin.utf8)) }
}
