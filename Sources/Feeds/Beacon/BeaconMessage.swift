/// What the hexadecimal form of a 406 MHz beacon's message or identity says (C/S T.001 Issue 4 and C/S T.018 Issue 1).
///
/// A message whose check bits do not fit is handed on, marked: a distress signal is never dropped because of one wrong bit.
public struct BeaconMessage: Hashable, Sendable {
  /// Which part of a beacon's coding the digits are.
  public enum Form: Int, Hashable, Sendable, CaseIterable {
    /// The 15 digits of a first-generation identity: bits 26 to 85.
    case identity = 15
    /// A short message without its synchronisation: bits 25 to 112.
    case short = 22
    /// The 23 digits of a second-generation identity.
    case secondGeneration = 23
    /// A short message with its synchronisation: bits 1 to 112.
    case synchronisedShort = 28
    /// A long message, or a short one filled up, without its synchronisation: bits 25 to 144.
    case message = 30
    /// The same with its synchronisation: bits 1 to 144.
    case synchronised = 36
  }

  /// Which form was read.
  public let form: Form
  /// The digits as read, in capitals.
  public let digits: String
  /// The identity in 15 digits, with the position taken out; the first 15 of a second-generation identity.
  public let identity15: String
  /// The first-generation protocol; nil for the second generation.
  public let coding: BeaconProtocol?
  /// What carries it.
  public let kind: BeaconKind
  /// The country that registers it: three digits as in an MMSI (ITU maritime identification digits).
  public let country: Int
  /// Who it belongs to.
  public let identity: BeaconIdentity
  /// Whether it is coded as a test, or sent with the synchronisation of a self-test.
  public let isTest: Bool
  /// Whether it was sent with the synchronisation of a self-test.
  public let isSelfTest: Bool
  /// Whether the message is a long one; nil for an identity.
  public let isLong: Bool?
  /// Where it is; nil when it does not say.
  public let location: BeaconLocation?
  /// Whether its own receiver found the position, rather than one that it is plugged into; nil when it does not say.
  public let positionIsInternal: Bool?
  /// Whether it also sends a homing signal on 121.5 MHz; nil when it does not say.
  public let homes121MHz: Bool?
  /// Whether it was set off by hand alone; nil when it does not say.
  public let isActivatedByHand: Bool?
  /// What has happened, where a ship's short message says.
  public let nature: DistressNature?
  /// Whether bits 25 to 106 fit their check bits; nil where there are none.
  public let firstFieldIsWhole: Bool?
  /// Whether bits 107 to 144 fit theirs; nil where there are none or they were not received.
  public let secondFieldIsWhole: Bool?
}

extension BeaconMessage {
  /// Reads the bits of a first-generation beacon.
  init(firstGeneration bits: BeaconBits, form: Form, digits: String) throws(BeaconRefusal) {
    let isSynchronised = form == .synchronised || form == .synchronisedShort
    // T.001, 2.2.2: fifteen ones, then 000101111, or 011010000 for a self-test.
    if isSynchronised, bits(1, 15) != 0x7FFF || ![0x02F, 0x0D0].contains(bits(16, 24)) { throw .noSynchronisation }
    let hasFields = form != .identity
    let coding = BeaconProtocol(bits)
    let country = Int(bits(27, 36))
    let isLong = hasFields && bits(25)
    let second = Self.secondField(bits, isLong: isLong, form: form)
    self.form = form
    self.digits = digits
    self.coding = coding
    self.country = country
    self.isLong = hasFields ? isLong : nil
    firstFieldIsWhole = hasFields ? bits.firstFieldIsWhole : nil
    secondFieldIsWhole = second
    isSelfTest = isSynchronised && bits(16, 24) == 0x0D0
    kind = Self.kind(bits, coding)
    isTest = isSelfTest || kind == .test
    identity = BeaconIdentity(bits, coding, country: country)
    identity15 = Self.identity(bits, coding.layout)
    location = BeaconLocation(bits, coding.layout, hasSecondField: second == true)
    let sourceBit = coding.layout == .user || coding.layout == .returnLink ? 107 : 111
    let tellsSource = coding.layout != .none && coding != .distressTracking && second == true
    positionIsInternal = tellsSource ? bits(sourceBit) : nil
    homes121MHz = Self.homing(bits, coding, hasSecondField: second == true)
    // T.001, A2.8: bit 107 says whether bits 109 to 112 are an emergency code, bit 108 how it was set off.
    let tellsEmergency = coding.layout == .user && hasFields && !isLong
    isActivatedByHand = tellsEmergency ? !bits(108) : nil
    let tellsNature = tellsEmergency && bits(107) && (coding == .maritimeUser || coding == .radioCallSignUser)
    nature = tellsNature ? Self.nature(ofCode: Int(bits(109, 112))) : nil
  }

