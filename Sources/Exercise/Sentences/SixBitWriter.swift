/// Builds the bits of an AIS message, most significant first, and armours them as printable characters.
///
/// Source: ITU-R M.1371-5, annex 8, 3.1 and table 47 (text); NMEA 0183 (IEC 61162-1), encapsulation, for the armour.
struct SixBitWriter {
  private(set) var characters: [UInt8] = []
  private var held: UInt64 = 0
  private var heldBits = 0

  /// How many bits were added to fill the last character.
  private(set) var fillBits = 0

  /// Adds the low bits of a number.
  mutating func add(_ value: Int, bits: Int) {
    for bit in stride(from: bits - 1, through: 0, by: -1) {
      held = held << 1 | UInt64((value >> bit) & 1)
      heldBits += 1
      if heldBits == 6 { flush() }
    }
  }

  /// Adds a flag.
  mutating func add(_ flag: Bool) {
    add(flag ? 1 : 0, bits: 1)
  }

  /// Adds text of so many characters, cut or filled up with `@`; a character that AIS does not have becomes a space.
  mutating func add(_ text: String, characters count: Int) {
    var written = 0
    for byte in text.utf8.prefix(count) {
      add(Self.sixBits(byte), bits: 6)
      written += 1
    }
    for _ in written..<max(written, count) { add(0, bits: 6) }
  }

  /// Fills up the last character.
  mutating func finish() {
    guard heldBits > 0 else { return }
    fillBits = 6 - heldBits
    held <<= UInt64(fillBits)
    flush()
  }

  private mutating func flush() {
    let value = UInt8(held & 0x3F)
    characters.append(value < 40 ? value + 48 : value + 56)
    held = 0
    heldBits = 0
  }

  private static func sixBits(_ byte: UInt8) -> Int {
    switch byte {
    case 64...95: Int(byte) - 64
    case 32...63: Int(byte)
    default: 32
    }
  }
}
