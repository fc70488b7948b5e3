import Testing

@testable import Feeds

struct SquitterTests {
  /// Frames that textbooks print, with the numbers that they give.
  @Test func printedFrames() {
    #expect(
      adsbLines(["*8D4840D6202CC371C32CE0576098;"]) == [
        #"{"class":"ADSB","df":17,"icao":"4840D6","typecode":4,"category":0,"callsign":"KLM1023"}"#
      ])
    #expect(
      adsbLines(["*8D485020994409940838175B284F;"]) == [
        #"{"class":"ADSB","df":17,"icao":"485020","typecode":19,"subtype":1,"nac_v":0,"groundspeed":159.20,"#
          + #""track":182.8804,"east":-8,"north":-159,"vr_source":"GNSS","vertical_rate":-832,"geo_minus_baro":550}"#
      ])
    #expect(
      adsbLines(["*8DA05F219B06B6AF189400CBC33F;"]) == [
        #"{"class":"ADSB","df":17,"icao":"A05F21","typecode":19,"subtype":3,"nac_v":0,"airspeed":375,"#
          + #""heading":243.9844,"airspeed_type":"TAS","vr_source":"BARO","vertical_rate":-2304,"geo_minus_baro":null}"#
      ])
    #expect(
      adsbLines(["*8DA2C1B6E112B600000000760759;"]) == [
        #"{"class":"ADSB","df":17,"icao":"A2C1B6","typecode":28,"subtype":1,"emergency_state":0,"#
          + #""emergency_text":"none","squawk":"6513","emergency":false}"#
      ])
  }

  private func content(_ fields: [(Int, Int)], format: Int = 17, control: Int = 5) -> ADSBContent? {
    let frame = FrameMaker.squitter(0x40_0001, format: format, control: control, fields)
    return ADSBDecoder.decode(bytes([digits(frame)])).receptions.first?.content
  }

  @Test func supersonicVelocities() {
    let ground = content([
      (19, 5), (2, 3), (0, 2), (3, 3), (1, 1), (101, 10), (0, 1), (51, 10), (1, 1), (1, 1), (511, 9),
    ])
    guard case .velocity(let velocity)? = ground else {
      Issue.record("\(String(describing: ground))")
      return
    }
    #expect(velocity.groundKnots == AirborneVelocity.Ground(east: -400, north: 200))
    #expect(velocity.accuracyCategory == 3)
    #expect(velocity.verticalFeetPerMinute == -32_640)
    #expect(velocity.isBarometricRate)
    let air = content([(19, 5), (4, 3), (0, 5), (1, 1), (512, 10), (0, 1), (101, 10)])
    guard case .velocity(let through)? = air else {
      Issue.record("\(String(describing: air))")
      return
    }
    #expect(through.headingTurns1024 == 512)
    #expect(through.airspeedKnots == 400)
    #expect(!through.isTrueAirspeed)
    #expect(through.verticalFeetPerMinute == nil)
    #expect(through.groundKnots == nil)
    #expect(content([(19, 5), (5, 3)]) == .other(typeCode: 19))
    #expect(content([(19, 5), (0, 3)]) == .other(typeCode: 19))
  }

  /// The speeds of the ground's table at the ends of its steps, in eighths of a knot.
  @Test(arguments: [
    (0, nil), (1, 0), (2, 1), (8, 7), (9, 8), (12, 14), (13, 16), (38, 116), (39, 120), (93, 552), (94, 560),
    (108, 784), (109, 800), (123, 1_360), (124, 1_400), (125, nil), (127, nil),
  ])
  func groundSpeeds(movement: Int, eighths: Int?) {
    #expect(ADSBContent.speedEighths(movement: movement) == eighths)
  }

  @Test(arguments: [(1, 7_700, true), (0, 7_500, true), (5, 1_234, true), (0, 1_234, false), (7, 1_234, false)])
  func emergencies(state: Int, squawk: Int, isEmergency: Bool) {
    // C1 A1 C2 A2 C4 A4 X B1 D1 B2 D2 B4 D4 from the four octal digits.
    let digit = [1_000, 100, 10, 1].map { squawk / $0 % 10 }
    let places = [
      (2, 1), (0, 1), (2, 2), (0, 2), (2, 4), (0, 4), (9, 0), (1, 1), (3, 1), (1, 2), (3, 2), (1, 4), (3, 4),
    ]
    let code = places.reduce(0) { $0 << 1 | ($1.0 < 4 && digit[$1.0] & $1.1 != 0 ? 1 : 0) }
    let found = content([(28, 5), (1, 3), (state, 3), (code, 13)])
    guard case .status(let status)? = found else {
      Issue.record("\(String(describing: found))")
      return
    }
    #expect(status.squawk == squawk)
    #expect(status.emergencyState == state)
    #expect(status.isEmergency == isEmergency)
  }

  @Test func otherTypesKeepTheirBits() {
    #expect(content([(31, 5), (0, 3), (0, 32), (2, 3)]) == .operationalStatus(version: 2))
    #expect(content([(29, 5), (1, 3)]) == .other(typeCode: 29))
    #expect(content([(28, 5), (2, 3)]) == .other(typeCode: 28))
    #expect(
      adsbLines([digits(FrameMaker.squitter(1, [(23, 5), (7, 3), (0xABCD, 48)]))]).first?.contains(
        #""payload":"bf00000000abcd""#) == true)
    #expect(content([(4, 5), (1, 3), (0x3F, 6), (0, 42)]) != nil)
    let blank = content([(4, 5), (1, 3)] + Array(repeating: (32, 6), count: 8))
    guard case .identification(let identification)? = blank else {
      Issue.record("no identification")
      return
    }
    #expect(identification.callSign == "")
  }

  /// Format 18 by its control field.
  @Test(arguments: [(0, true), (1, true), (2, true), (3, false), (4, false), (5, true), (6, true), (7, false)])
  func otherTransmitters(control: Int, isRead: Bool) throws {
    let frame = FrameMaker.squitter(0xABC, format: 18, control: control, [(4, 5)])
    let (receptions, diagnostics) = ADSBDecoder.decode(bytes([digits(frame)]))
    #expect(receptions.count == (isRead ? 1 : 0))
    #expect(diagnostics.otherFormats == (isRead ? 0 : 1))
    #expect(receptions.first.map(\.isRegistryAddress) == (isRead ? control != 1 && control != 5 : nil))
  }
}

