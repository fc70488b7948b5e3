extension InclusionProof {
  /// Whether the proof leads from its leaf hash to the root of the tree (RFC 9162, section 2.1.3.2).
  public func leads(to rootHash: [UInt8]) -> Bool {
    guard sequence >= 1, sequence <= size, var hash = TreeHash(leafHash) else { return false }
    var index = sequence - 1
    var last = size - 1
    for bytes in path {
      guard last > 0, let sibling = TreeHash(bytes) else { return false }
      if index & 1 == 1 || index == last {
        hash = .node(sibling, hash)
        // At the right edge a node without sibling moves up unchanged.
        while index & 1 == 0, index != 0 {
          index >>= 1
          last >>= 1
        }
      } else {
        hash = .node(hash, sibling)
      }
      index >>= 1
      last >>= 1
    }
    return last == 0 && hash.bytes == rootHash
  }

  /// The leaf hash of an entry's stored bytes, with which a reader of a proof checks that it is about those bytes.
  public static func leafHash(ofSealedBytes bytes: [UInt8]) -> [UInt8] {
    TreeHash.leaf(bytes).bytes
  }
}
