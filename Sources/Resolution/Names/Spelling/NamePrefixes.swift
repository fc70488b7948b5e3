/// Prefixes that are written as part of a word: the Arabic article and `Abd`, servant of.
enum NamePrefixes {
  /// Where the parts of a word end: `Abdulkarim` is abd-ul-karim, `السيسي` is al-sysy; most words are one part.
  static func ends(_ letters: [UInt8], _ word: Range<Int>, isArabic: Bool) -> [Int] {
    isArabic ? arabic(letters, word) : latin(letters, word)
  }

  private static func arabic(_ letters: [UInt8], _ word: Range<Int>) -> [Int] {
    let start = word.lowerBound
    if begins(letters, word, "Ebd"), word.count >= 6 {
      guard begins(letters, start + 3..<word.upperBound, "Al") else { return [start + 3, word.upperBound] }
      return [start + 3, start + 5, word.upperBound]
    }
    guard begins(letters, word, "Al"), !begins(letters, word, "Allh") else { return [word.upperBound] }
    return [start + 2, word.upperBound]
  }

  /// `abd`, a vowel, and a consonant that is `l` or doubled, as the article before a sun letter is.
  private static func latin(_ letters: [UInt8], _ word: Range<Int>) -> [Int] {
    guard begins(letters, word, "abd"), word.count >= 7 else { return [word.upperBound] }
    var place = word.lowerBound + 3
    while place < word.upperBound, isVowel(letters[place]) { place += 1 }
    guard place > word.lowerBound + 3, place + 2 < word.upperBound else { return [word.upperBound] }
    let consonant = letters[place]
    if letters[place + 1] == consonant || consonant == UInt8(ascii: "l") {
      return [word.lowerBound + 3, place + 1, word.upperBound]
    }
    // The article before `sh` is written once or twice: Abdushshakur, Abdushakur.
    return [word.upperBound]
  }

  private static func begins(_ letters: [UInt8], _ word: Range<Int>, _ prefix: StaticString) -> Bool {
    guard word.count > prefix.utf8CodeUnitCount else { return false }
    return prefix.withUTF8Buffer { bytes in
      for (index, byte) in bytes.enumerated() where letters[word.lowerBound + index] != byte { return false }
      return true
    }
  }

  private static func isVowel(_ letter: UInt8) -> Bool {
    letter == 97 || letter == 101 || letter == 105 || letter == 111 || letter == 117
  }
}
