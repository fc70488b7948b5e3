extension AsterixWriter {
  /// Octal digits as text: codes of transponders have leading zeros.
  @inline(__always)
  func writeOctal(_ value: UInt64, digits: Int, to writer: inout ByteWriter) {
    writer.withRoom(24) { place in
      place[0] = UInt8(ascii: "\"")
      for digit in 0..<digits {
        place[digit + 1] = 0x30 | UInt8(truncatingIfNeeded: value &>> UInt64(3 * (digits - 1 - digit)) & 7)
      }
      place[digits + 1] = UInt8(ascii: "\"")
      return digits + 2
    }
  }

  /// Characters of six bits without the spaces at their end; a code that stands for none is a question mark.
  func writeSixBit(_ value: UInt64, count: Int, to writer: inout ByteWriter) {
    writer.withRoom(16) { place in
      place[0] = UInt8(ascii: "\"")
      var end = 1
      for index in 0..<count {
        let character = Self.character(value &>> UInt64(6 * (count - 1 - index)))
        place[index + 1] = character
        if character != 0x20 { end = index + 2 }
      }
      place[end] = UInt8(ascii: "\"")
      return end + 1
    }
  }

  /// The character of the lowest six bits (ICAO Annex 10, volume IV, 3.1.2.9).
  @inline(__always)
  static func character(_ value: UInt64) -> UInt8 {
    let code = UInt8(truncatingIfNeeded: value & 0x3F)
    return switch code {
    case 1...26: 0x40 + code
    case 0, 32: 0x20
    case 48...57: code
    default: 0x3F
    }
  }

  /// Characters of eight bits without the spaces and zeros at their end, escaped as JSON wants it.
  func writeASCII(_ octets: Octets, at start: Int, count: Int, to writer: inout ByteWriter) {
    var count = count
    while count > 0, octets[start + count - 1] == 0x20 || octets[start + count - 1] == 0 { count -= 1 }
    writer.write(byte: UInt8(ascii: "\""))
    for index in 0..<count { writer.write(escaped: octets[start + index]) }
    writer.write(byte: UInt8(ascii: "\""))
  }

  /// Octets as hexadecimal digits.
  @inline(__always)
  func writeHexadecimal(_ octets: Octets, at start: Int, count: Int, to writer: inout ByteWriter) {
    writer.withRoom(count * 2 + 2) { place in
      place[0] = UInt8(ascii: "\"")
      for index in 0..<count {
        let octet = octets[start &+ index]
        place[2 &* index &+ 1] = Self.digit(octet >> 4)
        place[2 &* index &+ 2] = Self.digit(octet & 15)
      }
      place[2 * count + 1] = UInt8(ascii: "\"")
      return count * 2 + 2
    }
  }

  @inline(__always)
  private static func digit(_ value: UInt8) -> UInt8 { value < 10 ? 0x30 &+ value : 0x37 &+ value }
}
