/// Numbers of mobile devices (3GPP TS 23.003, annex B): fourteen digits and a Luhn digit, or sixteen with a software
/// version.
enum DeviceNumber {
  static func read(_ characters: String) throws(IdentifierFault) -> IdentifierReading {
    guard 14...16 ~= characters.count, IdentifierCharacters.areDigits(characters) else {
      throw IdentifierFault(kind: .imei, reason: "14 to 16 digits are expected")
    }
    guard characters.contains(where: { $0 != characters.first }) else {
      throw IdentifierFault(kind: .imei, reason: "all its digits are the same, as makers of copies write")
    }
    let body = String(characters.prefix(14))
    let check = luhn(body)
    switch characters.count {
    case 15:
      let holds = characters.last?.wholeNumberValue == check
      return IdentifierReading(.imei, holds ? body + "\(check)" : characters, check: holds ? .holds : .fails)
    case 16: return IdentifierReading(.imei, body + "\(check)", notes: ["the software version was left out"])
    default: return IdentifierReading(.imei, body + "\(check)", notes: ["the check digit was added"])
    }
  }

  /// Luhn's digit (ISO/IEC 7812-1, annex B): 49015420323751 gives 8.
  static func luhn(_ body: String) -> Int {
    let sum = body.reversed().enumerated().reduce(0) { sum, place in
      let value = place.element.wholeNumberValue ?? 0
      guard place.offset.isMultiple(of: 2) else { return sum + value }
      return sum + (value > 4 ? value * 2 - 9 : value * 2)
    }
    return (10 - sum % 10) % 10
  }
}
