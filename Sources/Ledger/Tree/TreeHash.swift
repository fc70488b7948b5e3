import Crypto

/// A SHA-256 hash of the tree, as a value without a heap allocation of its own.
package struct TreeHash: Hashable, Sendable {
  package static let byteCount = 32

  // The hash's bytes in the order of memory.
  private var first: UInt64 = 0
  private var second: UInt64 = 0
  private var third: UInt64 = 0
  private var fourth: UInt64 = 0

  /// The hash made of 32 zero bytes, which no content has.
  package static let zero = TreeHash()

  private init() {}

  /// Takes over 32 bytes; nil when there are more or fewer.
  package init?(_ bytes: UnsafeRawBufferPointer) {
    guard bytes.count == Self.byteCount else { return nil }
    withUnsafeMutableBytes(of: &self) { $0.copyMemory(from: bytes) }
  }

  /// Takes over 32 bytes; nil when there are more or fewer.
  package init?(_ bytes: [UInt8]) {
    guard let hash = bytes.withUnsafeBytes({ TreeHash($0) }) else { return nil }
    self = hash
  }

  private init(_ digest: SHA256Digest) {
    digest.withUnsafeBytes { bytes in
      withUnsafeMutableBytes(of: &self) { $0.copyMemory(from: bytes) }
    }
  }

  package var bytes: [UInt8] { withBytes { [UInt8]($0) } }

  package func withBytes<Result>(_ body: (UnsafeRawBufferPointer) throws -> Result) rethrows -> Result {
    try Swift.withUnsafeBytes(of: self, body)
  }
}

extension TreeHash {
  /// The root of the tree without leaves: the hash of no bytes.
  package static let emptyRoot = TreeHash(SHA256.hash(data: [UInt8]()))

  /// The hash of bytes as such, outside the tree.
  package static func plain(_ bytes: [UInt8]) -> TreeHash {
    TreeHash(SHA256.hash(data: bytes))
  }

  /// The hash of a leaf: SHA-256 of a zero byte and the leaf's bytes (RFC 9162, section 2.1.1).
  package static func leaf(_ bytes: UnsafeRawBufferPointer) -> TreeHash {
    var hasher = SHA256()
    withUnsafeBytes(of: UInt8(0)) { hasher.update(bufferPointer: $0) }
    hasher.update(bufferPointer: bytes)
    return TreeHash(hasher.finalize())
  }

  package static func leaf(_ bytes: [UInt8]) -> TreeHash {
    bytes.withUnsafeBytes { leaf($0) }
  }

  /// The hash of a node: SHA-256 of a one byte and both children's hashes (RFC 9162, section 2.1.1).
  package static func node(_ left: TreeHash, _ right: TreeHash) -> TreeHash {
    withUnsafeTemporaryAllocation(byteCount: 1 + 2 * byteCount, alignment: 1) { buffer in
      buffer[0] = 1
      left.withBytes { UnsafeMutableRawBufferPointer(rebasing: buffer[1...byteCount]).copyMemory(from: $0) }
      right.withBytes { UnsafeMutableRawBufferPointer(rebasing: buffer[(byteCount + 1)...]).copyMemory(from: $0) }
      var hasher = SHA256()
      hasher.update(bufferPointer: UnsafeRawBufferPointer(buffer))
      return TreeHash(hasher.finalize())
    }
  }
}
