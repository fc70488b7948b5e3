/// The codes of altitude and identity that replies and squitters share (ICAO Annex 10, volume IV, 3.1.2.6.5.4 and 3.1.2.6.7.1).
enum ModeSCodes {
  /// Feet of an altitude in 13 bits (C1 A1 C2 A2 C4 A4 M B1 Q B2 D2 B4 D4); nil for none, for metres, which nobody sends, and
  /// for patterns that are no code.
  static func feet(altitude13 code: Int) -> Int? {
    guard code != 0, code & 0x40 == 0 else { return nil }
    if code & 0x10 != 0 { return ((code & 0x1F80) >> 2 | (code & 0x20) >> 1 | code & 15) * 25 - 1_000 }
    return feet(gillham: code)
  }

  /// Feet of an altitude in the 12 bits of a squitter, which leave out M.
  static func feet(altitude12 code: Int) -> Int? {
    feet(altitude13: (code & 0xFC0) << 1 | code & 0x3F)
  }

  /// Feet of Gillham's code in steps of 100: a reflected code of 500 feet, and one of five steps within them.
  static func feet(gillham code: Int) -> Int? {
    func bits(_ places: [Int]) -> Int { places.reduce(0) { $0 << 1 | (code >> (12 - $1) & 1) } }
    // D2 D4 A1 A2 A4 B1 B2 B4, and C1 C2 C4, by their places in the code.
    let fiveHundreds = unreflected(bits([10, 12, 1, 3, 5, 7, 9, 11]))
    var hundreds = unreflected(bits([0, 2, 4]))
    guard hundreds != 0, hundreds != 5, hundreds != 6 else { return nil }
    if hundreds == 7 { hundreds = 5 }
    if fiveHundreds % 2 == 1 { hundreds = 6 - hundreds }
    return fiveHundreds * 500 + hundreds * 100 - 1_300
  }

  /// The four octal digits of an identity in 13 bits (C1 A1 C2 A2 C4 A4 X B1 D1 B2 D2 B4 D4), as the decimal number that is
  /// spelled with them: 7,700 is the emergency.
  static func squawk(_ code: Int) -> Int {
    func digit(_ four: Int, _ two: Int, _ one: Int) -> Int {
      (code >> (12 - four) & 1) << 2 | (code >> (12 - two) & 1) << 1 | code >> (12 - one) & 1
    }
    return digit(5, 3, 1) * 1_000 + digit(11, 9, 7) * 100 + digit(4, 2, 0) * 10 + digit(12, 10, 8)
  }

  private static func unreflected(_ code: Int) -> Int {
    var value = code
    value ^= value >> 4
    value ^= value >> 2
    value ^= value >> 1
    return value
  }
}
