import Geodesy
import Testing

@testable import Feeds

private func decode(_ lines: [String]) -> ([BeaconMessage], BeaconDecoder.Diagnostics) {
  var decoder = BeaconDecoder()
  var messages: [BeaconMessage] = []
  bytes(lines).withUnsafeBytes { decoder.consume($0) { messages.append($0.message) } }
  decoder.finish { messages.append($0.message) }
  return (messages, decoder.diagnostics)
}

private func only(_ digits: String) throws -> BeaconMessage {
  let (messages, diagnostics) = decode([digits])
  #expect(diagnostics.refusals.total == 0, "\(diagnostics.refusals.examples)")
  return try #require(messages.first)
}

struct BeaconDecoderTests {
  /// Positions and numbers worked out from the bits by hand.
  @Test(arguments: [
    ("A3E7B10016150D364D8B3689C09437", "47CF62002CFFBFF", BeaconKind.personal, 574, 708, 22, 21.041_111, 105.49),
    ("8E0D0990014710021963C85C7009F5", "1C1A132002BFDFF", .aircraft, 224, 153, 5, 27.763_333, 0),
    ("96ED09900149D4D467EE0851A3B2E8", "2DDA132002BFDFF", .aircraft, 366, 153, 5, 38.852_222, -76.937_778),
  ])
  func messagesAsSent(
    digits: String, identity: String, kind: BeaconKind, country: Int, approval: Int, serial: Int, north: Double,
    east: Double
  ) throws {
    let message = try only(digits)
    #expect(message.firstFieldIsWhole == true && message.secondFieldIsWhole == true)
    #expect(message.identity15 == identity && message.kind == kind && message.country == country)
    #expect(message.identity.typeApproval == approval && message.identity.serial == serial)
    let location = try #require(message.location)
    #expect(!location.isCoarse)
    #expect(abs(location.position.latitudeDegrees - north) < 1e-6)
    #expect(abs(location.position.longitudeDegrees - east) < 1e-6)
  }

  /// 50° 57′ 16″ N, 1° 25′ 48″ E: a quarter of a degree and an offset from it.
  @Test func standardLocationWithMMSI() throws {
    var maker = BeaconMaker(user: false, country: 232)
    maker.add("0010")
    maker.add(1_234, 20)
    maker.add(1, 4)
    maker.add("0")
    maker.add(204, 9)
    maker.add("0")
    maker.add(6, 10)
    maker.add("1101 1 1")
    maker.add("0 00010 1011")
    maker.add("0 00100 0011")
    let message = try only(maker.long)
    #expect(message.coding == .standardMMSI && message.kind == .ship && !message.isTest)
    #expect(message.identity.mmsi == 232_001_234 && message.identity.specificNumber == "1")
    #expect(message.positionIsInternal == true && message.homes121MHz == true)
    let location = try #require(message.location)
    #expect(abs(location.position.latitudeDegrees - (51 - 2.0 / 60 - 44.0 / 3_600)) < 1e-12)
    #expect(abs(location.position.longitudeDegrees - (1.5 - 4.0 / 60 - 12.0 / 3_600)) < 1e-12)
    #expect(message.identity15.hasSuffix("FFBFF"))
    #expect(message.isLong == true && location.resolutionDegrees == 1.0 / 900)
  }

  /// The first field alone gives the coarse position, and the identity does not move with it.
  @Test func nationalLocation() throws {
    var maker = BeaconMaker(user: false, country: 227)
    maker.add("1011")
    maker.add(77, 18)
    maker.add("1 0010000 00101")
    maker.add("1 00001010 11101")
    maker.add("110 1 0 0")
    maker.add("1 01 0010 0 11 0001")
    maker.add("000000")
    let message = try only(maker.long)
    #expect(message.coding == .nationalPLB && message.identity.serial == 77 && message.positionIsInternal == false)
    let fine = try #require(message.location?.position)
    #expect(abs(fine.latitudeDegrees + (16 + 10.0 / 60 + 1.0 / 60 + 8.0 / 3_600)) < 1e-12)
    #expect(abs(fine.longitudeDegrees + (10 + 58.0 / 60 - 3.0 / 60 - 4.0 / 3_600)) < 1e-12)
    let coarse = try only(maker.identity)
    #expect(coarse.identity15 == message.identity15 && coarse.location?.isCoarse == true)
    #expect(coarse.location?.position == Position(latitudeDegrees: -9_700.0 / 600, longitudeDegrees: -6_580.0 / 600))
    #expect(coarse.firstFieldIsWhole == nil)
    let whole = try only(message.identity15)
    #expect(whole.location == nil && whole.identity15 == message.identity15)
  }

