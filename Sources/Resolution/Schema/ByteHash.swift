/// Hashes of bytes and words that are the same in every run, so that an answer never depends on a seed.
enum ByteHash {
  private static let first: UInt64 = 0x9E37_79B9_7F4A_7C15
  private static let second: UInt64 = 0xD6E8_FEB8_6659_FD93

  /// Two words stirred into one.
  @inline(__always)
  static func mix(_ left: UInt64, _ right: UInt64) -> UInt64 {
    let product = (left ^ first).multipliedFullWidth(by: right ^ second)
    return product.high ^ product.low
  }

  /// The hash of bytes.
  @inline(__always)
  static func hash(_ bytes: UnsafeBufferPointer<UInt8>) -> UInt64 {
    guard let base = bytes.baseAddress else { return mix(0, second) }
    let raw = UnsafeRawPointer(base)
    var (state, offset, left) = (UInt64(bytes.count), 0, bytes.count)
    while left >= 8 {
      state = mix(state, raw.loadUnaligned(fromByteOffset: offset, as: UInt64.self))
      offset += 8
      left -= 8
    }
    var tail: UInt64 = 0
    while left > 0 {
      tail = tail << 8 | UInt64(bytes[offset])
      offset += 1
      left -= 1
    }
    return mix(state, tail)
  }

  /// A hash in 32 bits that is never 0, because 0 says that something is missing.
  @inline(__always)
  static func short(_ hash: UInt64) -> UInt32 {
    let short = UInt32(truncatingIfNeeded: hash >> 32)
    return short == 0 ? 1 : short
  }
}
