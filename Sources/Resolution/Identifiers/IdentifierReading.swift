/// An identifier in its canonical form, with what its check digit says.
public struct IdentifierReading: Sendable, Equatable {
  /// What a check digit says.
  public enum Check: String, Sendable {
    /// It holds: a single wrong character would have broken it.
    case holds
    /// It does not hold: at least one character is wrong.
    case fails
    /// There is none.
    case none
  }

  /// What it identifies.
  public let kind: IdentifierKind
  /// The form in which the same identifier always reads the same: capitals and digits, phones with a leading plus.
  public let canonical: String
  /// What its check digit says.
  public let check: Check
  /// What was noticed or assumed in reading, in words.
  public let notes: [String]

  init(_ kind: IdentifierKind, _ canonical: String, check: Check = .none, notes: [String] = []) {
    (self.kind, self.canonical, self.check, self.notes) = (kind, canonical, check, notes)
  }

  /// The longest text that is read as an identifier, in bytes.
  public static let longestBytes = 64

  /// Reads an identifier.
  /// - Parameters:
  ///   - text: as somebody wrote it, with blanks, points and dashes.
  ///   - callingCode: the country code for telephone numbers without one, such as 44; without it they are refused.
  /// - Throws: `IdentifierFault` when it cannot be one of this kind. A check digit that fails is no fault but a result.
  public static func read(_ text: String, as kind: IdentifierKind, callingCode: Int? = nil) throws(IdentifierFault)
    -> IdentifierReading
  {
    guard text.utf8.count <= longestBytes else {
      throw IdentifierFault(kind: kind, reason: "it is longer than \(longestBytes) bytes")
    }
    let characters = IdentifierCharacters.clean(text)
    guard !characters.isEmpty else { throw IdentifierFault(kind: kind, reason: "it has no letter or digit") }
    switch kind {
    case .phone: return try PhoneNumber.read(text, callingCode: callingCode)
    case .document: return try TravelDocumentNumber.read(characters)
    case .iban: return try BankAccountNumber.readIBAN(characters)
    case .account: return try BankAccountNumber.read(characters)
    case .imo: return try ShipNumber.readIMO(characters)
    case .mmsi: return try ShipNumber.readMMSI(characters)
    case .hull: return try HullNumber.read(characters)
    case .engine: return try HullNumber.readEngine(characters)
    case .plate: return try VehiclePlate.read(characters)
    case .imei: return try DeviceNumber.read(characters)
    case .free: return IdentifierReading(.free, characters)
    }
  }
}
