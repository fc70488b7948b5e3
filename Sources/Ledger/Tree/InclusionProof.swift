/// The evidence that one entry stands in a tree of a given size (RFC 9162, section 2.1.3).
public struct InclusionProof: Hashable, Sendable {
  /// The entry's sequence, counted from 1; its leaf index is one less.
  public var sequence: Int64

  /// The size of the tree.
  public var size: Int64

  /// The entry's leaf hash.
  public var leafHash: [UInt8]

  /// The hashes from the leaf's sibling up to the child of the root.
  public var path: [[UInt8]]

  /// Makes a proof out of its fields.
  public init(sequence: Int64, size: Int64, leafHash: [UInt8], path: [[UInt8]]) {
    self.sequence = sequence
    self.size = size
    self.leafHash = leafHash
    self.path = path
  }
}
