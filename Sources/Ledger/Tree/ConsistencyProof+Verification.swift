extension ConsistencyProof {
  /// Whether the proof joins both roots (RFC 9162, section 2.1.4.2).
  public func joins(oldRootHash: [UInt8], newRootHash: [UInt8]) -> Bool {
    guard oldSize >= 0, oldSize <= newSize else { return false }
    if oldSize == newSize { return path.isEmpty && oldRootHash == newRootHash }
    // Every tree continues the empty one.
    if oldSize == 0 { return path.isEmpty && oldRootHash == TreeHash.emptyRoot.bytes }
    guard let roots = roots(oldRootHash: oldRootHash) else { return false }
    return roots.old.bytes == oldRootHash && roots.new.bytes == newRootHash
  }

  /// Whether the proof shows that a tree with the new root does not continue one with the old root.
  ///
  /// The hashes of the path that lead to the new root are those of the tree with that root, so the old root that follows
  /// from them is the one that this tree had. Where the old tree is complete, the path leaves its root out, and nothing
  /// is shown.
  package func refutes(oldRootHash: [UInt8], newRootHash: [UInt8]) -> Bool {
    guard oldSize > 0, oldSize < newSize, oldSize & (oldSize - 1) != 0,
      let roots = roots(oldRootHash: oldRootHash)
    else { return false }
    return roots.new.bytes == newRootHash && roots.old.bytes != oldRootHash
  }

  /// Both roots as they follow from the path; nil when it is too short or too long.
  private func roots(oldRootHash: [UInt8]) -> (old: TreeHash, new: TreeHash)? {
    var hashes = path.map { TreeHash($0) }[...]
    // The root of an old tree that is complete is known to the verifier and left out of the path.
    if oldSize & (oldSize - 1) == 0 { hashes = [TreeHash(oldRootHash)] + hashes }
    guard let first = hashes.popFirst(), let start = first else { return nil }
    var index = oldSize - 1
    var last = newSize - 1
    while index & 1 == 1 {
      index >>= 1
      last >>= 1
    }
    var (old, new) = (start, start)
    for hash in hashes {
      guard last > 0, let hash else { return nil }
      if index & 1 == 1 || index == last {
        old = .node(hash, old)
        new = .node(hash, new)
        while index & 1 == 0, index != 0 {
          index >>= 1
          last >>= 1
        }
      } else {
        new = .node(new, hash)
      }
      index >>= 1
      last >>= 1
    }
    return last == 0 ? (old, new) : nil
  }
}
