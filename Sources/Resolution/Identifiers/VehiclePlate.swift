/// Registration plates: letters and digits alone, whichever script they were written in.
enum VehiclePlate {
  static func read(_ characters: String) throws(IdentifierFault) -> IdentifierReading {
    guard 2...10 ~= characters.count else {
      throw IdentifierFault(kind: .plate, reason: "it has \(characters.count) letters and digits; 2 to 10 are expected")
    }
    return IdentifierReading(.plate, characters)
  }
}
