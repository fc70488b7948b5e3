import Feeds
import Foundation
import Geodesy
import Marking
import Testing

struct UASDatalinkSetTests {
  /// Numbers worked out by the formulas of ST 0601.19, clause 8, with the standard's own examples among them.
  @Test(arguments: [
    (5, "71C2", 159.974365, 0.003), (6, "FD3D", -0.431531724, 0.0004), (7, "08B8", 3.405814386, 0.001),
    (13, "5595B66D", 60.176822967, 3e-8), (14, "5B5360C4", 128.426759042, 5e-8), (15, "C221", 14_190.7195, 0.2),
    (16, "CD9C", 144.571298, 0.002), (18, "724A0A20", 160.719211474, 5e-8), (19, "87F84B86", -168.792324834, 5e-8),
    (21, "03830926", 68_590.983299, 7e-4), (23, "F101A229", -10.542388633, 3e-8), (24, "14BC082B", 29.157890123, 5e-8),
    (25, "34F3", 3_216.037232, 0.2), (26, "C06E", -0.0372507, 2e-6), (36, "B2", 69.803922, 0.2), (39, "54", 84, 0),
    (39, "D6", -42, 0), (43, "03", 6, 0), (45, "1A95", 425.215, 0.04), (57, "B38EACF1", 3_506_979.0316, 0.001),
    (93, "DE17930B", -47.683, 0.001), (96, "00D92A", 13_898.5463, 0.25), (109, "0001A000", 1.625, 0.0001),
    (112, "1F4000", 125, 0.0001), (113, "05F500", 2_150, 0.01), (114, "05F740", 2_154.5, 0.01),
    (136, "001E", 30, 0), (137, "FFFFFFFF", -1, 0),
  ])
  func numbers(number: Int, digits: String, expected: Double, within: Double) throws {
    let packet = try #require(KLVDecoder.decode(uasPacket([item(number, hex(digits))])).packets.first)
    #expect(abs(try #require(packet.number(number)) - expected) <= within)
  }

  @Test func everyItemHasItsPlace() {
    #expect(UASItem.table.map(\.number) == Array(1...143))
    #expect(Set(UASItem.table.map { "\($0.name)" }).count == 143)
    #expect(UASItem.item(0) == nil)
    #expect(UASItem.item(144) == nil)
    #expect(UASItem.item(-1) == nil)
  }

  /// Printed decimals tell each code from the next one.
  @Test(arguments: [(5, 2), (13, 4), (14, 4), (15, 2), (21, 4), (26, 2), (36, 1), (112, 3), (132, 2), (134, 1)])
  func codesCanBeHadBack(number: Int, length: Int) throws {
    let known = try #require(UASItem.item(number))
    var printed: Set<String> = []
    for code in 0..<200 {
      let value = (0..<length).map { UInt8(truncatingIfNeeded: code >> (8 * (length - 1 - $0))) }
      let line = try #require(klvLines(uasPacket([item(number, value)])).first)
      let name = "\"\(known.name)\":"
      let start = try #require(line.range(of: name)).upperBound
      printed.insert(String(line[start...].prefix { $0 != "," && $0 != "}" }))
    }
    #expect(printed.count == (length == 1 && number == 134 ? 131 : 200))
  }

  @Test func specialPatterns() {
    let line = klvLines(
      uasPacket([
        item(6, hex("8000")), item(13, hex("80000000")), item(26, hex("8000")), item(104, hex("C8000000")),
        item(15, []), item(11, []), item(77, [3]), item(34, [9]), item(121, [1, 3, 0x81, 0]), item(127, [30, 1]),
        item(60, [1]), item(200, [0xAB, 0xCD]), item(10, [0xFF]), item(10, Array("a<b\"é".utf8)), item(73, [7]),
      ])
    ).first
    #expect(
      line
        == #"{"class":"KLV","standard":"MISB ST 0601","byte":0,"footprint":{},"items":{"#
        + #""Platform Pitch Angle":"Out of Range","Sensor Latitude":"Reserved","#
        + #""Offset Corner Latitude Point 1":"N/A (Off-Earth)","Sensor Ellipsoid Height Extended":"+Infinity","#
        + #""Sensor True Altitude":null,"Image Source Sensor":"","Operational Mode":3,"Operational Mode Text":"Exercise","#
        + #""Icing Detected":9,"Active Wavelength List":[1,3,128],"Sensor Frame Rate Pack":[30,1],"#
        + #""Platform Designation #2":"a\u003cb\"é","RVT Local Set":"07","Checksum":\#(checksum(line))},"#
        + #""unknown":{"200":"abcd"},"unreadable":{"60":"01","10":"ff"}}"#)
  }

  private func checksum(_ line: String?) -> String {
    line?.firstMatch(of: /"Checksum":(\d+)/).map { String($0.1) } ?? "none"
  }

  @Test func unknownAndUnreadableItemsAreCounted() {
    let many = (0..<100).map { item(300 + $0, [1]) } + [item(300, [2]), item(13, [1, 2])]
    let diagnostics = KLVDecoder.decode(uasPacket(many)).diagnostics
    #expect(diagnostics.unknownItems.count == KLVDiagnostics.maximumUnknownNumbers)
    #expect(diagnostics.unknownItems[300] == 2)
    #expect(diagnostics.otherUnknownItems == 36)
    #expect(diagnostics.unreadableItems == 1)
    #expect(diagnostics.packets == 1)
  }

