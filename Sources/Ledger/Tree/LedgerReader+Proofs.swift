extension LedgerReader {
  /// The proof that an entry stands in the tree of a size, by default the present one.
  ///
  /// - Throws: `notFound` when there is no such entry, or the tree has never had that size.
  public func inclusionProof(of sequence: Int64, size: Int64? = nil) throws -> InclusionProof {
    try store.read { session in
      let size = try checked(size ?? session.size(), session)
      guard sequence >= 1, sequence <= size else {
        throw LedgerError(.notFound, "There is no entry \(sequence) in the tree of size \(size).")
      }
      let leaf = try session.existing(MerkleTree.Node(level: 0, index: sequence - 1))
      let path = try session.tree.inclusionPath(leaf: sequence - 1, size: size)
      return InclusionProof(sequence: sequence, size: size, leafHash: leaf.bytes, path: path.map(\.bytes))
    }
  }

  /// The proof that the tree of one size continues that of a smaller one.
  ///
  /// - Throws: `notFound` when the tree has not had both sizes, `invalid` when the old one is the larger.
  public func consistencyProof(from oldSize: Int64, to newSize: Int64) throws -> ConsistencyProof {
    guard oldSize <= newSize else {
      throw LedgerError(
        .invalid, "A proof goes from the smaller tree to the larger, not from \(oldSize) to \(newSize).")
    }
    return try store.read { session in
      _ = try checked(oldSize, session)
      _ = try checked(newSize, session)
      let path = try session.tree.consistencyPath(from: oldSize, to: newSize)
      return ConsistencyProof(oldSize: oldSize, newSize: newSize, path: path.map(\.bytes))
    }
  }

  /// The head that the ledger had at a size.
  ///
  /// - Throws: `notFound` when the tree has never had that size.
  public func head(size: Int64) throws -> LedgerHead {
    try store.read { session in
      let size = try checked(size, session)
      return LedgerHead(size: size, rootHash: try session.tree.root(size: size).bytes)
    }
  }

  private func checked(_ size: Int64, _ session: any EntryReading) throws -> Int64 {
    let present = try session.size()
    guard size >= 0, size <= present else {
      throw LedgerError(.notFound, "The ledger has \(present) entries, so there is no tree of size \(size).")
    }
    return size
  }
}

extension EntryReading {
  /// The tree over the stored nodes.
  var tree: MerkleTree { MerkleTree { try existing($0) } }

  /// The hash of a node that must exist.
  func existing(_ node: MerkleTree.Node) throws -> TreeHash {
    guard let hash = try self.node(node) else {
      throw LedgerError(
        .corrupt, "A node of the tree is missing. Run verify, and restore from a backup.",
        place: "level \(node.level), index \(node.index)")
    }
    return hash
  }
}
