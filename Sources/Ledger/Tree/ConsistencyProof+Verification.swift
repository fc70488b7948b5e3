extension ConsistencyProof {
  /// Whether the proof joins both roots (RFC 9162, section 2.1.4.2).
  public func joins(oldRootHash: [UInt8], newRootHash: [UInt8]) -> Bool {
    guard oldSize >= 0, oldSize <= newSize else { return false }
    if oldSize == newSize { return path.isEmpty && oldRootHash == newRootHash }
    // Every tree continues the empty one.
    if oldSize == 0 { return path.isEmpty && oldRootHash == TreeHash.emptyRoot.bytes }
    var hashes = path.map { TreeHash($0) }[...]
    // The root of an old tree that is complete is known to the verifier and left out of the path.
    if oldSize & (oldSize - 1) == 0 { hashes = [TreeHash(oldRootHash)] + hashes }
    guard let first = hashes.popFirst(), let start = first else { return false }
    var index = oldSize - 1
    var last = newSize - 1
    while index & 1 == 1 {
      index >>= 1
      last >>= 1
    }
    var (old, new) = (start, start)
    for hash in hashes {
      guard last > 0, let hash else { return false }
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
    return last == 0 && old.bytes == oldRootHash && new.bytes == newRootHash
  }
}
