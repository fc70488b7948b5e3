/// The stored form of an entry: what the tree is over.
package struct StoredEntry: Hashable, Sendable {
  package var sequence: Int64
  package var sealed: [UInt8]
  package var leaf: TreeHash

  package init(sequence: Int64, sealed: [UInt8], leaf: TreeHash) {
    self.sequence = sequence
    self.sealed = sealed
    self.leaf = leaf
  }
}