  /// Whether the second field fits its check bits; nil when there is none, or when a ground station filled it up with zeros
  /// or ones behind its first bits, as it does with what it could not receive.
  private static func secondField(_ bits: BeaconBits, isLong: Bool, form: Form) -> Bool? {
    guard isLong, form == .message || form == .synchronised else { return nil }
    let tail = bits(113, 144)
    return tail == 0 || tail == (1 << 32) - 1 ? nil : bits.secondFieldIsWhole
  }

  private static func kind(_ bits: BeaconBits, _ coding: BeaconProtocol) -> BeaconKind {
    switch coding {
    case .maritimeUser, .radioCallSignUser, .standardMMSI, .standardEPIRBSerial, .nationalEPIRB: .ship
    case .aviationUser, .standardAircraftAddress, .standardELTSerial, .standardOperator, .nationalELT,
      .distressTracking:
      .aircraft
    case .standardPLBSerial, .nationalPLB: .personal
    case .shipSecurity: .shipSecurity
    case .testUser, .standardTest, .nationalTest: .test
    case .serialUser:
      switch bits(40, 42) {
      case 0b000, 0b001, 0b011: .aircraft
      case 0b010, 0b100: .ship
      case 0b110: .personal
      default: .unknown
      }
    case .returnLink: [.aircraft, .ship, .personal, .test][Int(bits(41, 42))]
    case .orbitography, .nationalUser, .spare: .unknown
    }
  }

  private static func homing(_ bits: BeaconBits, _ coding: BeaconProtocol, hasSecondField: Bool) -> Bool? {
    switch coding.layout {
    case .user: coding == .nationalUser || coding == .testUser ? nil : bits(84, 85) == 0b01
    case .standard, .national: hasSecondField ? bits(112) : nil
    case .returnLink: hasSecondField && coding == .returnLink ? bits(108) : nil
    case .none: nil
    }
  }

  /// The emergency codes of ships are those of digital selective calling in another order (C/S T.001, A2.8, Table A5).
  private static func nature(ofCode code: Int) -> DistressNature? {
    switch code {
    case 0: .undesignated
    case 1...7: DistressNature(rawValue: code - 1)
    case 8: DistressNature(rawValue: 8)
    default: nil
    }
  }

  /// Bits 26 to 85 with the position set to its default, so that a beacon keeps its identity wherever it drifts.
  private static func identity(_ bits: BeaconBits, _ layout: BeaconProtocol.Layout) -> String {
    var bits = bits
    switch layout {
    case .standard: bits.put(0b0_1111_11111_0_1111_111111, 65, 85)
    case .national: bits.put(0b0_1111111_00000_0_11111111_00000, 59, 85)
    case .returnLink: bits.put(0b0_11111111_0_111111111, 67, 85)
    case .user, .none: break
    }
    let digits = String(bits(26, 85), radix: 16, uppercase: true)
    return String(repeating: "0", count: 15 - digits.count) + digits
  }
}
