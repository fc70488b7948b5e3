/// The six-bit armour of a payload (NMEA 0183, IEC 61162-1): `0`–`W` are 0–39 and `` ` ``–`w` are 40–63.
enum Armour {
  /// What came of taking off the armour.
  enum Outcome {
    case done, badCharacter, tooLong
  }

  /// Adds the six bits of each character to the payload.
  @inline(__always)
  static func append(_ characters: UnsafeRawBufferPointer, to payload: inout AISPayload) -> Outcome {
    let start = payload.bitCount
    guard characters.count <= (AISPayload.maximumBits - start) / 6 else { return .tooLong }
    var isGood = true
    payload.words.withUnsafeMutableBufferPointer { words in
      var position = start
      var index = 0
      while index &+ 8 <= characters.count {
        let eight = UInt64(bigEndian: characters.loadUnaligned(fromByteOffset: index, as: UInt64.self))
        isGood = isGood && isArmour(eight)
        put(squeeze(eight), at: position, in: words)
        position &+= 48
        index &+= 8
      }
      let left = characters.count &- index
      guard left > 0 else { return }
      var rest: UInt64 = 0
      while index < characters.count {
        rest = rest &<< 8 | UInt64(characters[index])
        index &+= 1
      }
      rest = (rest &<< UInt64(8 &* (8 &- left))) | (0x3030_3030_3030_3030 &>> UInt64(8 &* left))
      isGood = isGood && isArmour(rest)
      put(squeeze(rest), at: position, in: words)
    }
    payload.bitCount = start + 6 * characters.count
    return isGood ? .done : .badCharacter
  }

  /// Whether all eight characters belong to the alphabet.
  @inline(__always)
  private static func isArmour(_ eight: UInt64) -> Bool {
    let tops: UInt64 = 0x8080_8080_8080_8080
    let tooHigh = eight &+ 0x0808_0808_0808_0808
    let highEnough = (eight | tops) &- 0x3030_3030_3030_3030
    let outsideGap = ((eight & 0xF8F8_F8F8_F8F8_F8F8) ^ 0x5858_5858_5858_5858) &+ 0x7F7F_7F7F_7F7F_7F7F
    return (eight | tooHigh | ~highEnough | ~outsideGap) & tops == 0
  }

  /// The 48 bits that eight characters stand for, at the upper end of a word.
  @inline(__always)
  private static func squeeze(_ eight: UInt64) -> UInt64 {
    let isUpper = (eight &+ 0x2020_2020_2020_2020) & 0x8080_8080_8080_8080
    let six = eight &- 0x3030_3030_3030_3030 &- (isUpper &>> 4)
    let pairs = ((six & 0x3F00_3F00_3F00_3F00) &>> 2) | (six & 0x003F_003F_003F_003F)
    let fours = ((pairs & 0x0FFF_0000_0FFF_0000) &>> 4) | (pairs & 0x0000_0FFF_0000_0FFF)
    return (fours & 0x00FF_FFFF_0000_0000) &<< 8 | (fours & 0x0000_0000_00FF_FFFF) &<< 16
  }

  /// Lays 48 bits over zeros.
  @inline(__always)
  private static func put(_ bits: UInt64, at position: Int, in words: UnsafeMutableBufferPointer<UInt64>) {
    let index = position &>> 6
    let offset = UInt64(truncatingIfNeeded: position & 63)
    guard index >= 0, index &+ 1 < words.count else { return }
    words[index] |= bits &>> offset
    if offset > 16 { words[index &+ 1] |= bits &<< (64 &- offset) }
  }
}

extension AISPayload {
  /// Makes the payload empty for the next message.
  @inline(__always)
  mutating func clear() {
    let used = min(words.count, (bitCount &>> 6) &+ 2)
    words.withUnsafeMutableBufferPointer { $0[..<used].update(repeating: 0) }
    bitCount = 0
  }

  /// Takes off the bits that only filled up the last character.
  @inline(__always)
  mutating func drop(fillBits: Int) {
    guard fillBits > 0 else { return }
    bitCount = max(0, bitCount &- fillBits)
    let index = bitCount &>> 6
    let offset = UInt64(truncatingIfNeeded: bitCount & 63)
    words[index] &= offset == 0 ? 0 : ~0 &<< (64 &- offset)
    if index &+ 1 < words.count { words[index &+ 1] = 0 }
  }
}
