/// Bytes as text in 32 symbols, five bits each, most significant first; the last symbol is filled with zero bits.
struct Base32: Sendable {
  private let symbols: [UInt8]
  private let values: [UInt8: UInt8]

  /// The alphabet of RFC 4648, section 6, without padding: what authenticators read.
  static let standard = Base32("ABCDEFGHIJKLMNOPQRSTUVWXYZ234567", alike: [:])

  /// Crockford's alphabet, without letters that can be mistaken for one another.
  static let crockford = Base32("0123456789ABCDEFGHJKMNPQRSTVWXYZ", alike: ["O": "0", "I": "1", "L": "1"])

  private init(_ alphabet: String, alike: [Character: Character]) {
    symbols = Array(alphabet.utf8)
    var values: [UInt8: UInt8] = [:]
    for (value, symbol) in alphabet.enumerated() {
      for form in [symbol.uppercased(), symbol.lowercased()] { values[form.utf8.first!] = UInt8(value) }
    }
    for (symbol, other) in alike {
      for form in [symbol.uppercased(), symbol.lowercased()] { values[form.utf8.first!] = values[other.asciiValue!] }
    }
    self.values = values
  }

  func encode(_ bytes: [UInt8]) -> String {
    var text: [UInt8] = []
    var buffer: UInt32 = 0
    var bits = 0
    for byte in bytes {
      buffer = buffer << 8 | UInt32(byte)
      bits += 8
      while bits >= 5 {
        bits -= 5
        text.append(symbols[Int(buffer >> UInt32(bits) & 31)])
      }
      buffer &= 0xFF
    }
    if bits > 0 { text.append(symbols[Int(buffer << UInt32(5 - bits) & 31)]) }
    return String(decoding: text, as: UTF8.self)
  }

  /// The bytes of a text, in which hyphens and blanks do not count; nil when another character stands in it or the
  /// bits that fill the last symbol are not zero.
  func decode(_ text: String) -> [UInt8]? {
    var bytes: [UInt8] = []
    var buffer: UInt32 = 0
    var bits = 0
    for symbol in text.utf8 where symbol != UInt8(ascii: "-") && symbol != UInt8(ascii: " ") {
      guard let value = values[symbol] else { return nil }
      buffer = (buffer << 5 | UInt32(value)) & 0xFFFF
      bits += 5
      if bits >= 8 {
        bits -= 8
        bytes.append(UInt8(buffer >> UInt32(bits) & 0xFF))
      }
    }
    let left = buffer & ((1 << UInt32(bits)) - 1)
    return bits < 5 && left == 0 ? bytes : nil
  }
}
