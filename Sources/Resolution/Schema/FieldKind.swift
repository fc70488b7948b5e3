/// What a column is about, which decides how its values are cleaned and compared.
///
/// Nationality, ethnicity and religion have no kind: they are never compared.
public enum FieldKind: String, CaseIterable, Codable, Sendable {
  /// Names given to a person.
  case givenName = "given-name"
  /// Names a person shares with a family, a father or a clan.
  case familyName = "family-name"
  /// A whole name in one value, or the name of a vessel or company.
  case name
  /// A date about the person or thing itself, such as a birth or a date of build.
  case date
  /// A town, suburb or other place.
  case place
  /// A postal code.
  case postcode
  /// A street or another line of an address.
  case address
  /// A number of a house.
  case number
  /// A telephone number.
  case phone
  /// An electronic mail address.
  case email
  /// A passport, identity card or other document.
  case document
  /// A bank account or IBAN.
  case account
  /// A number that names a vessel, an engine, a hull or a device.
  case serial
  /// The plate of a vehicle.
  case plate
  /// Any other identifier, compared whole and with one slip.
  case identifier
  /// One of few values.
  case category
  /// Other words.
  case text
  /// The purpose for which the record was gathered: decides whether it may be resolved, and is not compared.
  case purpose
  /// The role of a phone's owner in an extraction: decides whether it may be resolved, and is not compared.
  case ownerRole = "owner-role"
  /// Not compared.
  case ignored

  /// Whether values of this kind are compared.
  public var isCompared: Bool {
    switch self {
    case .purpose, .ownerRole, .ignored: false
    default: true
    }
  }

  /// Whether its values are words, of which the same pairs come again and again and take long to compare.
  var isWords: Bool {
    switch self {
    case .givenName, .familyName, .name, .place, .address, .text, .email: true
    default: false
    }
  }

  /// Whether it is a name or part of one.
  var isName: Bool { self == .givenName || self == .familyName || self == .name }
}
