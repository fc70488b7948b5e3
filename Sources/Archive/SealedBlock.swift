public import Geodesy

/// A block whose bytes will not change any more, with the hash that is to be anchored in the ledger.
public struct SealedBlock: Hashable, Sendable {
  /// The block's number in this archive; numbers grow and are never used again.
  public let id: Int64
  /// SHA-256 over the stored bytes: the head, then each page in order.
  public let hash: [UInt8]
  /// The earliest moment of receiving in the block.
  public let from: Instant
  /// The latest moment of receiving in the block.
  public let to: Instant
  /// Positions in the block.
  public let count: Int
  /// Bytes stored.
  public let bytes: Int
  /// The block that this one took the place of, when it was thinned or something was erased from it.
  public let replaces: BlockReference?
  /// The step of the thinning rule that it was last put through; 0 for none.
  public let thinningStep: Int

  /// The hash as 64 hexadecimal digits.
  public var hashText: String { hexadecimal(hash) }
}

/// A block by its number and the hash of its bytes, as it is anchored in the ledger.
public struct BlockReference: Hashable, Sendable {
  /// The block's number.
  public let id: Int64
  /// SHA-256 over its stored bytes.
  public let hash: [UInt8]

  /// A reference.
  public init(id: Int64, hash: [UInt8]) {
    self.id = id
    self.hash = hash
  }
}

/// What the ledger recorded about one block: that it was sealed, and which one it replaced.
public struct BlockAnchor: Hashable, Sendable {
  /// The block that was sealed; nil when a block was removed for good.
  public let block: BlockReference?
  /// The block that went in the same step.
  public let replaces: BlockReference?

  /// An anchor.
  public init(block: BlockReference?, replaces: BlockReference?) {
    self.block = block
    self.replaces = replaces
  }
}

/// One thing that happened to the blocks and is to be anchored in the ledger.
public enum BlockChange: Hashable, Sendable {
  /// Ten minutes of positions were sealed.
  case sealed(SealedBlock)
  /// A block took the place of a fuller one, which it names.
  case thinned(SealedBlock)
  /// A block reached the end of its time and was removed.
  case removed(BlockReference)

  /// The change as the ledger is to hold it.
  public var anchor: BlockAnchor {
    switch self {
    case .sealed(let block), .thinned(let block):
      BlockAnchor(block: BlockReference(id: block.id, hash: block.hash), replaces: block.replaces)
    case .removed(let reference): BlockAnchor(block: nil, replaces: reference)
    }
  }
}

func hexadecimal(_ bytes: some Sequence<UInt8>) -> String {
  let digits = Array("0123456789abcdef".utf8)
  return String(decoding: bytes.flatMap { [digits[Int($0 >> 4)], digits[Int($0 & 15)]] }, as: UTF8.self)
}
