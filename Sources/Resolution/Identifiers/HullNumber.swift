/// Numbers of hulls and engines.
enum HullNumber {
  /// ISO 10087: country (two letters), builder (three), serial (five), month of production (A to L), its year (a
  /// digit), model year (two digits): `GBABC12345D414`. The American form has no country and twelve characters.
  static func read(_ characters: String) throws(IdentifierFault) -> IdentifierReading {
    var body = characters
    for word in ["HIN", "CIN"] where body.count > 14 && body.hasPrefix(word) { body.removeFirst(3) }
    let all = Array(body)
    guard all.count == 14 || all.count == 12 else {
      throw IdentifierFault(
        kind: .hull, reason: "it has \(all.count) characters; 14 are expected, or 12 in the American form")
    }
    let builder = all.count == 14 ? 2 : 0
    var notes: [String] = []
    if all.count == 14, !all[0..<2].allSatisfy(\.isLetter) { notes.append("the country is not two letters") }
    if all[(builder + 3)..<(builder + 8)].contains(where: { "IOQ".contains($0) }) {
      notes.append("I, O and Q do not occur in serial numbers: a 1 or a 0 was misread")
    }
    let (month, year) = (all[builder + 8], all.suffix(3))
    if all.count == 14 {
      if !("A"..."L").contains(all[10]) { notes.append("the month is not A to L") }
      if !year.allSatisfy(\.isNumber) { notes.append("the years are not digits") }
    } else if month.isLetter, !("A"..."L").contains(month), month != "M" {
      notes.append("the month is not A to L")
    }
    return IdentifierReading(.hull, body, notes: notes)
  }

  /// A number with the letters that do not occur in its serial read as the digits that they were.
  static func repaired(_ canonical: String) -> String {
    var all = Array(canonical)
    let builder = all.count == 14 ? 2 : 0
    guard all.count >= builder + 8 else { return canonical }
    for place in (builder + 3)..<(builder + 8) {
      if all[place] == "I" { all[place] = "1" } else if "OQ".contains(all[place]) { all[place] = "0" }
    }
    return String(all)
  }

  /// Serial numbers of engines follow no standard; makers agree on letters and digits alone.
  static func readEngine(_ characters: String) throws(IdentifierFault) -> IdentifierReading {
    guard 4...20 ~= characters.count, characters.contains(where: \.isNumber) else {
      throw IdentifierFault(kind: .engine, reason: "4 to 20 letters and digits are expected, one of them a digit")
    }
    return IdentifierReading(.engine, characters)
  }
}
