/// Numbers of ships: IMO numbers with their check digit, and maritime mobile service identities.
enum ShipNumber {
  /// Six digits weigh 7 to 2; the last digit of the sum is the seventh (IMO resolution A.1117(30)). 9074729 holds.
  static func readIMO(_ characters: String) throws(IdentifierFault) -> IdentifierReading {
    let digits = characters.hasPrefix("IMO") ? String(characters.dropFirst(3)) : characters
    guard digits.count == 7, IdentifierCharacters.areDigits(digits) else {
      throw IdentifierFault(kind: .imo, reason: "seven digits are expected, with or without IMO before them")
    }
    let values = digits.compactMap(\.wholeNumberValue)
    let sum = zip(values.prefix(6), [7, 6, 5, 4, 3, 2]).reduce(0) { $0 + $1.0 * $1.1 }
    return IdentifierReading(.imo, "IMO" + digits, check: sum % 10 == values[6] ? .holds : .fails)
  }

  /// Nine digits; the first say what bears the number (ITU-R M.585-9, annex 1).
  static func readMMSI(_ characters: String) throws(IdentifierFault) -> IdentifierReading {
    guard characters.count == 9, IdentifierCharacters.areDigits(characters) else {
      throw IdentifierFault(kind: .mmsi, reason: "nine digits are expected")
    }
    let bearers = [
      ("970", "a search and rescue transmitter"), ("972", "a man-overboard device"),
      ("974", "an emergency beacon with AIS"),
      ("111", "an aircraft in search and rescue"), ("98", "a craft that belongs to a ship"),
      ("99", "an aid to navigation"),
      ("00", "a coast station"), ("0", "a group of ships"), ("8", "a handheld radio"),
    ]
    let bearer = bearers.first { characters.hasPrefix($0.0) }?.1
    let isShip = ("2"..."7").contains(String(characters.prefix(1)))
    return IdentifierReading(
      .mmsi, characters, notes: [bearer ?? (isShip ? "a ship's station" : "of no form that M.585 describes")])
  }
}
