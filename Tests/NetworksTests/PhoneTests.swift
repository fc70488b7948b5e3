import Testing

@testable import Networks

@Suite struct PhoneTests {
  private let day: Int64 = 86_400

  @Test(arguments: [
    ("+44 20 7946 0123", "+442079460123"), ("0044 20-7946-0123", "+442079460123"), ("020 7946 0123", "+442079460123"),
    ("tel:+33.1.99.00.12.34", "+33199001234"), ("+44 (0)20 7946 0123", "+442079460123"),
  ])
  func numbersComeInManyForms(text: String, number: String) {
    #expect(PhoneNumber(text, countryCode: "44")?.text == number)
  }

  @Test(arguments: ["", "12345", "+0123456789", "+1234567890123456", "020 7946 0123", "+44 20x", "++44207946012"])
  func whatIsNoNumberIsNone(text: String) { #expect(PhoneNumber(text) == nil) }

  @Test func devicesHaveACheckDigit() {
    #expect(DeviceNumber("49-015420-323751-8")?.text == "490154203237518")
    #expect(DeviceNumber("49015420323751")?.text == "490154203237518")
    #expect(DeviceNumber("4901542032375101")?.text == "490154203237518")
    #expect(DeviceNumber("490154203237519") == nil)
    #expect(DeviceNumber("000000000000000") == nil)
    #expect(DeviceNumber("4901542032375") == nil)
  }

  private func phone(_ last: Int) throws -> PhoneNumber { try #require(PhoneNumber("+4420794600\(10 + last)")) }

  private func extraction(
    _ last: Int, role: PhoneExtraction.OwnerRole = .suspect, basis: String = "warrant 7", contacts: [(Int, Int64)] = [],
    sightings: [(String, Int64)] = []
  ) throws -> PhoneExtraction {
    PhoneExtraction(
      exhibit: "E\(last)", number: try phone(last), role: role, legalBasis: basis,
      contacts: try contacts.map { PhoneExtraction.Contact(other: try phone($0.0), time: $0.1) },
      sightings: sightings.map { PhoneExtraction.Sighting(place: $0.0, time: $0.1) })
  }

  @Test func onlySuspectsWithALegalBasisAreUsed() throws {
    let book = PhoneBook([
      try extraction(0), try extraction(1, role: .passenger), try extraction(2, role: .victim),
      try extraction(3, basis: "  "), try extraction(4, role: .unknown),
    ])
    #expect(book.extractions.map(\.exhibit) == ["E0"])
    #expect(book.omitted == [.noLegalBasis: 1, .role(.passenger): 1, .role(.victim): 1, .role(.unknown): 1])
    #expect(PhoneBook([try extraction(1, role: .witness)], roles: [.witness]).extractions.count == 1)
  }

  @Test func aCallInTwoPhonesIsOne() throws {
    let book = PhoneBook([
      try extraction(0, contacts: [(1, 5), (1, 9)]), try extraction(1, contacts: [(0, 5), (2, 7)]),
    ])
    #expect(book.network().links.count == 3)
    #expect(book.network(from: 6, until: 8).links.count == 1)
  }

  @Test func contactsInCommonAreFound() throws {
    let book = PhoneBook([
      try extraction(0, contacts: [(5, 1), (6, 2)]), try extraction(1, contacts: [(5, 3)]),
      try extraction(2, contacts: [(5, 3), (6, 1)]),
    ])
    #expect(book.commonContacts().map(\.number) == [try phone(5), try phone(6)])
    #expect(book.commonContacts(leastPhones: 3).first?.phones == [try phone(0), try phone(1), try phone(2)])
  }

  @Test func aPhoneThatFollowsAnotherIsFound() throws {
    let book = PhoneBook([
      try extraction(0, contacts: [(5, 0), (6, day), (7, 9 * day)]),
      try extraction(1, contacts: [(5, 11 * day), (6, 12 * day), (8, 20 * day)]),
      try extraction(2, contacts: [(5, 12 * day), (9, 13 * day), (3, 14 * day)]),
    ])
    let found = book.burnerSuccessions()
    #expect(found.count == 1)
    #expect(found.first?.earlier == (try phone(0)))
    #expect(found.first?.later == (try phone(1)))
    #expect(found.first?.gapSeconds == 2 * day)
  }

  @Test func meetingsAreCountedByOccasion() throws {
    let places: [(String, Int64)] = [("a", 100), ("a", 200), ("b", day), ("c", 2 * day)]
    let book = PhoneBook([
      try extraction(0, sightings: places), try extraction(1, sightings: places.map { ($0.0, $0.1 + 300) }),
      try extraction(2, sightings: places.map { ($0.0, $0.1 + 2000) }),
    ])
    let found = book.coPresences()
    #expect(found.count == 1)
    #expect(found.first?.occasions == 3)
    #expect(found.first?.quietOccasions == 3)
  }
}
