/// Who a beacon says that it belongs to; what its protocol does not carry is nil.
public struct BeaconIdentity: Hashable, Sendable {
  /// The maritime identity of the ship: the country code and six digits.
  public internal(set) var mmsi: UInt32?
  /// The radio call sign of the ship.
  public internal(set) var callSign: String?
  /// The registration marking of the aircraft.
  public internal(set) var registration: String?
  /// The 24-bit address of the aircraft (ICAO).
  public internal(set) var aircraftAddress: UInt32?
  /// The designator of the aircraft's operator, three letters (ICAO).
  public internal(set) var aircraftOperator: String?
  /// The serial number of the beacon.
  public internal(set) var serial: Int?
  /// The number of the type approval certificate by Cospas-Sarsat.
  public internal(set) var typeApproval: Int?
  /// Which of several beacons of one ship or aircraft it is, as sent.
  public internal(set) var specificNumber: String?
  /// The identity of the beacon's own AIS transmitter (974…).
  public internal(set) var aisMMSI: UInt32?

  init() {}
}

extension BeaconIdentity {
  /// Reads the identity of a first-generation message (C/S T.001, Annex A, A2 and A3).
  init(_ bits: BeaconBits, _ coding: BeaconProtocol, country: Int) {
    switch coding.layout {
    case .user: readUser(bits, coding, country: country)
    case .standard: readStandard(bits, coding, country: country)
    case .national: serial = Int(bits(41, 58))
    case .returnLink: readReturnLink(bits, coding, country: country)
    case .none: break
    }
  }

  private static func mmsi(country: Int, digits: UInt64) -> UInt32? {
    digits <= 999_999 ? UInt32(country * 1_000_000 + Int(digits)) : nil
  }

  /// A2: user protocols, with identities in bits 40 to 83.
  private mutating func readUser(_ bits: BeaconBits, _ coding: BeaconProtocol, country: Int) {
    switch coding {
    case .maritimeUser:
      let text = bits.text(from: 40, characters: 6)
      if let text, text.utf8.count == 6, let digits = UInt64(text) {
        mmsi = Self.mmsi(country: country, digits: digits)
      } else {
        callSign = text
      }
      specificNumber = bits.text(from: 76, characters: 1)
    case .radioCallSignUser:
      // Four characters, and three digits of which 10 stands for a blank.
      let tail = [bits(64, 67), bits(68, 71), bits(72, 75)].filter { $0 != 10 }
      if let head = bits.text(from: 40, characters: 4), tail.allSatisfy({ $0 < 10 }) {
        callSign = head + tail.map(String.init).joined()
      }
      specificNumber = bits.text(from: 76, characters: 1)
    case .aviationUser:
      registration = bits.text(from: 40, characters: 7)
      specificNumber = String(bits(82, 83))
    case .serialUser: readSerialUser(bits)
    default: break
    }
  }

  /// A2.5: the serial user protocol, whose bits 40 to 42 say what the serial number is of.
  private mutating func readSerialUser(_ bits: BeaconBits) {
    switch bits(40, 42) {
    case 0b001:
      aircraftOperator = bits.text(from: 44, characters: 3)
      serial = Int(bits(62, 73))
    case 0b011:
      aircraftAddress = UInt32(bits(44, 67))
      specificNumber = String(bits(68, 73))
    default: serial = Int(bits(44, 63))
    }
    if bits(43) { typeApproval = Int(bits(74, 83)) }
  }

  /// A3.2: standard location protocols, with identities in bits 41 to 64.
  private mutating func readStandard(_ bits: BeaconBits, _ coding: BeaconProtocol, country: Int) {
    switch coding {
    case .standardMMSI, .shipSecurity:
      mmsi = Self.mmsi(country: country, digits: bits(41, 60))
      specificNumber = coding == .standardMMSI ? String(bits(61, 64)) : nil
    case .standardAircraftAddress: aircraftAddress = UInt32(bits(41, 64))
    case .standardOperator:
      aircraftOperator = bits.letters(from: 41, characters: 3)
      serial = Int(bits(56, 64))
    case .standardTest: break
    default:
      typeApproval = Int(bits(41, 50))
      serial = Int(bits(51, 64))
    }
  }

  /// A3.4 and A3.5: return link service and distress tracking, with identities in bits 41 to 66.
  private mutating func readReturnLink(_ bits: BeaconBits, _ coding: BeaconProtocol, country: Int) {
    guard coding == .returnLink else {
      switch bits(41, 42) {
      case 0b00: aircraftAddress = UInt32(bits(43, 66))
      case 0b01:
        aircraftOperator = bits.letters(from: 43, characters: 3)
        serial = Int(bits(58, 66))
      case 0b10:
        typeApproval = Int(bits(43, 52))
        serial = Int(bits(53, 66))
      default: break
      }
      return
    }
    if bits(43, 46) == 0b1111 {
      mmsi = Self.mmsi(country: country, digits: bits(47, 66))
    } else {
      typeApproval = Int(bits(43, 52))
      serial = Int(bits(53, 66))
    }
  }
}
