public import Geodesy

/// A call by digital selective calling, as a radio hands it on: sentence `DSC` (IEC 61162-1:2016, 8.3; ITU-R M.493-15).
public struct DistressCall: Hashable, Sendable {
  /// Whom the call is for.
  public let format: Format
  /// How pressing it is; a distress alert is always distress.
  public let category: Category?
  /// The identity in the address field: the sender's, as the radio fills it in.
  public let mmsi: UInt32?
  /// The address as sent, when it is an area rather than an identity.
  public let area: String?
  /// The craft in distress: the sender of an alert, or whom an acknowledgement or relay is about.
  public let mmsiInDistress: UInt32?
  /// What has happened; nil unless the call is about distress.
  public let nature: DistressNature?
  /// The first telecommand, or nil in a distress alert, which has none (last two digits of the symbol).
  public let firstTelecommand: Int?
  /// The type of communication that is asked for, or the second telecommand (last two digits of the symbol).
  public let secondTelecommand: Int?
  /// Where the craft in distress is, to the whole minute below; nil when the sender did not know.
  public let position: Position?
  /// Channel or frequency of calls that are not about distress, as sent.
  public let channel: String?
  /// When the position was valid, in minutes since midnight UTC; nil when the sender did not know.
  public let minuteOfDay: Int?
  /// How the sequence of calls ends.
  public let acknowledgement: Acknowledgement?
  /// Whether a `DSE` sentence follows that says more.
  public let isExtended: Bool

  /// What the call means for a watch.
  public var meaning: Meaning {
    if format == .distress { return .alert }
    switch (category, firstTelecommand) {
    case (.distress, Self.distressAcknowledgement):
      return mmsi != nil && mmsi == mmsiInDistress ? .cancellation : .acknowledgement
    case (.distress, Self.distressRelay): return .relay
    case (_, Self.test): return .test
    default: return .other
    }
  }

  private static let distressAcknowledgement = 10
  private static let distressRelay = 12
  private static let test = 18

  init(_ fields: SentenceFields) throws(NMEARefusal) {
    guard 9...11 ~= fields.count else { throw .wrongFieldCount }
    guard let code = try fields.integer(0), let format = Format(rawValue: code % 100) else { throw .badField }
    self.format = format
    let address = fields[1]
    mmsi = format == .area ? nil : try fields.identity(1)
    area = format == .area && !address.isEmpty ? try fields.text(1) : nil
    if let code = try fields.integer(2) {
      guard let category = Category(rawValue: code % 100) else { throw .badField }
      self.category = category
    } else {
      category = format == .distress ? .distress : nil
    }
    let (third, fourth) = (try fields.integer(3), try fields.integer(4))
    secondTelecommand = fourth.map { $0 % 100 }
    let isAboutDistress = format == .distress || category == .distress
    position = isAboutDistress ? try fields.tenDigitPosition(5) : nil
    channel = isAboutDistress ? nil : try fields.text(5)
    minuteOfDay = isAboutDistress ? try fields.minuteOfDay(6) : nil
    if format == .distress {
      mmsiInDistress = mmsi
      nature = third.map { DistressNature(rawValue: $0 % 100) }
      firstTelecommand = nil
    } else {
      mmsiInDistress = try fields.identity(7)
      nature = try fields.integer(8).map { DistressNature(rawValue: $0 % 100) }
      firstTelecommand = third.map { $0 % 100 }
    }
    acknowledgement = try fields.choice(9)
    switch try fields.letter(10) {
    case nil: isExtended = false
    case UInt8(ascii: "E"): isExtended = true
    default: throw .badField
    }
  }
}

extension SentenceFields {
  /// A maritime identity in ten digits of which the last is 0 (ITU-R M.493-15, Annex 1, 5.2); nil when the field is empty.
  func identity(_ index: Int) throws(NMEARefusal) -> UInt32? {
    let field = self[index]
    guard !field.isEmpty else { return nil }
    guard let number = field.decimalNumber() else { throw .badField }
    switch field.count {
    case 9: return UInt32(number)
    case 10 where number % 10 == 0: return UInt32(number / 10)
    default: throw .badField
    }
  }

  /// A position in ten digits: quadrant, latitude in degrees and minutes, longitude in degrees and minutes
  /// (ITU-R M.493-15, Annex 1, 8.1.2); nil when the field is empty or ten nines.
  func tenDigitPosition(_ index: Int) throws(NMEARefusal) -> Position? {
    let field = self[index]
    guard !field.isEmpty else { return nil }
    guard field.count == 10, let digits = field.decimalNumber() else { throw .badField }
    guard digits != 9_999_999_999 else { return nil }
    let quadrant = digits / 1_000_000_000
    let (latitude, longitude) = (digits / 100_000 % 10_000, digits % 100_000)
    guard quadrant <= 3, latitude % 100 < 60, longitude % 100 < 60 else { throw .badField }
    let north = Double(latitude / 100) + Double(latitude % 100) / 60
    let east = Double(longitude / 100) + Double(longitude % 100) / 60
    // 0 north-east, 1 north-west, 2 south-east, 3 south-west.
    guard
      let position = Position(
        latitudeDegrees: quadrant >= 2 ? -north : north, longitudeDegrees: quadrant % 2 == 1 ? -east : east)
    else { throw .badField }
    return position
  }

  /// A time `hhmm` in minutes since midnight UTC; nil when the field is empty or 8888 (ITU-R M.493-15, Annex 1, 8.1.3).
  func minuteOfDay(_ index: Int) throws(NMEARefusal) -> Int? {
    guard let clock = try integer(index), clock != 8_888 else { return nil }
    guard clock >= 0, clock / 100 < 24, clock % 100 < 60 else { throw .badField }
    return clock / 100 * 60 + clock % 100
  }
}
