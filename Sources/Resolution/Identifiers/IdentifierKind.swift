/// What an identifier identifies, which decides how it is read and checked.
public enum IdentifierKind: String, Sendable, CaseIterable {
  /// A telephone number (ITU-T E.164).
  case phone
  /// The number of a passport or identity card (ICAO 9303), with or without its check digit.
  case document
  /// An international bank account number (ISO 13616).
  case iban
  /// A bank account in a national form.
  case account
  /// A ship's IMO number (resolution A.1117(30)).
  case imo
  /// A maritime mobile service identity (ITU-R M.585).
  case mmsi
  /// The number of a boat's hull, HIN or CIN (ISO 10087).
  case hull
  /// The serial number of an engine.
  case engine
  /// The registration plate of a vehicle.
  case plate
  /// The number of a mobile device (3GPP TS 23.003).
  case imei
  /// Any other identifier: compared as it stands, without blanks and case.
  case free
}
