extension ByteWriter {
  /// Writes a name and an integer.
  @inline(__always)
  mutating func field(_ name: StaticString, _ value: Int) {
    write(name)
    write(value)
  }

  /// Writes a name and an identity.
  @inline(__always)
  mutating func field(_ name: StaticString, _ value: UInt32) {
    write(name)
    write(value)
  }

  /// Writes a name and a truth value.
  @inline(__always)
  mutating func field(_ name: StaticString, _ value: Bool) {
    write(name)
    write(value)
  }

  /// Writes a name and tenths.
  @inline(__always)
  mutating func field(_ name: StaticString, tenths value: Int) {
    write(name)
    write(tenths: value)
  }

  /// Writes a name and an angle in fractions of a minute.
  @inline(__always)
  mutating func field(_ name: StaticString, degrees value: Int, decimals: Int) {
    write(name)
    write(degrees: value, decimals: decimals)
  }

  /// Writes a name and words that need no escape.
  @inline(__always)
  mutating func field(_ name: StaticString, words: StaticString) {
    write(name)
    write(byte: UInt8(ascii: "\""))
    write(words)
    write(byte: UInt8(ascii: "\""))
  }

  /// Writes a name and text.
  @inline(__always)
  mutating func field(_ name: StaticString, _ text: AISText) {
    write(name)
    write(byte: UInt8(ascii: "\""))
    write(escaped: text)
    write(byte: UInt8(ascii: "\""))
  }

  /// Writes a name and bits as `count:hexadecimal`.
  mutating func field(_ name: StaticString, _ payload: AISPayload, from start: Int, bits: Int) {
    write(name)
    write(byte: UInt8(ascii: "\""))
    write(bits)
    write(byte: UInt8(ascii: ":"))
    for index in 0..<max(0, (bits + 7) / 8) {
      let byte = UInt8(truncatingIfNeeded: payload.unsigned(start + 8 * index, 8))
      write(byte: Self.hexadecimal(byte >> 4))
      write(byte: Self.hexadecimal(byte & 15))
    }
    write(byte: UInt8(ascii: "\""))
  }

  /// Writes six-bit text so that it may stand in a JSON string.
  @inline(__always)
  mutating func write(escaped text: AISText) {
    reserve(text.characters &* 6)
    var kept = count
    for index in 0..<text.characters {
      let code = UInt8(truncatingIfNeeded: text.payload.unsigned(text.start &+ 6 &* index, 6))
      if code == 0 { break }
      write(escaped: code < 32 ? code | 0x40 : code)
      if code != 32 { kept = count }
    }
    cut(to: kept)
  }

  /// Writes a kept name so that it may stand in a JSON string.
  mutating func write(escaped name: SixBitName) {
    for index in 0..<name.length { write(escaped: name.character(at: index)) }
  }

  /// Writes one character, escaped where JSON or a page that takes the JSON in needs it.
  @inline(__always)
  mutating func write(escaped character: UInt8) {
    switch character {
    case UInt8(ascii: "\""): write("\\\"")
    case UInt8(ascii: "\\"): write("\\\\")
    case 0..<0x20, UInt8(ascii: "<"), UInt8(ascii: ">"), UInt8(ascii: "&"), 0x7F...:
      write("\\u00")
      write(byte: Self.hexadecimal(character >> 4))
      write(byte: Self.hexadecimal(character & 15))
    default: write(byte: character)
    }
  }

  @inline(__always)
  static func hexadecimal(_ digit: UInt8) -> UInt8 {
    digit < 10 ? 0x30 + digit : 0x57 + digit
  }
}

extension ByteWriter {
  /// Writes a name and text, escaped where JSON or a page that takes the JSON in needs it.
  mutating func field(_ name: StaticString, text: String) {
    write(name)
    write(byte: UInt8(ascii: "\""))
    for byte in text.utf8 { write(escapedUTF8: byte) }
    write(byte: UInt8(ascii: "\""))
  }

  /// Writes one byte of good UTF-8; only what is ASCII may need an escape.
  @inline(__always)
  mutating func write(escapedUTF8 byte: UInt8) {
    if byte >= 0x80 { write(byte: byte) } else { write(escaped: byte) }
  }

  /// Writes bytes as a string of hexadecimal digits.
  mutating func write(hexadecimal bytes: some Sequence<UInt8>) {
    write(byte: UInt8(ascii: "\""))
    for byte in bytes {
      write(byte: Self.hexadecimal(byte >> 4))
      write(byte: Self.hexadecimal(byte & 15))
    }
    write(byte: UInt8(ascii: "\""))
  }

  /// Writes a number with a fixed number of decimals; `null` for one that is none or too large to be counted so.
  @inline(__always)
  mutating func write(number: Double, decimals: Int) {
    let units = (number * Self.powersOfTen[decimals & 15]).rounded()
    guard units.magnitude < 1e18 else { return write("null") }
    guard decimals > 0 else { return write(Int(units)) }
    write(Int(units.magnitude), decimals: decimals, negative: units < 0)
  }

  private static let powersOfTen: [Double] = (0..<16).reduce(into: []) { powers, _ in
    powers.append((powers.last ?? 0.1) * 10)
  }
}
