import Foundation

/// Makes the table of spellings.
struct NameSpellingBuilder {
  private(set) var entries = [UInt32](repeating: 0, count: 0x1_0000)
  private(set) var bytes: [UInt8] = []

  private mutating func set(_ scalar: UInt32, _ act: NameSpellings.Act, _ script: NameScript, _ spelling: [UInt8] = [])
  {
    guard scalar < 0x1_0000, spelling.count < 16 else { return }
    entries[Int(scalar)] =
      UInt32(bytes.count) << 12 | UInt32(spelling.count) << 8 | UInt32(act.rawValue) << 5 | UInt32(script.rawValue)
    bytes += spelling
  }

  /// Letters without a table are unknown; marks and apostrophes join, everything else parts words.
  mutating func addKinds() {
    for value in UInt32(0x80)..<0x1_0000 {
      guard let scalar = Unicode.Scalar(value) else { continue }
      switch scalar.properties.generalCategory {
      case .uppercaseLetter, .lowercaseLetter, .titlecaseLetter, .otherLetter, .decimalNumber, .letterNumber:
        set(value, .unknown, .other)
      case .nonspacingMark, .spacingMark, .enclosingMark:
        // Vowel signs of scripts without a table are part of the word.
        let isMark = value < 0x370 || 0x1AB0...0x1DFF ~= value || 0x20D0...0x20FF ~= value
        set(value, isMark ? .mark : 0x590...0x6FF ~= value ? .skip : .unknown, .other)
      case .modifierLetter: set(value, .skip, .none)
      case .format: set(value, .hide, .none)
      default: continue
      }
    }
    for value in [0x2018, 0x2019, 0x201B, 0x2032, 0xB4, 0x640, 0x5F3, 0x5F4, 0xFF07, 0x30FC] as [UInt32] {
      set(value, .skip, .none)
    }
    // The zero-width non-joiner is a letter's business in Persian and says nothing about a name.
    set(0x200C, .skip, .none)
    set(0x200D, .skip, .none)
    for digit in UInt32(0)..<10 {
      for zero in [0x660, 0x6F0, 0x966, 0xFF10] as [UInt32] { set(zero + digit, .spell, .latin, [48 + UInt8(digit)]) }
    }
    for letter in UInt32(0)..<26 {
      for first in [0xFF21, 0xFF41] as [UInt32] { set(first + letter, .spell, .latin, [97 + UInt8(letter)]) }
    }
  }

  /// Letters that are others with marks: spelled as those.
  mutating func addDecomposed(_ range: ClosedRange<UInt32>, script: NameScript) {
    for value in range where entries[Int(value)] >> 5 & 7 == UInt32(NameSpellings.Act.unknown.rawValue) {
      guard let scalar = Unicode.Scalar(value) else { continue }
      let text = String(Character(scalar)).decomposedStringWithCanonicalMapping.lowercased()
      guard let base = text.unicodeScalars.first, base.value != value else { continue }
      if base.isASCII, base.properties.isAlphabetic {
        set(value, .spell, script, [UInt8(base.value)])
      } else if base.value < 0x1_0000, entries[Int(base.value)] >> 5 & 7 == UInt32(NameSpellings.Act.spell.rawValue) {
        entries[Int(value)] = entries[Int(base.value)]
      }
    }
  }

  /// Pairs of a letter and its spelling, apart by blanks; `-` spells nothing. Capitals get the spelling of the small
  /// letter.
  mutating func add(_ script: NameScript, _ text: String) {
    // Scalars and not characters: a mark behind a blank would be one character with it.
    let words = text.unicodeScalars.split { $0 == " " || $0 == "\n" }
    for index in stride(from: 0, to: words.count - 1, by: 2) {
      guard let scalar = words[index].first else { continue }
      let spelling =
        words[index + 1].elementsEqual(["-"]) ? [] : words[index + 1].map { UInt8(truncatingIfNeeded: $0.value) }
      set(scalar.value, .spell, script, spelling)
      let capital = scalar.properties.uppercaseMapping.unicodeScalars
      if capital.count == 1, let first = capital.first, first != scalar { set(first.value, .spell, script, spelling) }
    }
  }

  /// The Ethiopic syllables: eight vowels for each consonant, in the order of the code chart.
  mutating func addEthiopic() {
    let consonants = NameAlphabets.ethiopicConsonants.split(whereSeparator: \.isWhitespace)
    for (row, consonant) in consonants.enumerated() {
      let isThroat = consonant == "-" || consonant == "h"
      for (order, vowel) in ["e", "u", "i", "a", "e", "", "o", "wa"].enumerated() {
        var spelling = consonant == "-" ? "" : String(consonant)
        let heard = order == 0 && isThroat ? "a" : vowel.isEmpty && consonant == "-" ? "e" : vowel
        if spelling.hasSuffix("w"), heard.hasPrefix("w") { spelling.removeLast() }
        set(0x1200 + UInt32(row * 8 + order), .spell, .ethiopic, Array((spelling + heard).utf8))
      }
    }
  }

  /// Katakana in the order of the code chart, and hiragana, which lies 96 places lower.
  mutating func addKana() {
    for (index, syllable) in NameAlphabets.katakana.split(whereSeparator: \.isWhitespace).enumerated() {
      let spelling = syllable == "-" ? [] : Array(syllable.utf8)
      set(0x30A1 + UInt32(index), .spell, .kana, spelling)
      set(0x3041 + UInt32(index), .spell, .kana, spelling)
    }
  }

  /// Every other character of the unified ideographs is unknown but known to be one.
  mutating func addHan() {
    for value in UInt32(0x4E00)...0x9FFF { set(value, .unknown, .han) }
    for line in NameChinese.readings.split(separator: "\n") {
      for group in line.split(separator: " ") {
        let syllable = group.prefix { $0.isASCII }
        for character in group.dropFirst(syllable.count).unicodeScalars {
          set(character.value, .spell, .han, Array(syllable.utf8))
        }
      }
    }
  }
}
