/// A sum over rows of an index in which their order does not count: two tallies of the same rows are equal, and those
/// of different rows are equal by a chance of one in 2^64 that nobody who does not know the secret can improve.
struct RowTally: Hashable, Sendable {
  /// Drawn anew for each verification.
  struct Secret: Sendable {
    let first = UInt64.random(in: .min ... .max)
    // An odd number loses nothing when it multiplies.
    let second = UInt64.random(in: .min ... .max) | 1
  }

  private(set) var count: Int64 = 0
  private var sum: UInt64 = 0

  mutating func add(_ row: IndexRow, _ secret: Secret) {
    var hash = secret.first
    hash = Self.mix(hash ^ UInt64(bitPattern: row.sequence), secret.second)
    hash = Self.mix(hash ^ UInt64(bitPattern: row.number), secret.second)
    if let first = row.first { hash = Self.mix(first, into: hash, secret) }
    if let second = row.second { hash = Self.mix(second, into: hash, secret) }
    count += 1
    sum &+= hash
  }

  mutating func add(_ other: RowTally) {
    count += other.count
    sum &+= other.sum
  }

  /// Eight bytes at a time, and the length with the rest.
  private static func mix(_ bytes: UnsafeRawBufferPointer, into start: UInt64, _ secret: Secret) -> UInt64 {
    var hash = start
    var offset = 0
    while offset + 8 <= bytes.count {
      hash = mix(hash ^ bytes.loadUnaligned(fromByteOffset: offset, as: UInt64.self), secret.second)
      offset += 8
    }
    var rest: UInt64 = 0
    while offset < bytes.count {
      rest = rest << 8 | UInt64(bytes[offset])
      offset += 1
    }
    return mix(hash ^ rest ^ UInt64(bytes.count) << 56, secret.second)
  }

  /// The halves of the product, folded together.
  private static func mix(_ value: UInt64, _ factor: UInt64) -> UInt64 {
    let product = (value ^ 0x9E37_79B9_7F4A_7C15).multipliedFullWidth(by: factor)
    return product.high ^ product.low
  }
}
