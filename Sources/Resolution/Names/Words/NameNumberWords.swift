/// Numbers that are written as words or as Roman figures.
enum NameNumberWords {
  /// Words and what they count; ordinals count the same.
  static let units: [Substring: Int32] = {
    var made: [Substring: Int32] = [:]
    let cardinal = """
      zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen \
      seventeen eighteen nineteen
      """.split(separator: " ")
    for (value, word) in cardinal.enumerated() where value > 0 { made[word] = Int32(value) }
    let ordinal = "first second third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth".split(
      separator: " ")
    for (value, word) in ordinal.enumerated() { made[word] = Int32(value + 1) }
    let short = "1st 2nd 3rd 4th 5th 6th 7th 8th 9th 10th 11th 12th".split(separator: " ")
    for (value, word) in short.enumerated() { made[word] = Int32(value + 1) }
    let tens = "twenty thirty forty fifty sixty seventy eighty ninety".split(separator: " ")
    for (value, word) in tens.enumerated() { made[word] = Int32(value * 10 + 20) }
    return made
  }()

  /// The value of Roman figures of at most seven letters up to 39, written as they should be; nil for other words.
  static func roman(_ letters: ArraySlice<UInt8>) -> Int32? {
    guard 1...7 ~= letters.count else { return nil }
    var (total, last): (Int32, Int32) = (0, 0)
    for letter in letters.reversed() {
      let value: Int32
      switch letter {
      case UInt8(ascii: "i"): value = 1
      case UInt8(ascii: "v"): value = 5
      case UInt8(ascii: "x"): value = 10
      default: return nil
      }
      total += value < last ? -value : value
      last = max(last, value)
    }
    return total > 0 && total < 40 && figures(total).elementsEqual(letters) ? total : nil
  }

  private static func figures(_ value: Int32) -> [UInt8] {
    var (rest, text) = (value, "")
    for (size, sign) in [(10, "x"), (9, "ix"), (5, "v"), (4, "iv"), (1, "i")] as [(Int32, String)] {
      while rest >= size {
        text += sign
        rest -= size
      }
    }
    return Array(text.utf8)
  }
}
