/// How a first-generation beacon is coded, by bits 26 and 36 to 40 of its message (C/S T.001, Annex A, Tables A1 and A2).
public enum BeaconProtocol: String, Hashable, Sendable, CaseIterable {
  case orbitography = "orbitography"
  case aviationUser = "aviation user"
  case maritimeUser = "maritime user"
  case serialUser = "serial user"
  case nationalUser = "national user"
  case radioCallSignUser = "radio call sign user"
  case testUser = "test user"
  case standardMMSI = "standard location, EPIRB with MMSI"
  case standardAircraftAddress = "standard location, ELT with 24-bit address"
  case standardELTSerial = "standard location, ELT with serial number"
  case standardOperator = "standard location, ELT with aircraft operator"
  case standardEPIRBSerial = "standard location, EPIRB with serial number"
  case standardPLBSerial = "standard location, PLB with serial number"
  case shipSecurity = "standard location, ship security"
  case standardTest = "standard location, test"
  case nationalELT = "national location, ELT"
  case nationalEPIRB = "national location, EPIRB"
  case nationalPLB = "national location, PLB"
  case nationalTest = "national location, test"
  case returnLink = "return link service location"
  case distressTracking = "ELT for distress tracking location"
  case spare = "spare"

  /// Which layout of bits a protocol follows.
  enum Layout: Hashable, Sendable {
    case user, standard, national, returnLink, none
  }

  init(_ bits: BeaconBits) {
    self = bits(26) ? Self.user[Int(bits(37, 39))] : Self.location[Int(bits(37, 40))]
  }

  /// Which layout of bits it follows.
  var layout: Layout {
    switch self {
    case .aviationUser, .maritimeUser, .serialUser, .nationalUser, .radioCallSignUser, .testUser: .user
    case .standardMMSI, .standardAircraftAddress, .standardELTSerial, .standardOperator, .standardEPIRBSerial,
      .standardPLBSerial, .shipSecurity, .standardTest:
      .standard
    case .nationalELT, .nationalEPIRB, .nationalPLB, .nationalTest: .national
    case .returnLink, .distressTracking: .returnLink
    case .orbitography, .spare: .none
    }
  }

  private static let user: [BeaconProtocol] = [
    .orbitography, .aviationUser, .maritimeUser, .serialUser, .nationalUser, .spare, .radioCallSignUser, .testUser,
  ]

  private static let location: [BeaconProtocol] = [
    .spare, .spare, .standardMMSI, .standardAircraftAddress, .standardELTSerial, .standardOperator,
    .standardEPIRBSerial, .standardPLBSerial, .nationalELT, .distressTracking, .nationalEPIRB, .nationalPLB,
    .shipSecurity, .returnLink, .standardTest, .nationalTest,
  ]
}

/// What a beacon is carried by.
public enum BeaconKind: String, Hashable, Sendable, CaseIterable {
  /// An emergency position-indicating radio beacon, of a ship.
  case ship = "EPIRB"
  /// An emergency locator transmitter, of an aircraft.
  case aircraft = "ELT"
  /// A personal locator beacon.
  case personal = "PLB"
  /// A ship security alert.
  case shipSecurity = "SSAS"
  /// A beacon that is coded as a test.
  case test = "test"
  /// The message does not say.
  case unknown = "unknown"
}
