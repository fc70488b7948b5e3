/// What the identifiers of a column are: that decides the form in which they are compared, and what their check digits say.
enum IdentifierColumn: Hashable, Sendable {
  /// Letters and digits without a form or a check that is known here.
  case plain
  /// Telephone numbers, with the country code that most of those have that say one.
  case phone(callingCode: Int?)
  /// Bank accounts; IBANs among them have check digits.
  case account
  /// Numbers of travel documents with the check digit of the machine-readable zone behind them.
  case checkedDocument
  /// IMO numbers of ships.
  case ship
  /// Numbers of mobile devices.
  case device
  /// Numbers of hulls.
  case hull

  /// How many distinct values are looked at.
  private static let sample = 500
  /// How many values, and which share of those looked at, must be of one make for the column to be.
  private static let (fewest, share) = (3, 0.7)

  /// What a column of a kind holds, seen from its values.
  init(_ kind: FieldKind, _ values: ValuePool) {
    let texts = (1..<max(1, min(values.count, Self.sample + 1))).map { values.text(UInt32($0)) }
    func holds(_ column: IdentifierColumn) -> Bool {
      let count = texts.count(where: column.isSure)
      return count >= Self.fewest && Double(count) >= Self.share * Double(texts.count)
    }
    switch kind {
    case .phone: self = .phone(callingCode: PhoneNumber.usualCallingCode(of: texts))
    case .account: self = .account
    case .document: self = holds(.checkedDocument) ? .checkedDocument : .plain
    case .serial, .identifier: self = [.ship, .device, .hull].first(where: holds) ?? .plain
    default: self = .plain
    }
  }

  /// How much rarer a check digit that holds makes a chance agreement, in bits: it lets through one misread value in ten, or in 97.
  var checkBits: Double {
    switch self {
    case .checkedDocument, .ship, .device: 3.32
    case .account: 6.6
    case .plain, .phone, .hull: 0
    }
  }

  /// The clean form of a value in lower-case letters and digits, which is as it stands where it is of another make.
  func clean(_ code: [UInt8]) -> [UInt8] {
    switch self {
    case .ship: return Self.without("imo", code)
    case .account: return Self.without("iban", code)
    case .device, .hull:
      guard let reading = reading(String(decoding: code, as: UTF8.self)) else { return code }
      let canonical = self == .hull ? HullNumber.repaired(reading.canonical) : reading.canonical
      return Array(canonical.lowercased().utf8)
    case .plain, .phone, .checkedDocument: return code
    }
  }

  /// What the check digit of a clean value says.
  func check(_ clean: UnsafeBufferPointer<UInt8>) -> IdentifierReading.Check {
    guard checkBits > 0, clean.count <= IdentifierReading.longestBytes, !clean.contains(ObjectReader.unitSeparator)
    else {
      return .none
    }
    return reading(String(decoding: clean, as: UTF8.self))?.check ?? .none
  }

  private func reading(_ text: String) -> IdentifierReading? {
    switch self {
    case .ship: return try? IdentifierReading.read(text, as: .imo)
    case .device: return try? IdentifierReading.read(text, as: .imei)
    case .hull: return try? IdentifierReading.read(text, as: .hull)
    case .account: return try? IdentifierReading.read(text, as: .iban)
    case .checkedDocument:
      let characters = IdentifierCharacters.clean(text)
      guard characters.count == 10, let digit = characters.last, digit.isNumber else { return nil }
      return try? TravelDocumentNumber.read(String(characters.dropLast()), checkDigit: digit)
    case .plain, .phone: return nil
    }
  }

  /// Whether a value as written is surely of this make.
  private func isSure(_ text: String) -> Bool {
    guard let reading = reading(text) else { return false }
    return self == .hull ? reading.canonical.count == 14 && reading.notes.isEmpty : reading.check == .holds
  }

  private static func without(_ word: String, _ code: [UInt8]) -> [UInt8] {
    code.starts(with: word.utf8) ? Array(code.dropFirst(word.utf8.count)) : code
  }
}
