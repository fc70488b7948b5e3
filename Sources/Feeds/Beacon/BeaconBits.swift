/// The bits of one beacon message, numbered from 1 as C/S T.001 numbers them; the only place that reads them.
///
/// What was not received reads as zero.
struct BeaconBits: Hashable, Sendable {
  /// The number of the last bit of a long message.
  static let last = 144

  private var words: InlineArray<3, UInt64> = .init(repeating: 0)

  /// Puts the four bits of a hexadecimal digit from a bit on.
  mutating func put(digit: UInt8, at bit: Int) {
    for offset in 0..<4 where digit >> UInt8(3 - offset) & 1 == 1 { put(true, at: bit + offset) }
  }

  /// Sets or clears one bit; a number that no message has changes nothing.
  mutating func put(_ value: Bool, at bit: Int) {
    guard 1...Self.last ~= bit else { return }
    let mask = UInt64(1) << UInt64(63 - (bit - 1) & 63)
    if value { words[(bit - 1) >> 6] |= mask } else { words[(bit - 1) >> 6] &= ~mask }
  }

  /// Writes a number into the bits from one to another, both included.
  mutating func put(_ value: UInt64, _ first: Int, _ last: Int) {
    for bit in first...max(first, last) { put(value >> UInt64(last - bit) & 1 == 1, at: bit) }
  }

  /// The number in the bits from one to another, both included; at most 64 of them.
  func callAsFunction(_ first: Int, _ last: Int) -> UInt64 {
    guard first >= 1, last <= Self.last, first <= last, last - first < 64 else { return 0 }
    let index = (first - 1) >> 6
    let offset = UInt64((first - 1) & 63)
    let following = index < 2 ? words[index + 1] : 0
    let pair = (words[index] << offset) | ((following >> 1) >> (63 - offset))
    return pair >> UInt64(63 - (last - first))
  }

  /// One bit.
  func callAsFunction(_ bit: Int) -> Bool { self(bit, bit) == 1 }

  /// What is left when the bits are divided by a generator polynomial: zero where a message is whole (C/S T.001, Annex B).
  func remainder(_ first: Int, _ last: Int, generator: UInt64, degree: Int) -> UInt64 {
    var rest: UInt64 = 0
    for bit in first...last {
      rest = rest << 1 | (self(bit) ? 1 : 0)
      if rest >> UInt64(degree) & 1 == 1 { rest ^= generator }
    }
    return rest
  }

  static func == (first: BeaconBits, second: BeaconBits) -> Bool {
    (0..<3).allSatisfy { first.words[$0] == second.words[$0] }
  }

  func hash(into hasher: inout Hasher) {
    for index in 0..<3 { hasher.combine(words[index]) }
  }
}

extension BeaconBits {
  /// Bits 25 to 106 are a code word of the (82, 61) BCH code, x²¹+x¹⁸+x¹⁷+x¹⁵+x¹⁴+x¹²+x¹¹+x⁸+x⁷+x⁶+x⁵+x+1.
  var firstFieldIsWhole: Bool { remainder(25, 106, generator: 0b10_0110_1101_1001_1110_0011, degree: 21) == 0 }

  /// Bits 107 to 144 are a code word of the (38, 26) BCH code, x¹²+x¹⁰+x⁸+x⁵+x⁴+x³+1.
  var secondFieldIsWhole: Bool { remainder(107, 144, generator: 0b1_0101_0011_1001, degree: 12) == 0 }

  /// Text in the modified Baudot code of six bits a character (C/S T.001, Annex A, Table A3), without blanks at its ends;
  /// nil when a code stands for no character.
  func text(from first: Int, characters: Int) -> String? {
    text((0..<characters).map { UInt8(self(first + 6 * $0, first + 6 * $0 + 5)) })
  }

  /// Letters in the shortened code of five bits, which leaves out the first bit of the code for letters.
  func letters(from first: Int, characters: Int) -> String? {
    text((0..<characters).map { UInt8(self(first + 5 * $0, first + 5 * $0 + 4)) | 0b100000 })
  }

  private func text(_ codes: [UInt8]) -> String? {
    var characters: [UInt8] = []
    for code in codes {
      let character = Self.baudot[Int(code)]
      guard character != 0 else { return nil }
      characters.append(character)
    }
    while characters.last == 0x20 { characters.removeLast() }
    return String(decoding: characters.drop { $0 == 0x20 }, as: UTF8.self)
  }

  /// ASCII by code; zero where there is no character. The upper half is letters, the lower figures, each in the order of
  /// International Telegraph Alphabet No. 2 read from its first bit.
  private static let baudot: InlineArray<64, UInt8> = {
    let figures: StaticString = ".5.9......4.80..3....6./-2..71.."
    let letters: StaticString = ".T.O HNM.LRGIPCVEZDBSYFXAWJ.UQK."
    var table: InlineArray<64, UInt8> = .init(repeating: 0)
    for index in 0..<32 {
      table[index] = figures.utf8Start[index]
      table[32 + index] = letters.utf8Start[index]
    }
    for index in 0..<64 where table[index] == UInt8(ascii: ".") {
      // No character of the code is a point.
      table[index] = 0
    }
    return table
  }()
}
