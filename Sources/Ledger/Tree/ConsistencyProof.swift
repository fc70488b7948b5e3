/// The evidence that a tree is a continuation of a smaller one (RFC 9162, section 2.1.4).
public struct ConsistencyProof: Hashable, Sendable {
  /// The size of the earlier tree.
  public var oldSize: Int64

  /// The size of the later tree.
  public var newSize: Int64

  /// The hashes from which both roots follow.
  public var path: [[UInt8]]

  /// Makes a proof out of its fields.
  public init(oldSize: Int64, newSize: Int64, path: [[UInt8]]) {
    self.oldSize = oldSize
    self.newSize = newSize
    self.path = path
  }
}
