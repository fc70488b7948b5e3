/// The machine-readable zone of a travel document (ICAO 9303, parts 4 to 7): its number and dates, with what each
/// check digit says.
///
/// Nationality and sex stand in the zone and are not read: they play no part in saying who is who.
public struct MachineReadableZone: Sendable, Equatable {
  /// How the zone is laid out.
  public enum Layout: String, Sendable {
    /// Cards, three lines of 30.
    case td1 = "TD1"
    /// Two lines of 36.
    case td2 = "TD2"
    /// Passports, two lines of 44.
    case td3 = "TD3"
    /// Visas, two lines of 44.
    case mrvA = "MRV-A"
    /// Visas, two lines of 36.
    case mrvB = "MRV-B"
  }

  /// How the zone is laid out.
  public let layout: Layout
  /// The document's number with its check.
  public let number: IdentifierReading
  /// The holder's name: primary identifier, a blank, secondary identifiers.
  public let name: String
  /// The date of birth, YYMMDD.
  public let birth: String
  /// The date of expiry, YYMMDD.
  public let expiry: String
  /// The checks that fail, in words; empty when all hold.
  public let failedChecks: [String]

  /// Reads the lines of a zone, without blanks.
  /// - Throws: `IdentifierFault` when the lines are of no known layout or hold other characters.
  public init(_ lines: [String]) throws(IdentifierFault) {
    let rows = lines.map { Array($0.uppercased()) }
    for row in rows where !row.allSatisfy({ $0 == "<" || IdentifierCharacters.value($0) != nil }) {
      throw IdentifierFault(kind: .document, reason: "only A to Z, 0 to 9 and < stand in a machine-readable zone")
    }
    let isVisa = rows.first?.first == "V"
    switch rows.map(\.count) {
    case [30, 30, 30]: layout = .td1
    case [36, 36]: layout = isVisa ? .mrvB : .td2
    case [44, 44]: layout = isVisa ? .mrvA : .td3
    default:
      throw IdentifierFault(
        kind: .document,
        reason: "the lines are of lengths \(rows.map(\.count)); 2 of 44, 2 of 36 or 3 of 30 are expected")
    }
    let field = MachineReadableField(rows: rows)
    let isCard = layout == .td1
    let row = isCard ? 0 : 1
    let start = isCard ? 5 : 0
    number = try TravelDocumentNumber.read(field.text(row, start..<start + 9), checkDigit: field.at(row, start + 9))
    let dates = isCard ? 0 : 13
    birth = field.text(1, dates..<dates + 6)
    expiry = field.text(1, dates + 8..<dates + 14)
    name = field.name(isCard ? field.text(2, 0..<30) : field.text(0, 5..<rows[0].count))
    var failed: [String] = []
    if number.check == .fails { failed.append("number") }
    if !field.holds(birth, field.at(1, dates + 6)) { failed.append("date of birth") }
    if !field.holds(expiry, field.at(1, dates + 14)) { failed.append("date of expiry") }
    if let whole = Self.composite(layout, field), !field.holds(whole.text, whole.check) { failed.append("whole zone") }
    failedChecks = failed
  }

  private static func composite(_ layout: Layout, _ field: MachineReadableField) -> (text: String, check: Character)? {
    switch layout {
    case .td1:
      (field.text(0, 5..<30) + field.text(1, 0..<7) + field.text(1, 8..<15) + field.text(1, 18..<29), field.at(1, 29))
    case .td2: (field.text(1, 0..<10) + field.text(1, 13..<20) + field.text(1, 21..<35), field.at(1, 35))
    case .td3: (field.text(1, 0..<10) + field.text(1, 13..<20) + field.text(1, 21..<43), field.at(1, 43))
    case .mrvA, .mrvB: nil
    }
  }
}

/// Places of a zone.
private struct MachineReadableField {
  let rows: [[Character]]

  func text(_ row: Int, _ places: Range<Int>) -> String { String(rows[row][places]) }
  func at(_ row: Int, _ place: Int) -> Character { rows[row][place] }

  func holds(_ text: String, _ check: Character) -> Bool {
    TravelDocumentNumber.checkDigit(text) == (check == "<" ? 0 : check.wholeNumberValue)
  }

  func name(_ text: String) -> String {
    text.split(separator: "<").joined(separator: " ")
  }
}
