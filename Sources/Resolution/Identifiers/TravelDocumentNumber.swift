/// Numbers of travel documents and their check digits (ICAO 9303-3, section 4.9).
public enum TravelDocumentNumber {
  /// The check digit: characters weigh 7, 3, 1 in turn, A is 10, Z is 35, `<` is 0, the sum modulo 10.
  ///
  /// - Returns: 0 to 9, or nil when a character is none of a machine-readable zone. `L898902C3` gives 6 (9303-4,
  ///   appendix B).
  public static func checkDigit(_ text: some StringProtocol) -> Int? {
    var sum = 0
    for (index, character) in text.enumerated() {
      guard let value = character == "<" ? 0 : IdentifierCharacters.value(character) else { return nil }
      sum += value * [7, 3, 1][index % 3]
    }
    return sum % 10
  }

  static func read(_ characters: String) throws(IdentifierFault) -> IdentifierReading {
    guard 5...20 ~= characters.count else {
      throw IdentifierFault(kind: .document, reason: "it has \(characters.count) characters; 5 to 20 are expected")
    }
    return IdentifierReading(.document, characters)
  }

  /// Reads a number together with the check digit beside it in a machine-readable zone.
  /// - Throws: `IdentifierFault` when the characters are none of a machine-readable zone.
  public static func read(_ number: String, checkDigit: Character) throws(IdentifierFault) -> IdentifierReading {
    guard let expected = Self.checkDigit(number) else {
      throw IdentifierFault(kind: .document, reason: "only A to Z, 0 to 9 and < stand in a machine-readable zone")
    }
    let canonical = number.filter { $0 != "<" }
    let holds = checkDigit.wholeNumberValue == expected || (checkDigit == "<" && canonical.isEmpty)
    let repaired = holds ? [] : repairs(number, checkDigit: checkDigit)
    let note = repaired.isEmpty ? [] : ["if characters were misread it may be \(repaired.joined(separator: " or "))"]
    return IdentifierReading(.document, canonical, check: holds ? .holds : .fails, notes: note)
  }

  /// Numbers that fit the check digit when up to two characters were taken for others that look like them.
  static func repairs(_ number: String, checkDigit: Character) -> [String] {
    guard let wanted = checkDigit.wholeNumberValue else { return [] }
    let characters = Array(number)
    var found: [String] = []
    let places = characters.indices.filter { OpticalConfusion.partners(characters[$0]) != nil }.prefix(12)
    for (order, first) in places.enumerated() {
      for one in OpticalConfusion.partners(characters[first]) ?? [] {
        var changed = characters
        changed[first] = one
        if Self.checkDigit(String(changed)) == wanted { found.append(String(changed)) }
        guard found.isEmpty else { continue }
        for second in places.dropFirst(order + 1) {
          for other in OpticalConfusion.partners(characters[second]) ?? [] {
            var both = changed
            both[second] = other
            if Self.checkDigit(String(both)) == wanted { found.append(String(both)) }
          }
        }
      }
    }
    return Array(found.prefix(4))
  }
}