  @Test func userLocation() throws {
    var maker = BeaconMaker(user: true, country: 235)
    maker.add("010")
    maker.add(text: "012345")
    maker.add(text: "2")
    maker.add("00 01")
    maker.add("1 0 0110011 0111 1 00000001 0101")
    let message = try only(maker.long)
    #expect(message.coding == .maritimeUser && message.identity.mmsi == 235_012_345)
    #expect(message.identity.specificNumber == "2" && message.homes121MHz == true && message.positionIsInternal == true)
    let position = try #require(message.location?.position)
    #expect(abs(position.latitudeDegrees - (51 + 28.0 / 60)) < 1e-12)
    #expect(abs(position.longitudeDegrees + (1 + 20.0 / 60)) < 1e-12)
  }

  @Test func callSignsAndRegistrations() throws {
    var ship = BeaconMaker(user: true, country: 232)
    ship.add("110")
    ship.add(text: "MABC")
    ship.add("0111 1010 1010")
    ship.add(text: "0")
    ship.add("00 00")
    ship.add("1 1 0110")
    let called = try only(ship.short)
    #expect(called.identity.callSign == "MABC7" && called.nature?.words == "sinking")
    #expect(called.isActivatedByHand == false && called.isLong == false && called.firstFieldIsWhole == true)
    var aircraft = BeaconMaker(user: true, country: 232)
    aircraft.add("001")
    aircraft.add(text: " G-ABCZ")
    aircraft.add("01 01")
    let registered = try only(aircraft.identity)
    #expect(registered.identity.registration == "G-ABCZ" && registered.kind == .aircraft)
  }

  @Test func returnLinkWithMMSI() throws {
    var maker = BeaconMaker(user: false, country: 232)
    maker.add("1101 01 1111")
    maker.add(1_234, 20)
    maker.add("0 11111111 0 111111111")
    let message = try only(maker.identity)
    #expect(message.coding == .returnLink && message.kind == .ship && message.identity.mmsi == 232_001_234)
    #expect(message.location == nil && message.identity15 == maker.identity)
  }

  @Test(arguments: [("1110", BeaconKind.test), ("1111", .test), ("1100", .shipSecurity), ("0011", .aircraft)])
  func testsAreToldApart(code: String, kind: BeaconKind) throws {
    var maker = BeaconMaker(user: false, country: 232)
    maker.add(code)
    maker.add(0, 45)
    let message = try only(maker.identity)
    #expect(message.kind == kind && message.isTest == (kind == .test))
  }

  @Test func synchronisationSaysASelfTest() throws {
    let digits = "8E3301E240298056CF99F61503780B"
    let (real, selfTest) = (try only("FFFE2F" + digits), try only("FFFED0" + digits))
    #expect(!real.isTest && !real.isSelfTest && selfTest.isTest && selfTest.isSelfTest)
    #expect(real.identity.aircraftAddress == 0x01E240 && real.identity15 == selfTest.identity15)
    #expect(decode(["FFFE20" + digits]).1.refusals.counts == [.noSynchronisation: 1])
  }

