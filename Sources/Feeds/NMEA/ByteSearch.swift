#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#elseif canImport(Darwin)
  import Darwin
#endif

extension UnsafeRawBufferPointer {
  /// The first place at or after `start` where the byte stands.
  @inline(__always)
  func firstOffset(of byte: UInt8, from start: Int) -> Int? {
    guard let base = baseAddress, start < count else { return nil }
    guard let found = memchr(base + start, Int32(byte), count - start) else { return nil }
    return UnsafeRawPointer(found) - base
  }

  /// The part between two offsets, held inside the buffer.
  @inline(__always)
  func slice(_ start: Int, _ end: Int) -> UnsafeRawBufferPointer {
    let upper = Swift.min(Swift.max(0, end), count)
    let lower = Swift.min(Swift.max(0, start), upper)
    return UnsafeRawBufferPointer(rebasing: self[lower..<upper])
  }

  /// Exclusive or of the bytes between two offsets, which is NMEA 0183's checksum.
  @inline(__always)
  func checksum(_ start: Int, _ end: Int) -> UInt8 {
    let upper = Swift.min(end, count)
    var index = Swift.max(0, start)
    var wide: UInt64 = 0
    while index &+ 8 <= upper {
      wide ^= loadUnaligned(fromByteOffset: index, as: UInt64.self)
      index &+= 8
    }
    wide ^= wide &>> 32
    wide ^= wide &>> 16
    wide ^= wide &>> 8
    var sum = UInt8(truncatingIfNeeded: wide)
    while index < upper {
      sum ^= self[index]
      index &+= 1
    }
    return sum
  }

  /// The two hexadecimal digits at an offset.
  @inline(__always)
  func hexadecimalByte(at offset: Int) -> UInt8? {
    guard offset >= 0, offset &+ 1 < count, let high = hexadecimalDigit(self[offset]),
      let low = hexadecimalDigit(self[offset &+ 1])
    else { return nil }
    return high &<< 4 | low
  }

  /// The decimal number that fills the buffer: 1 to 18 digits and nothing else.
  func decimalNumber() -> Int64? {
    guard count > 0, count <= 18 else { return nil }
    var value: Int64 = 0
    for byte in self {
      guard byte >= 0x30, byte <= 0x39 else { return nil }
      value = value * 10 + Int64(byte - 0x30)
    }
    return value
  }
}

/// The value of a hexadecimal digit in either case.
@inline(__always)
func hexadecimalDigit(_ byte: UInt8) -> UInt8? {
  switch byte {
  case 0x30...0x39: byte &- 0x30
  case 0x41...0x46: byte &- 0x37
  case 0x61...0x66: byte &- 0x57
  default: nil
  }
}
