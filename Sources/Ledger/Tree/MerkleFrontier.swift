/// The right edge of a growing tree: the roots of its largest complete subtrees, from which its root hash follows.
///
/// There is one subtree for each bit that is set in the size, the largest first.
package struct MerkleFrontier: Hashable, Sendable {
  /// How many leaves the tree has.
  package private(set) var size: Int64 = 0

  private var subtrees: [TreeHash] = []

  /// Starts with the tree without leaves.
  package init() {}

  /// Takes up a tree where it was left, in as many look-ups as there are bits set in its size.
  ///
  /// - Parameter node: Gives the hash of a complete node by its level above the leaves and its index in the level.
  package init(size: Int64, node: (_ level: Int, _ index: Int64) throws -> TreeHash) rethrows {
    self.size = size
    subtrees = try MerkleTree.completeSubtrees(from: 0, to: size).map { try node($0.level, $0.index) }
  }

  /// The root hash over all leaves.
  package var root: TreeHash { MerkleTree.fold(subtrees) }

  /// The root hash when the roots of smaller subtrees, the largest first, follow on the right.
  func root(followedBy smaller: [TreeHash]) -> TreeHash { MerkleTree.fold(subtrees + smaller) }

  /// Adds a leaf.
  ///
  /// - Parameter completed: Is given each node above the leaves that the leaf completes, the lowest first.
  package mutating func append(
    _ leaf: TreeHash, completed: (_ level: Int, _ index: Int64, _ hash: TreeHash) throws -> Void
  ) rethrows {
    var hash = leaf
    var level = 0
    var index = size
    while index & 1 == 1, let left = subtrees.popLast() {
      hash = .node(left, hash)
      level += 1
      index >>= 1
      try completed(level, index, hash)
    }
    subtrees.append(hash)
    size += 1
  }
}