struct ModeSCodeTests {
  /// Altitudes that textbooks print, of replies with 25 feet and with Gillham's steps.
  @Test func printedAltitudes() throws {
    func code(_ digits: String) throws -> Int { try #require(ModeSFrame(hex(digits))).unsigned(19, 13) }
    #expect(ModeSCodes.feet(altitude13: try code("A02014B400000000000000F9D514")) == 32_300)
    #expect(ModeSCodes.feet(altitude13: try code("A0001839CA3800315800007448D9")) == 38_025)
    #expect(ModeSCodes.squawk(try code("A800292DFFBBA9383FFCEB903D01")) == 1_346)
    #expect(ModeSCodes.feet(altitude13: 0) == nil)
    #expect(ModeSCodes.feet(altitude13: 0x40 | 0x15) == nil)
  }

  /// Gillham's code is reflected: each hundred feet from −1,200 to 126,700 has one pattern, which differs from the next in
  /// one bit.
  @Test func gillhamStepsChangeOneBit() {
    var codes: [Int: [Int]] = [:]
    // M and Q are zero, and so is D1, which has no place in the field.
    for code in 0..<8_192 where code & 0x50 == 0 {
      if let feet = ModeSCodes.feet(gillham: code) { codes[feet, default: []].append(code) }
    }
    #expect(codes.keys.min() == -1_200)
    #expect(codes.keys.max() == 126_700)
    #expect(codes.count == 1_280)
    for feet in stride(from: -1_200, to: 126_700, by: 100) {
      #expect(codes[feet]?.count == 1)
      if let one = codes[feet]?.first, let next = codes[feet + 100]?.first {
        #expect((one ^ next).nonzeroBitCount == 1, "at \(feet)")
      }
    }
  }

  @Test func parity() throws {
    let frame = hex("8D406B902015A678D4D220AA4BDA")
    #expect(try #require(ModeSFrame(frame)).parityRemainder == 0)
    #expect(FrameMaker.squitter(0x40_6B90, [(4, 5), (0, 3), (0x15A6_78D4_D220, 48)]) == frame)
    for bit in 5..<112 {
      var damaged = frame
      damaged[bit / 8] ^= 0x80 >> (bit % 8)
      #expect(try #require(ModeSFrame(damaged)).parityRemainder != 0)
    }
    #expect(ModeSFrame(Array(frame.prefix(7))) == nil)
    #expect(ModeSFrame(Array(frame.prefix(8))) == nil)
    #expect(try #require(ModeSFrame(frame)).bytes == frame)
  }
}
