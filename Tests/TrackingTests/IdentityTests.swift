import Testing

@testable import Tracking

@Suite struct IdentityTests {
  @Test(
    arguments: [
      (235_012_345, MaritimeIdentity.Kind.ship, "GB"), (2_320_001, .coastStation, "GB"),
      (22_712_345, .groupOfShips, "FR"), (111_232_501, .sarAircraft, "GB"), (992_351_000, .aidToNavigation, "GB"),
      (982_271_234, .craftAssociated, "FR"), (823_212_345, .handheld, "GB"),
      (970_010_012, .searchAndRescueTransmitter, nil), (972_010_012, .manOverboard, nil),
      (974_010_012, .emergencyBeacon, nil), (0, .unassigned, nil), (123_456_789, .unassigned, nil),
      (UInt32.max, .unassigned, nil), (299_000_000, .ship, nil), (971_000_000, .unassigned, nil),
    ] as [(UInt32, MaritimeIdentity.Kind, String?)])
  func theDigitsNameTheHolder(mmsi: UInt32, kind: MaritimeIdentity.Kind, country: String?) {
    let identity = MaritimeIdentity(mmsi: mmsi)
    #expect(identity.kind == kind)
    #expect(identity.countryCode == country)
  }

  @Test(arguments: [
    (201, "AL"), (205, "BE"), (211, "DE"), (227, "FR"), (235, "GB"), (244, "NL"), (257, "NO"), (305, "AG"),
    (351, "PA"), (477, "HK"), (538, "MH"), (566, "SG"), (636, "LR"), (775, "VE"),
  ]) func countriesOfKnownDigits(digits: Int, country: String) {
    #expect(MaritimeIdentificationDigits.countryCode(digits) == country)
  }

  @Test func theTableIsWellFormed() {
    var seen: Set<Int> = []
    var countries: Set<Substring> = []
    for line in MaritimeIdentificationDigits.table.split(separator: "\n") {
      let words = line.split(separator: " ")
      #expect(words.count >= 2)
      #expect(words[0].count == 2 && words[0].allSatisfy { ("A"..."Z").contains($0) })
      #expect(countries.insert(words[0]).inserted, "\(words[0]) stands twice")
      for word in words.dropFirst() {
        let digits = Int(word)
        #expect(digits.map { (201...775).contains($0) } == true)
        #expect(digits.map { seen.insert($0).inserted } == true, "\(word) stands twice")
      }
    }
    #expect(seen.count > 280)
    for outside in [Int.min, 0, 200, 776, .max] {
      #expect(MaritimeIdentificationDigits.countryCode(outside) == nil)
    }
  }

  @Test(
    arguments: [
      (235_012_345, nil, TrackClass.unknown), (235_012_345, 0, .unknown), (235_012_345, 30, .fishing),
      (235_012_345, 52, .tug), (235_012_345, 36, .sailing), (235_012_345, 45, .highspeed), (235_012_345, 51, .sar),
      (235_012_345, 55, .law), (235_012_345, 69, .passenger), (235_012_345, 71, .cargo), (235_012_345, 89, .tanker),
      (235_012_345, 255, .unknown), (235_012_345, -1, .unknown), (235_012_345, 35, .military),
      (235_012_345, 50, .pilot), (235_012_345, 90, .other), (111_232_501, nil, .aircraft),
      (992_351_000, 70, .aton), (2_320_001, nil, .base), (974_010_012, nil, .distress), (982_271_234, 37, .pleasure),
    ] as [(UInt32, Int?, TrackClass)])
  func classes(mmsi: UInt32, shipType: Int?, trackClass: TrackClass) {
    #expect(TrackClass(mmsi: mmsi, shipType: shipType) == trackClass)
  }

  @Test func codesAreStableWords() {
    #expect(ShipType(0).code == "notAvailable")
    #expect(ShipType(70).code == "cargo")
    #expect(ShipType(84).code == "tankerHazardousD")
    #expect(ShipType(30).code == "fishing")
    #expect(ShipType(19).code == "reserved")
    #expect(ShipType(Int.max).code == "reserved")
    #expect(NavigationalStatus(rawValue: 1)?.code == "atAnchor")
    #expect(NavigationalStatus(rawValue: 16) == nil)
    #expect(Set(NavigationalStatus.allCases.map(\.code)).count == 16)
  }
}
