import Testing

@testable import Ledger

@Suite("Merkle tree")
struct MerkleTreeTests {
  static let greatestSize = 70
  static let leaves = (0..<greatestSize).map { index in [UInt8](repeating: UInt8(index), count: index % 9) }

  /// A tree grown leaf by leaf, whose nodes are kept as a store keeps them.
  static func grown(_ size: Int) -> (frontier: MerkleFrontier, tree: MerkleTree) {
    var nodes: [MerkleTree.Node: TreeHash] = [:]
    var frontier = MerkleFrontier()
    for (index, leaf) in leaves.prefix(size).enumerated() {
      nodes[MerkleTree.Node(level: 0, index: Int64(index))] = .leaf(leaf)
      frontier.append(.leaf(leaf)) { level, index, hash in nodes[MerkleTree.Node(level: level, index: index)] = hash }
    }
    struct Missing: Error {}
    let kept = nodes
    return (
      frontier,
      MerkleTree { node in
        guard let hash = kept[node] else { throw Missing() }
        return hash
      }
    )
  }

  private func hex(_ bytes: [UInt8]) -> String {
    bytes.map { ($0 < 16 ? "0" : "") + String($0, radix: 16) }.joined()
  }

  /// The hashes that implementations of RFC 6962 have shared from the start: the empty tree, the empty leaf, and the
  /// roots over eight given leaves.
  @Test func rootsAreThoseThatEveryImplementationHas() {
    #expect(hex(TreeHash.emptyRoot.bytes) == "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855")
    #expect(hex(TreeHash.leaf([UInt8]()).bytes) == "6e340b9cffb37a989ca544e6bb780a2c78901d3fb33738768511a30617afa01d")
    let leaves: [[UInt8]] = [
      [], [0x00], [0x10], [0x20, 0x21], [0x30, 0x31], [0x40, 0x41, 0x42, 0x43],
      [0x50, 0x51, 0x52, 0x53, 0x54, 0x55, 0x56, 0x57],
      [0x60, 0x61, 0x62, 0x63, 0x64, 0x65, 0x66, 0x67, 0x68, 0x69, 0x6A, 0x6B, 0x6C, 0x6D, 0x6E, 0x6F],
    ]
    let roots = [
      "6e340b9cffb37a989ca544e6bb780a2c78901d3fb33738768511a30617afa01d",
      "fac54203e7cc696cf0dfcb42c92a1d9dbaf70ad9e621f4bd8d98662f00e3c125",
      "aeb6bcfe274b70a14fb067a5e5578264db0fa9b51af5e0ba159158f329e06e77",
      "d37ee418976dd95753c1c73862b9398fa2a2cf9b4ff0fdfe8b30cd95209614b7",
      "4e3bbb1f7b478dcfe71fb631631519a3bca12c9aefca1612bfce4c13a86264d4",
      "76e67dadbcdf1e10e1b74ddc608abd2f98dfb16fbce75277b5232a127f2087ef",
      "ddb89be403809e325750d3d263cd78929c2942b7942a34b77e122c9594a74c8c",
      "5dc9da79a70659a9ad559cb701ded9a2ab9d823aad2f4960cfe370eff4604328",
    ]
    var frontier = MerkleFrontier()
    for (leaf, root) in zip(leaves, roots) {
      frontier.append(.leaf(leaf)) { _, _, _ in }
      #expect(hex(frontier.root.bytes) == root)
    }
  }

  @Test func rootsOfAllSizesAreThoseOfTheDefinition() throws {
    let (_, tree) = Self.grown(Self.greatestSize)
    for size in 0...Self.greatestSize {
      let naive = NaiveTree.root(Self.leaves.prefix(size))
      #expect(Self.grown(size).frontier.root.bytes == naive)
      #expect(try tree.root(size: Int64(size)).bytes == naive)
    }
  }

  @Test func aFrontierTakenUpAgainGrowsOnAsBefore() throws {
    for size in 0..<Self.greatestSize {
      let (frontier, tree) = Self.grown(size)
      let takenUp = try MerkleFrontier(size: Int64(size)) { level, index in
        try tree.hash(of: MerkleTree.Node(level: level, index: index))
      }
      #expect(takenUp == frontier)
    }
  }

  @Test func inclusionProofsAreThoseOfTheDefinitionAndHold() throws {
    let (_, tree) = Self.grown(Self.greatestSize)
    for size in 1...Self.greatestSize {
      let leaves = Self.leaves.prefix(size)
      let root = NaiveTree.root(leaves)
      for leaf in 0..<size {
        let path = try tree.inclusionPath(leaf: Int64(leaf), size: Int64(size)).map(\.bytes)
        #expect(path == NaiveTree.path(leaf, leaves))
        var proof = InclusionProof(
          sequence: Int64(leaf) + 1, size: Int64(size), leafHash: TreeHash.leaf(Self.leaves[leaf]).bytes, path: path)
        #expect(proof.leads(to: root))
        proof.leafHash[0] ^= 1
        #expect(!proof.leads(to: root))
      }
    }
  }

  @Test func consistencyProofsAreThoseOfTheDefinitionAndHold() throws {
    let (_, tree) = Self.grown(Self.greatestSize)
    let roots = (0...Self.greatestSize).map { NaiveTree.root(Self.leaves.prefix($0)) }
    for newSize in 0...Self.greatestSize {
      for oldSize in 0...newSize {
        let path = try tree.consistencyPath(from: Int64(oldSize), to: Int64(newSize)).map(\.bytes)
        if oldSize > 0 { #expect(path == NaiveTree.proof(oldSize, Self.leaves.prefix(newSize))) }
        let proof = ConsistencyProof(oldSize: Int64(oldSize), newSize: Int64(newSize), path: path)
        #expect(proof.joins(oldRootHash: roots[oldSize], newRootHash: roots[newSize]))
        // Nothing is to be proven about what follows an empty tree.
        if oldSize > 0, oldSize < newSize {
          #expect(!proof.joins(oldRootHash: roots[newSize], newRootHash: roots[newSize]))
          #expect(!proof.joins(oldRootHash: roots[oldSize], newRootHash: roots[oldSize]))
        }
      }
    }
  }

  @Test func aProofOfTheWrongLengthOrPlaceDoesNotHold() throws {
    let (frontier, tree) = Self.grown(13)
    let root = frontier.root.bytes
    let path = try tree.inclusionPath(leaf: 5, size: 13).map(\.bytes)
    let leafHash = TreeHash.leaf(Self.leaves[5]).bytes
    func proof(_ sequence: Int64, _ size: Int64, _ path: [[UInt8]]) -> InclusionProof {
      InclusionProof(sequence: sequence, size: size, leafHash: leafHash, path: path)
    }
    #expect(proof(6, 13, path).leads(to: root))
    #expect(!proof(7, 13, path).leads(to: root))
    #expect(!proof(6, 13, Array(path.dropLast())).leads(to: root))
    #expect(!proof(6, 13, path + [leafHash]).leads(to: root))
    #expect(!proof(6, 13, path.map { Array($0.dropLast()) }).leads(to: root))
    #expect(!proof(0, 13, path).leads(to: root))
    #expect(!proof(14, 13, path).leads(to: root))
    #expect(!proof(.min, .max, path).leads(to: root))
  }
}
