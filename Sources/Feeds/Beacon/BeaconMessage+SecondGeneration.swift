extension BeaconMessage {
  /// Reads the 23 digits that identify a second-generation beacon (C/S T.018 Issue 1, 3.6 and Table 3.2), whose bits are
  /// given from 1 on.
  init(secondGeneration bits: BeaconBits, digits: String) throws(BeaconRefusal) {
    guard bits(1), bits(12, 14) == 0b101 else { throw .notSecondGeneration }
    var identity = BeaconIdentity()
    identity.typeApproval = Int(bits(15, 30))
    identity.serial = Int(bits(31, 44))
    identity.readVessel(bits)
    form = .secondGeneration
    self.digits = digits
    identity15 = String(digits.prefix(15))
    coding = nil
    country = Int(bits(2, 11))
    self.identity = identity
    isTest = bits(45)
    isSelfTest = false
    // The identity says what carries the beacon only by what identifies the carrier.
    kind =
      if isTest {
        .test
      } else if identity.mmsi != nil || identity.callSign != nil {
        .ship
      } else if identity.registration != nil || identity.aircraftAddress != nil || identity.aircraftOperator != nil {
        .aircraft
      } else {
        .unknown
      }
    isLong = nil
    location = nil
    positionIsInternal = nil
    homes121MHz = nil
    isActivatedByHand = nil
    nature = nil
    firstFieldIsWhole = nil
    secondFieldIsWhole = nil
  }
}

extension BeaconIdentity {
  /// Bits 46 to 48 say what identifies the carrier, bits 49 to 92 hold it (C/S T.018, Table 3.1, bits 91 to 137).
  fileprivate mutating func readVessel(_ bits: BeaconBits) {
    switch bits(46, 48) {
    case 0b001:
      let mmsi = UInt32(bits(49, 78))
      // 111111 stands for a ship that has none; 10,922 for a beacon without AIS.
      if mmsi != 111_111, mmsi <= 999_999_999 { self.mmsi = mmsi }
      let ais = bits(79, 92)
      if ais != 10_922, ais <= 9_999 { aisMMSI = UInt32(974_000_000 + ais) }
    case 0b010: callSign = bits.text(from: 49, characters: 7)
    case 0b011: registration = bits.text(from: 49, characters: 7)
    case 0b100:
      aircraftAddress = UInt32(bits(49, 72))
      let letters = bits(73, 87)
      aircraftOperator = letters == 0 ? nil : bits.letters(from: 73, characters: 3)
    case 0b101:
      aircraftOperator = bits.letters(from: 49, characters: 3)
      specificNumber = String(bits(64, 75))
    default: break
    }
  }
}
