/// Why stored bytes cannot be read.
struct UnreadableBytes: Error {
  let reason: String
}

/// Reads what `ByteWriter` wrote, and never beyond the end: the only code that touches stored bytes.
struct ByteReader {
  private var next: UnsafePointer<UInt8>?
  private var remaining: Int
  /// Whether a read went beyond the end or met a number of more than 64 bits; what was read then is 0.
  private(set) var hasFailed = false

  init(_ bytes: UnsafeRawBufferPointer) {
    next = bytes.baseAddress?.assumingMemoryBound(to: UInt8.self)
    remaining = bytes.count
  }

  var remainingCount: Int { remaining }

  @inline(__always)
  mutating func byte() -> UInt8 {
    guard remaining > 0, let here = next else {
      hasFailed = true
      return 0
    }
    remaining -= 1
    next = here + 1
    return here.pointee
  }

  @inline(__always)
  mutating func number() -> UInt64 {
    let first = byte()
    return first < 0x80 ? UInt64(first) : longNumber(beginning: first)
  }

  private mutating func longNumber(beginning first: UInt8) -> UInt64 {
    var value = UInt64(first & 0x7F)
    var shift: UInt64 = 7
    while shift < 64 {
      let group = byte()
      value |= UInt64(group & 0x7F) << shift
      if group < 0x80 {
        if shift == 63, group > 1 { hasFailed = true }
        return value
      }
      shift += 7
    }
    hasFailed = true
    return 0
  }

  @inline(__always)
  mutating func signed() -> Int64 {
    let value = number()
    return Int64(bitPattern: value >> 1) ^ -Int64(bitPattern: value & 1)
  }

  /// A number that counts something, refused above a limit.
  mutating func count(most: Int) throws(UnreadableBytes) -> Int {
    let value = number()
    guard !hasFailed, value <= UInt64(most) else { throw UnreadableBytes(reason: "a count is beyond its limit") }
    return Int(value)
  }

  /// So many bytes as they are.
  mutating func raw(_ count: Int) throws(UnreadableBytes) -> UnsafeRawBufferPointer {
    guard count >= 0, count <= remaining, let here = next else {
      if count == 0 { return UnsafeRawBufferPointer(start: nil, count: 0) }
      throw UnreadableBytes(reason: "it ends too early")
    }
    next = here + count
    remaining -= count
    return UnsafeRawBufferPointer(start: here, count: count)
  }

  /// Passes over so many numbers.
  mutating func skip(numbers: Int) {
    var left = numbers
    while left > 0, remaining > 0, let here = next {
      remaining -= 1
      next = here + 1
      if here.pointee < 0x80 { left -= 1 }
    }
    if left > 0 { hasFailed = true }
  }
}
