/// What a maritime mobile service identity says of its holder by its digits alone.
///
/// Source: ITU-R M.585-9, annexes 1 and 2.
public struct MaritimeIdentity: Hashable, Sendable {
  /// What a number is given to.
  public enum Kind: String, Sendable, Codable, CaseIterable {
    /// A ship: MIDxxxxxx.
    case ship
    /// A group of ships: 0MIDxxxxx.
    case groupOfShips
    /// A coast or base station: 00MIDxxxx.
    case coastStation
    /// A search and rescue aircraft: 111MIDxxx.
    case sarAircraft
    /// A handheld radio with satellite positioning: 8MIDxxxxx.
    case handheld
    /// An AIS search and rescue transmitter: 970xxyyyy.
    case searchAndRescueTransmitter
    /// A man-overboard device: 972xxyyyy.
    case manOverboard
    /// An emergency beacon (EPIRB) with AIS: 974xxyyyy.
    case emergencyBeacon
    /// A craft associated with a parent ship: 98MIDxxxx.
    case craftAssociated
    /// An aid to navigation: 99MIDxxxx.
    case aidToNavigation
    /// A number of no form that has been given a meaning.
    case unassigned
  }

  /// The number.
  public let mmsi: UInt32
  /// What it is given to.
  public let kind: Kind
  /// Its maritime identification digits, 201 to 775, when its form has them.
  public let identificationDigits: Int?

  /// Reads a number, which may be anything that thirty bits hold.
  public init(mmsi: UInt32) {
    self.mmsi = mmsi
    let number = Int(mmsi)
    let (kind, digits): (Kind, Int?) =
      switch number {
      case 2_010_000...7_759_999: (.coastStation, number / 10_000)
      case 20_100_000...77_599_999: (.groupOfShips, number / 100_000)
      case 111_000_000...111_999_999: (.sarAircraft, number / 1000 % 1000)
      case 201_000_000...775_999_999: (.ship, number / 1_000_000)
      case 800_000_000...899_999_999: (.handheld, number / 100_000 % 1000)
      case 970_000_000...970_999_999: (.searchAndRescueTransmitter, nil)
      case 972_000_000...972_999_999: (.manOverboard, nil)
      case 974_000_000...974_999_999: (.emergencyBeacon, nil)
      case 980_000_000...989_999_999: (.craftAssociated, number / 10_000 % 1000)
      case 990_000_000...999_999_999: (.aidToNavigation, number / 10_000 % 1000)
      default: (.unassigned, nil)
      }
    self.kind = kind
    identificationDigits = digits.flatMap { (201...775).contains($0) ? $0 : nil }
  }

  /// The ISO 3166 two-letter code of the administration that gave the number, or nil when the digits name none.
  public var countryCode: String? {
    identificationDigits.flatMap { MaritimeIdentificationDigits.countryCode($0) }
  }
}
