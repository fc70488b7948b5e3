/// A rule of blocking: records that share all its parts become a candidate pair.
struct BlockingRule: Hashable, Sendable {
  /// Which parts, by their places in the list of parts.
  let parts: [Int]

  /// The key of a record from the hashes of its parts; 0 when a part is missing.
  @inline(__always)
  func key(_ hash: (Int) -> UInt32) -> UInt32 {
    let first = hash(parts[0])
    guard first != 0, parts.count > 1 else { return first }
    let second = hash(parts[1])
    guard second != 0 else { return 0 }
    return ByteHash.short(ByteHash.mix(UInt64(first), UInt64(second)))
  }
}
