public import Geodesy

/// What a call by digital selective calling says beyond its own sentence: sentence `DSE` (IEC 61162-1:2016, 8.3; ITU-R
/// M.821-1).
public struct DistressExtension: Hashable, Sendable {
  /// Whether the sentence asks, answers or came by itself.
  public enum Query: String, Hashable, Sendable {
    case query = "Q"
    case reply = "R"
    case automatic = "A"
  }

  /// How many sentences there are for the call.
  public let total: Int
  /// Which of them this is, from 1.
  public let number: Int
  /// Whether it asks, answers or came by itself.
  public let query: Query?
  /// The identity that the call bears.
  public let mmsi: UInt32?
  /// Ten-thousandths of a minute to add to the latitude of the call, away from the equator, 0 to 9,999.
  public private(set) var latitudeTenThousandthMinutes: Int?
  /// Ten-thousandths of a minute to add to the longitude of the call, away from Greenwich, 0 to 9,999.
  public private(set) var longitudeTenThousandthMinutes: Int?
  /// Speed in knots.
  public private(set) var speedKnots: Double?
  /// Course in degrees.
  public private(set) var courseDegrees: Double?
  /// How many persons are on board.
  public private(set) var personsOnBoard: Int?
  /// Every other item by its code: source and datum of the position (1), further identification (4), area (5).
  public private(set) var others: [Int: String] = [:]
  /// The position of the call made finer; nil when the call was not seen or had none.
  public internal(set) var position: Position?

  init(_ fields: SentenceFields) throws(NMEARefusal) {
    guard fields.count >= 6, fields.count % 2 == 0, let total = try fields.integer(0),
      let number = try fields.integer(1)
    else { throw .wrongFieldCount }
    guard total >= 1, 1...total ~= number else { throw .badField }
    self.total = total
    self.number = number
    query = try fields.choice(2)
    mmsi = try fields.identity(3)
    for index in stride(from: 4, to: fields.count, by: 2) {
      guard let code = try fields.integer(index) else { continue }
      try read(code % 100, fields, index + 1)
    }
  }

  /// Reads one item by its expansion specifier (ITU-R M.821-1; last two digits of the symbol).
  private mutating func read(_ code: Int, _ fields: SentenceFields, _ index: Int) throws(NMEARefusal) {
    switch code {
    case 0:
      let field = fields[index]
      guard field.count == 8, let digits = field.decimalNumber() else { throw .badField }
      latitudeTenThousandthMinutes = Int(digits / 10_000)
      longitudeTenThousandthMinutes = Int(digits % 10_000)
    case 2: speedKnots = try fields.tenths(index)
    case 3:
      courseDegrees = try fields.tenths(index)
      guard courseDegrees ?? 0 <= 360 else { throw .badField }
    case 6: personsOnBoard = try fields.integer(index)
    default: others[code] = try fields.text(index)
    }
  }

  /// The position that this makes of a call's own, whose minutes are cut and not rounded.
  func refine(_ position: Position) -> Position? {
    guard let latitude = latitudeTenThousandthMinutes, let longitude = longitudeTenThousandthMinutes else { return nil }
    let north = position.latitudeDegrees.magnitude + Double(latitude) / 600_000
    let east = position.longitudeDegrees.magnitude + Double(longitude) / 600_000
    return Position(
      latitudeDegrees: position.latitudeDegrees.sign == .minus ? -north : north,
      longitudeDegrees: position.longitudeDegrees.sign == .minus ? -east : east)
  }
}

extension SentenceFields {
  /// Four digits that count tenths, or a number with its own point; nil when the field is empty.
  fileprivate func tenths(_ index: Int) throws(NMEARefusal) -> Double? {
    guard let value = try magnitude(index) else { return nil }
    return self[index].contains(UInt8(ascii: ".")) ? value : value / 10
  }
}
