import Testing

@testable import Resolution

@Suite struct IdentifierColumnTests {
  private func table(_ heading: String, _ values: [String]) throws -> CleanTable {
    try Reading.clean("id,\(heading)\n" + values.enumerated().map { "\($0),\($1)\n" }.joined())
  }

  /// The words in which the first two values of a column are compared.
  private func words(_ table: CleanTable) -> String {
    var comparison = RecordComparison(table, names: nil)
    return LevelTable.levels(of: table.fields[0].kind)[Int(comparison.vector(0, 1)[0]) - 1].words
  }

  @Test func aNumberWithoutItsCountryGetsThatOfItsColumn() throws {
    let phones = try table(
      "phone", ["+44 (0)7734 441175", "07734 441175", "0044 7734441175", "447734441175", "+33 6 12 34 56 78"])
    for record in 0..<4 { #expect(phones.text(record, 0) == "+44 7734441175") }
    #expect(phones.text(4, 0) == "+33 612345678")
    let national = try table("phone", ["07734 441175", "(07734) 441175", "020 7946 0018", "07734-441-175"])
    for record in [0, 1, 3] { #expect(national.text(record, 0) == "7734441175") }
  }

  @Test func numbersWrittenInTwoWaysAreFoundTogether() throws {
    let phones = try table("phone", ["+964 770 123 4567", "0770 123 4567", "+49 30 901820", "+49 1520 1234567"])
    #expect(phones.fields[0].cleaning.identifiers == .phone(callingCode: 49))
    #expect(words(phones) == "the same but for the country code")
    let part = try #require(KeyPart.all(of: phones, hasNames: false).first { $0.view == .ending(8) })
    let hashes = part.hashes(in: phones, names: nil)
    #expect(hashes[0] == hashes[1] && hashes[0] != 0)
  }

  @Test func twoShipsWhoseChecksHoldAreNotOneSlipApart() throws {
    let ships = ["IMO 9074729", "9054729", "9321483", "9241061", "9395044"]
    let known = try table("imo", ships)
    #expect(known.fields[0].cleaning.identifiers == .ship)
    #expect(words(known) == "different")
    #expect(words(try table("imo", ["IMO 9074729", "9074728"] + ships)) == "one slip apart")
    // Numbers of seven digits without a check are read as they stand.
    let plain = try table("serial", ["9074729", "9054729", "1234568", "7654321", "5555551"])
    #expect(plain.fields[0].cleaning.identifiers == .plain)
    #expect(words(plain) == "one slip apart")
  }

  @Test func agreementIsWorthMoreWhereACheckHoldsAndLessWhereItFails() throws {
    let ibans = [
      "GB82 WEST 1234 5698 7654 32", "IBAN GB82WEST12345698765432", "GB82 WEST 1234 5698 7654 33",
      "GB82WEST12345698765433", "20-00-00 55779911", "20000055779911", "DE89370400440532013000", "12345678",
    ]
    let accounts = try table("account", ibans)
    let learned = Resolver().learn(accounts)
    func bits(_ left: Int, _ right: Int) -> Double { Waterfall(accounts, left, right, learned: learned).steps[0].bits }
    #expect(bits(0, 1) > bits(4, 5) + 6)
    #expect(bits(2, 3) < bits(4, 5))
    let steps = Waterfall(accounts, 0, 1, learned: learned).steps
    #expect(steps.map(\.words) == ["the same, and its check digit holds"])
  }

  @Test func formsOfOneIdentifierAreBroughtTogether() throws {
    let devices = try table(
      "imei",
      [
        "490154203237518", "49-015420-323751", "4901542032375187", "356938035643809", "354190023896443",
        "868996034892117",
        "352099001761481",
      ])
    #expect(devices.fields[0].cleaning.identifiers == .device)
    for record in 0..<3 { #expect(devices.text(record, 0) == "490154203237518") }
    let hulls = try table(
      "hull", ["GB-ABC12345D414", "GB-ABCI2345D414", "FR-XYZ00123A515", "IT-ABC54321L313", "TR-QQQ11111B212"])
    #expect(hulls.text(0, 0) == "gbabc12345d414")
    #expect(hulls.text(1, 0) == "gbabc12345d414")
    let zones = try table("passport", ["L898902C36", "L898902C36", "D231458907", "1234567897", "AB12345671"])
    #expect(zones.fields[0].cleaning.identifiers == .checkedDocument)
  }

  @Test func plainDocumentsNeedNoCheckDigit() throws {
    let documents = try table("passport", ["AB123456", "AB12345", "C0997940", "E0021880"])
    #expect(documents.fields[0].cleaning.identifiers == .plain)
    #expect(words(documents) == "one slip apart")
  }
}
