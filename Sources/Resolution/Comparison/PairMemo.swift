/// Remembers the degrees of pairs of distinct values that were compared, in a table of fixed size that forgets.
struct PairMemo {
  private static let slots = 1 << 16
  /// A pair of numbers of 28 bits each and, in the lowest eight bits, its degree; 0 is free.
  private var entries: [UInt64]

  /// - Parameter isRemembering: false for a memo that computes each time and takes no memory.
  init(isRemembering: Bool) { entries = isRemembering ? [UInt64](repeating: 0, count: Self.slots) : [] }

  /// The degree of a pair, computed when it is not remembered.
  @inline(__always)
  mutating func level(_ left: UInt32, _ right: UInt32, _ compute: () -> UInt8) -> UInt8 {
    let pair = left < right ? (left, right) : (right, left)
    guard pair.1 < 1 << 28, !entries.isEmpty else { return compute() }
    let key = UInt64(pair.0) << 36 | UInt64(pair.1) << 8
    let slot = Int(truncatingIfNeeded: ByteHash.mix(key, 1)) & (Self.slots - 1)
    let entry = entries[slot]
    if entry & ~0xFF == key { return UInt8(truncatingIfNeeded: entry) }
    let level = compute()
    entries[slot] = key | UInt64(level)
    return level
  }
}
