/// Text whose encoding is not said.
package enum UTF8Text {
  /// Whether bytes are UTF-8 (RFC 3629).
  package static func isValid(_ bytes: UnsafeBufferPointer<UInt8>) -> Bool {
    bytes.allSatisfy { $0 < 0x80 } || String(validating: bytes, as: UTF8.self) != nil
  }

  /// How many bytes stand before the first that is not UTF-8.
  package static func validCount(_ bytes: UnsafeBufferPointer<UInt8>) -> Int {
    var parser = Unicode.UTF8.ForwardParser()
    var rest = bytes.makeIterator()
    var count = 0
    while case .valid(let scalar) = parser.parseScalar(from: &rest) { count += scalar.count }
    return count
  }

  /// Bytes of Windows-1252 as UTF-8.
  ///
  /// Source: the WHATWG Encoding Standard, index windows-1252; 0x80 to 0x9F are the only ones that differ from Latin-1.
  package static func fromWindows1252(_ bytes: some Collection<UInt8>) -> [UInt8] {
    var text = ""
    for byte in bytes {
      let scalar = 0x80...0x9F ~= byte ? high[Int(byte) - 0x80] : UInt32(byte)
      text.unicodeScalars.append(Unicode.Scalar(scalar) ?? "\u{FFFD}")
    }
    return Array(text.utf8)
  }

  /// A text in either.
  @inlinable
  package static func string(_ bytes: some Collection<UInt8>) -> String {
    String(validating: bytes, as: UTF8.self) ?? String(decoding: fromWindows1252(bytes), as: UTF8.self)
  }

  private static let high: [UInt32] = [
    0x20AC, 0x81, 0x201A, 0x192, 0x201E, 0x2026, 0x2020, 0x2021, 0x2C6, 0x2030, 0x160, 0x2039, 0x152, 0x8D, 0x17D, 0x8F,
    0x90, 0x2018, 0x2019, 0x201C, 0x201D, 0x2022, 0x2013, 0x2014, 0x2DC, 0x2122, 0x161, 0x203A, 0x153, 0x9D, 0x17E,
    0x178,
  ]
}