  @Test func secondGeneration() throws {
    var maker = BeaconMaker(user: true, country: 201)
    maker.add("101")
    maker.add(230, 16)
    maker.add(573, 14)
    maker.add("0 001")
    maker.add(232_001_234, 30)
    maker.add(5_678, 14)
    let message = try only(BeaconMaker.hexadecimal(maker.bits))
    #expect(message.form == .secondGeneration && message.country == 201 && message.kind == .ship)
    #expect(message.identity.mmsi == 232_001_234 && message.identity.aisMMSI == 974_005_678)
    #expect(message.identity.typeApproval == 230 && message.identity.serial == 573)
    #expect(message.identity15 == String(message.digits.prefix(15)))
  }

  /// Any one wrong bit of a message is seen, and the message is still handed on.
  @Test func everyWrongBitIsSeen() throws {
    let digits = Array("A3E7B10016150D364D8B3689C09437")
    for bit in 1..<120 {
      var damaged = digits
      let value = Int(String(digits[bit / 4]), radix: 16)! ^ (8 >> (bit % 4))
      damaged[bit / 4] = Character(String(value, radix: 16, uppercase: true))
      let message = try only(String(damaged))
      #expect(message.firstFieldIsWhole == (bit >= 82))
      #expect(message.secondFieldIsWhole == (bit < 82))
      if bit >= 82 { #expect(message.location?.isCoarse == true) }
    }
  }

  @Test func whatWasNotReceivedIsNotWrong() throws {
    for digits in ["8DA41A02C17FDFF83B4235FFFFFFFF", "8E8628D187874181D738F700000000"] {
      let message = try only(digits)
      #expect(message.firstFieldIsWhole == true && message.secondFieldIsWhole == nil)
    }
    #expect(try only("8DA41A02C17FDFF83B4235FFFFFFFF").location == nil)
    let coarse = try #require(only("8E8628D187874181D738F700000000").location)
    #expect(coarse.position == Position(latitudeDegrees: -7.25, longitudeDegrees: 12) && coarse.isCoarse)
  }

  @Test func eachRefusalHasItsReason() {
    let good = "1D0E4E9142FFBFF"
    let cases: [(String, BeaconRefusal)] = [
      ("1D0E4E9142FFBFG", .notHexadecimal), ("1D0E4E9142FFBF", .wrongLength),
      (String(repeating: "0", count: 28), .noSynchronisation),
      (String(repeating: "0", count: 23), .notSecondGeneration),
      (String(repeating: "0", count: 257), .tooLong),
    ]
    for (line, reason) in cases {
      let (messages, diagnostics) = decode([line, "", "# a comment", "1d0e 4e91 42ff bff\r  # " + good])
      #expect(diagnostics.refusals.counts == [reason: 1], "\(line)")
      #expect(messages.map(\.digits) == [good])
      #expect(diagnostics.lines == 4 && diagnostics.emptyLines == 2)
    }
  }

  @Test func cutAnywhereAndDamaged() {
    var numbers = SeededNumbers(state: 121)
    var input: [UInt8] = []
    let templates = ["A3E7B10016150D364D8B3689C09437", "1D0E4E9142FFBFF", "9934039823D000000000000"]
    for index in 0..<20_000 {
      let template = Array(templates.randomElement(using: &numbers)!.utf8)
      input += damagedCopy(template, &numbers).filter { $0 != 0x0A } + [0x0A]
      let digits = String(index, radix: 16, uppercase: true)
      input += Array(("1D0E4" + String(repeating: "0", count: 10 - digits.count) + digits + "\n").utf8)
    }
    var decoder = BeaconDecoder()
    var found = Set<String>()
    var start = 0
    input.withUnsafeBytes { all in
      while start < all.count {
        let end = min(all.count, start + Int.random(in: 1...40, using: &numbers))
        decoder.consume(UnsafeRawBufferPointer(rebasing: all[start..<end])) { found.insert($0.message.digits) }
        start = end
      }
    }
    decoder.finish { _ in }
    #expect(found.filter { $0.hasPrefix("1D0E400000") }.count >= 20_000)
    #expect(decoder.diagnostics.lines == 40_000 && decoder.diagnostics.refusals.total > 10_000)
  }
}
