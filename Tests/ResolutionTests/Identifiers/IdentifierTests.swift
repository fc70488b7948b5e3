import Resolution
import Testing

struct IdentifierTests {
  private func read(_ text: String, _ kind: IdentifierKind, _ code: Int? = nil) throws -> IdentifierReading {
    try IdentifierReading.read(text, as: kind, callingCode: code)
  }

  @Test(arguments: [
    ("+44 (0)20 7946 0018", "+442079460018"), ("0044 20 7946 0018", "+442079460018"),
    ("+33 6 12 34 56 78", "+33612345678"),
    ("٠٠٩٦٤٧٧٠١٢٣٤٥٦٧", "+9647701234567"), ("+۹۸ ۹۱۲ ۳۴۵ ۶۷۸۹", "+989123456789"),
    ("+84 912 345 678 ext 12", "+84912345678"),
  ])
  func phones(text: String, canonical: String) throws {
    #expect(try read(text, .phone).canonical == canonical)
  }

  @Test func nationalPhonesNeedACountry() throws {
    #expect(throws: IdentifierFault.self) { try read("07700 900123", .phone) }
    #expect(try read("07700 900123", .phone, 44).canonical == "+447700900123")
    #expect(try read("8 912 345-67-89", .phone, 7).canonical == "+79123456789")
    // Italy keeps the 0.
    #expect(try read("06 6982 1234", .phone, 39).canonical == "+390669821234")
  }

  @Test(arguments: ["+44 12", "+210 5551234", "+44 20 7946 0018 0018 0018", "call me", "+", "+33 6 12 34 56"])
  func badPhones(text: String) { #expect(throws: IdentifierFault.self) { try read(text, .phone) } }

  @Test func documentsAfterICAO() throws {
    #expect(TravelDocumentNumber.checkDigit("L898902C3") == 6)
    #expect(TravelDocumentNumber.checkDigit("740812") == 2)
    #expect(TravelDocumentNumber.checkDigit("123456BB") == 5)
    #expect(TravelDocumentNumber.checkDigit("é") == nil)
    let zone = try MachineReadableZone([
      "P<UTOERIKSSON<<ANNA<MARIA<<<<<<<<<<<<<<<<<<<", "L898902C36UTO7408122F1204159ZE184226B<<<<<10",
    ])
    #expect(zone.layout == .td3)
    #expect(zone.number.canonical == "L898902C3")
    #expect(zone.failedChecks.isEmpty)
    #expect(zone.name == "ERIKSSON ANNA MARIA")
    #expect(zone.birth == "740812")
    let card = try MachineReadableZone([
      "I<UTOD231458907<<<<<<<<<<<<<<<", "7408122F1204159UTO<<<<<<<<<<<6", "ERIKSSON<<ANNA<MARIA<<<<<<<<<<",
    ])
    #expect(card.layout == .td1)
    #expect(card.failedChecks.isEmpty)
    #expect(card.number.canonical == "D23145890")
  }

  @Test func misreadDocumentsAreNoticedAndRepairsProposed() throws {
    // The 0 was read as O.
    let reading = try TravelDocumentNumber.read("L8989O2C3", checkDigit: "6")
    #expect(reading.check == .fails)
    #expect(reading.notes.contains { $0.contains("L898902C3") })
    let zone = try MachineReadableZone([
      "P<UTOERIKSSON<<ANNA<MARIA<<<<<<<<<<<<<<<<<<<", "L898902C46UTO7408122F1204159ZE184226B<<<<<10",
    ])
    #expect(zone.failedChecks == ["number", "whole zone"])
    for lines in [
      [], ["P<"], ["L898902C36UTO", "x"], [String(repeating: "é", count: 44), String(repeating: "<", count: 44)],
    ] {
      #expect(throws: IdentifierFault.self) { try MachineReadableZone(lines) }
    }
  }

  @Test func accounts() throws {
    #expect(try read("GB82 WEST 1234 5698 7654 32", .iban).check == .holds)
    #expect(try read("GB82 WEST 1234 5698 7654 33", .iban).check == .fails)
    #expect(try read("IBAN DE89 3704 0044 0532 0130 00", .iban).canonical == "DE89370400440532013000")
    #expect(throws: IdentifierFault.self) { try read("XX82 1234", .iban) }
    #expect(throws: IdentifierFault.self) { try read("GB82 WEST 1234", .iban) }
    #expect(try read("20-00-00 55779911", .account).canonical == "20000055779911")
  }

  @Test func ships() throws {
    #expect(try read("IMO 9074729", .imo).check == .holds)
    #expect(try read("9074728", .imo).check == .fails)
    #expect(try read("235 012 345", .mmsi).notes == ["a ship's station"])
    #expect(try read("970123456", .mmsi).notes == ["a search and rescue transmitter"])
    #expect(throws: IdentifierFault.self) { try read("12345", .mmsi) }
  }

  @Test func hullsPlatesAndDevices() throws {
    #expect(try read("GB-ABC12345D414", .hull).notes.isEmpty)
    #expect(try read("GB-ABCI2345D414", .hull).notes.count == 1)
    #expect(throws: IdentifierFault.self) { try read("GB123", .hull) }
    #expect(try read("А123ВС 77", .plate) == read("A123BC77", .plate))
    #expect(try read("49-015420-323751-8", .imei).check == .holds)
    #expect(try read("490154203237519", .imei).check == .fails)
    #expect(try read("49015420323751", .imei).canonical == "490154203237518")
    #expect(throws: IdentifierFault.self) { try read("000000000000000", .imei) }
    #expect(try read("yama 6F6-1034567", .engine).canonical == "YAMA6F61034567")
  }

  @Test func comparisons() throws {
    func compare(_ first: String, _ second: String, _ kind: IdentifierKind) throws -> IdentifierComparison {
      IdentifierComparison(try read(first, kind), try read(second, kind))
    }
    #expect(try compare("+44 7700 900123", "0044 7700900123", .phone).verdict == .same)
    #expect(try compare("L898902C3", "L8989O2C3", .document).verdict == .confused)
    #expect(try compare("L898902C3", "L898920C3", .document).verdict == .slip)
    #expect(try compare("L898902C3", "X112233Y4", .document).bits < 0)
    // One digit apart with check digits that both hold: two ships, not a slip.
    #expect(try compare("9074729", "9074717", .imo).bits < 0)
    #expect(try compare("9074729", "9074728", .imo).bits > 0)
    #expect(try compare("2079460018", "442079460018", .free).verdict == .ending)
    let mixed = IdentifierComparison(try read("9074729", .imo), try read("235012345", .mmsi))
    #expect(mixed.bits == 0)
  }

  @Test(arguments: IdentifierKind.allCases)
  func anythingCanBeRead(kind: IdentifierKind) {
    for text in [
      "", " ", "\u{0}", String(repeating: "9", count: 65), "𝟗𝟗𝟗𝟗𝟗𝟗𝟗𝟗𝟗", "½¾", "عبد", "-----", "Ⅷ",
      String(repeating: "9", count: 64),
    ] {
      _ = try? read(text, kind)
    }
    #expect(throws: IdentifierFault.self) { try read("", kind) }
    #expect(throws: IdentifierFault.self) { try read(String(repeating: "9", count: 65), kind) }
  }
}