  @Test func footprintFromOffsetsAndFromFullCorners() throws {
    let centre = [item(23, hex("3A820040")), item(24, hex("7FFFFFFF"))]
    let offsets = (0..<8).map { item(26 + $0, $0 < 4 ? hex("2000") : hex("E000")) }
    let packet = try #require(KLVDecoder.decode(uasPacket(centre + offsets)).packets.first)
    let corners = try #require(packet.footprint.corners)
    // A quarter of 0.075 degrees, beyond the 180th meridian to the west.
    #expect(abs(corners[0].latitudeDegrees - 41.15705894) < 1e-6)
    #expect(abs(corners[0].longitudeDegrees + 179.98124943) < 1e-6)
    #expect(abs(corners[3].longitudeDegrees - 179.98124943) < 1e-6)
    let full = (0..<8).map { item(82 + $0, hex("10000000")) }
    let both = try #require(KLVDecoder.decode(uasPacket(centre + offsets + full)).packets.first)
    #expect(abs(try #require(both.footprint.corners)[2].latitudeDegrees - 11.25) < 1e-6)
    let offEarth = try #require(
      KLVDecoder.decode(uasPacket(centre + offsets.dropLast() + [item(33, hex("8000"))])).packets.first)
    #expect(offEarth.footprint.corners == nil)
    #expect(offEarth.footprint.frameCentre?.altitudeMetres == nil)
  }

  @Test func timesWithLeapSecondsAndCorrection() throws {
    let packet = try #require(
      KLVDecoder.decode(uasPacket([item(2, hex("0004CA14054FA654")), item(136, [18]), item(137, hex("001E8480"))]))
        .packets.first)
    #expect(packet.madeAt?.iso8601 == "2012-09-19T20:40:28.105Z")
    let extreme = try #require(
      KLVDecoder.decode(uasPacket([item(2, hex("FFFFFFFFFFFFFFFF")), item(137, hex("8000000000000000"))])).packets.first
    )
    #expect(extreme.madeAt == nil)
  }
}

struct SecuritySetTests {
  private func marking(_ items: [(Int, String)], code: UInt8? = 4, coding: UInt8? = 1) throws -> (String, [String]) {
    let codes = [(1, code), (2, coding)].compactMap { number, value in value.map { item(number, [$0]) } }
    let set = (codes + items.map { item($0.0, Array($0.1.utf8)) }).flatMap { $0 }
    let packet = try #require(KLVDecoder.decode(uasPacket([item(48, set)])).packets.first)
    let mapped = try #require(packet.security).mapped(isExercise: packet.isExercise)
    return (mapped.marking.text, mapped.remarks)
  }

  @Test(arguments: [
    (1, "OFFICIAL // NATIONS CA, GB"), (2, "OFFICIAL-SENSITIVE // NATIONS CA, GB"), (3, "SECRET // NATIONS CA, GB"),
    (4, "SECRET // NATIONS CA, GB"), (5, "TOP SECRET // NATIONS CA, GB"), (0, "TOP SECRET // NATIONS CA, GB"),
    (9, "TOP SECRET // NATIONS CA, GB"),
  ])
  func classifications(code: UInt8, text: String) throws {
    let (mapped, remarks) = try marking([(3, "//CA"), (6, "CA GB")], code: code)
    #expect(mapped == text)
    #expect(remarks.isEmpty == [1, 2, 4, 5].contains(code))
  }

  /// What is not understood never widens the release.
  @Test func releaseIsNeverWidened() throws {
    #expect(try marking([(3, "//CA")]).0 == "SECRET // NATIONS CA")
    #expect(try marking([(3, "//CA")], code: 1).0 == "OFFICIAL")
    #expect(try marking([]).0 == "SECRET // NATIONS -")
    #expect(try marking([(3, "//CAN"), (6, "USA/GBR;FVEY")], coding: 2).0 == "SECRET // NATIONS CA, GB, US")
    #expect(try marking([(3, "//CA"), (6, "GB")], coding: 3).0 == "SECRET // NATIONS -")
    #expect(try marking([(3, "//CA"), (6, "GB")], coding: nil).0 == "SECRET // NATIONS -")
    #expect(try marking([(6, "ZZ")], code: 1).0 == "OFFICIAL // NATIONS -")
    #expect(try marking([(6, "ZZ")], code: 1).1.count == 1)
    #expect(try marking([(3, "//CA"), (6, "CA GB"), (5, "NOFORN")]).0 == "SECRET // NATIONS CA // HANDLING NOFORN")
  }

  @Test func compartmentsAndCaveatsKeepTheirWords() throws {
    let (text, remarks) = try marking([(3, "//CA"), (4, "BUTTER POPCORN/SALT//"), (5, "FOUO"), (6, "CA")], code: 1)
    #expect(text == "OFFICIAL-SENSITIVE // COMPARTMENTS BUTTER POPCORN, SALT // NATIONS CA // HANDLING FOUO")
    #expect(remarks.count == 1)
    #expect(Marking(text: text) != nil)
    #expect(
      try marking([(3, "//CA"), (5, "ORCON")]).0 == "SECRET // NATIONS CA // HANDLING ORCON, ORIGINATOR CONTROLLED")
  }

  @Test func bytesThatAreNoText() throws {
    let set = item(1, [1]) + item(4, [0xC0, 0x01]) + item(13, hex("00430041"))
    let packet = try #require(KLVDecoder.decode(uasPacket([item(48, set), item(77, [3])])).packets.first)
    let security = try #require(packet.security)
    #expect(security.text(13) == "CA")
    let mapped = security.mapped(isExercise: packet.isExercise)
    #expect(mapped.marking.text == "EXERCISE OFFICIAL // COMPARTMENTS c001")
    #expect(mapped.remarks == ["item 4 is no text and kept as its bytes"])
    #expect(SecuritySet([1, 5, 1]) == nil)
  }
}
