/// Root hashes and proofs over the complete nodes of a tree (RFC 9162, section 2.1).
///
/// A node of level L and index I is complete when the leaves from I·2^L to (I + 1)·2^L - 1 exist; its hash never
/// changes after that. What is incomplete lies on the right edge and is put together from complete nodes, so every
/// function here makes a number of look-ups that grows with the logarithm of the size.
package struct MerkleTree {
  /// The place of a complete node.
  package struct Node: Hashable, Sendable {
    package var level: Int
    package var index: Int64
  }

  /// Gives the hash of a complete node.
  private let hash: (Node) throws -> TreeHash

  /// The hash of a complete node.
  package func hash(of node: Node) throws -> TreeHash { try hash(node) }

  package init(hash: @escaping (Node) throws -> TreeHash) {
    self.hash = hash
  }

  /// The root of the tree over the first `size` leaves.
  package func root(size: Int64) throws -> TreeHash {
    try root(from: 0, to: size)
  }

  /// The path of the inclusion proof of a leaf, counted from 0 (section 2.1.3.1).
  package func inclusionPath(leaf: Int64, size: Int64) throws -> [TreeHash] {
    var path: [TreeHash] = []
    var (low, high) = (Int64(0), size)
    while high - low > 1 {
      let middle = low + Self.split(high - low)
      if leaf < middle {
        path.append(try root(from: middle, to: high))
        high = middle
      } else {
        path.append(try root(from: low, to: middle))
        low = middle
      }
    }
    return path.reversed()
  }

  /// The path of the proof that the tree of the new size continues that of the old size (section 2.1.4.1).
  package func consistencyPath(from oldSize: Int64, to newSize: Int64) throws -> [TreeHash] {
    guard oldSize > 0, oldSize < newSize else { return [] }
    var path: [TreeHash] = []
    var (low, high) = (Int64(0), newSize)
    while oldSize != high {
      let middle = low + Self.split(high - low)
      if oldSize <= middle {
        path.append(try root(from: middle, to: high))
        high = middle
      } else {
        path.append(try root(from: low, to: middle))
        low = middle
      }
    }
    // A verifier knows the root of the old tree; it needs the hash only where that is not the whole of it.
    if low > 0 { path.append(try root(from: low, to: high)) }
    return path.reversed()
  }

  private func root(from low: Int64, to high: Int64) throws -> TreeHash {
    Self.fold(try Self.completeSubtrees(from: low, to: high).map(hash))
  }
}

extension MerkleTree {
  /// The largest complete subtrees over the leaves from `low` up to but not including `high`, from left to right, where
  /// `low` is a multiple of the size of the first.
  static func completeSubtrees(from low: Int64, to high: Int64) -> [Node] {
    var nodes: [Node] = []
    var start = low
    while start < high {
      let level = Int64.bitWidth - 1 - (high - start).leadingZeroBitCount
      nodes.append(Node(level: level, index: start >> Int64(level)))
      start += 1 << Int64(level)
    }
    return nodes
  }

  /// The root over neighbouring subtrees, of which each is larger than those right of it.
  static func fold(_ subtrees: [TreeHash]) -> TreeHash {
    guard var root = subtrees.last else { return .emptyRoot }
    for left in subtrees.dropLast().reversed() { root = .node(left, root) }
    return root
  }

  /// The largest power of two below a number that is greater than 1.
  private static func split(_ count: Int64) -> Int64 {
    1 << Int64(Int64.bitWidth - 1 - (count - 1).leadingZeroBitCount)
  }
}
