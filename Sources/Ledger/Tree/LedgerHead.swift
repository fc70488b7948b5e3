/// The size of a ledger and the root of the tree over its entries.
public struct LedgerHead: Hashable, Sendable {
  /// How many entries there are; also the sequence of the last.
  public var size: Int64

  /// The root hash of RFC 9162, section 2.1.1: 32 bytes.
  public var rootHash: [UInt8]

  /// Makes a head.
  public init(size: Int64, rootHash: [UInt8]) {
    self.size = size
    self.rootHash = rootHash
  }
}
