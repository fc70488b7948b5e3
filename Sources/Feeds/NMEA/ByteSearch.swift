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

  /// Whether another buffer of the same length holds the same bytes.
  @inline(__always)
  func holdsSame(as other: UnsafeRawBufferPointer) -> Bool {
    guard count == other.count, let base = baseAddress, let otherBase = other.baseAddress else {
      return count == other.count
    }
    return memcmp(base, otherBase, count) == 0
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
    let number = digits(from: 0)
    guard count > 0, count <= 18, number.end == count else { return nil }
    return Int64(truncatingIfNeeded: number.value)
  }

  /// The digits that begin at an offset, as a number, with the offset behind them: at most 19, which always fit.
  @inline(__always)
  func digits(from start: Int) -> (value: UInt64, end: Int) {
    var value: UInt64 = 0
    var end = start
    let most = Swift.min(count, start &+ 19)
    while end &+ 8 <= most {
      let eight = UInt64(littleEndian: loadUnaligned(fromByteOffset: end, as: UInt64.self)) ^ 0x3030_3030_3030_3030
      guard (eight &+ 0x7676_7676_7676_7676 | eight) & 0x8080_8080_8080_8080 == 0 else { break }
      let pairs = (eight &* 10 &+ (eight &>> 8)) & 0x00FF_00FF_00FF_00FF
      let fours = (pairs &* 100 &+ (pairs &>> 16)) & 0x0000_FFFF_0000_FFFF
      value = value &* 100_000_000 &+ ((fours &* 10_000 &+ (fours &>> 32)) & 0xFFFF_FFFF)
      end &+= 8
    }
    while end < most {
      let digit = self[end] &- 0x30
      guard digit <= 9 else { break }
      value = value &* 10 &+ UInt64(digit)
      end &+= 1
    }
    return (value, end)
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
