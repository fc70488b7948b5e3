/// Letters and digits of identifiers: without what parts them, in capitals, and in figures that all scripts share.
enum IdentifierCharacters {
  /// Capitals and digits alone; figures of Arabic, Persian and full width become ours, Cyrillic and Greek letters
  /// that look like Latin ones become those.
  static func clean(_ text: String) -> String {
    var made = ""
    for scalar in text.unicodeScalars {
      switch scalar.value {
      case 48...57, 65...90: made.unicodeScalars.append(scalar)
      case 97...122: made.unicodeScalars.append(Unicode.Scalar(UInt8(scalar.value - 32)))
      default:
        if let value = digit(scalar) {
          made += "\(value)"
        } else if let letter = lookalikes[scalar.properties.uppercaseMapping] {
          made.append(letter)
        }
      }
    }
    return made
  }

  /// The value of a decimal figure of any script, 0 to 9.
  static func digit(_ scalar: Unicode.Scalar) -> Int? {
    guard scalar.properties.numericType == .decimal, let value = scalar.properties.numericValue else { return nil }
    return Int(value)
  }

  /// The value of a character in check sums: digits as they are, A is 10, Z is 35 (ICAO 9303-3, ISO 7064).
  static func value(_ character: Character) -> Int? {
    guard let ascii = character.asciiValue else { return nil }
    switch ascii {
    case 48...57: return Int(ascii) - 48
    case 65...90: return Int(ascii) - 55
    default: return nil
    }
  }

  static func areDigits(_ text: some StringProtocol) -> Bool { text.utf8.allSatisfy { 48...57 ~= $0 } }

  private static let lookalikes: [String: Character] = Dictionary(
    uniqueKeysWithValues: zip("АВЕКМНОРСТУХІЈЅΑΒΕΖΗΙΚΜΝΟΡΤΥΧ".map(String.init), "ABEKMHOPCTYXIJSABEZHIKMNOPTYX"))
}
