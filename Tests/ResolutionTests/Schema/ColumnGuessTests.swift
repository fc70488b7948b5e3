import Testing

@testable import Resolution

@Suite struct ColumnGuessTests {
  @Test(arguments: [
    ("given_name", FieldKind.givenName), ("Surname", .familyName), ("lastName", .familyName), ("dob", .date),
    ("date_of_birth", .date), ("street_number", .number), ("address_1", .address), ("suburb", .place),
    ("postcode", .postcode), ("phone", .phone), ("doc_no", .document), ("soc_sec_id", .identifier),
    ("state", .category),
    ("passportNumber", .document), ("IBAN", .account), ("imo", .serial), ("name", .name), ("email", .email),
  ])
  func knowsHeadings(heading: String, kind: FieldKind) throws {
    let table = try Reading.table("id,\(heading)\n1,x\n")
    #expect(ColumnGuesser.guess(table, key: 0)[1].kind == kind)
  }

  @Test(arguments: [
    "nationality", "Ethnicity", "religion", "country_of_birth", "citizenship", "cluster", "entity_id", "created_at",
  ])
  func neverComparesOriginBeliefOrOtherPeoplesAnswers(heading: String) throws {
    let table = try Reading.table("id,\(heading)\n1,x\n2,y\n")
    #expect(ColumnGuesser.guess(table, key: 0)[1].kind == .ignored)
  }

  @Test(arguments: [
    ("1980-02-01", "03.04.1999", FieldKind.date), ("a@b.org", "c@d.net", .email),
    ("+447700900123", "07700900456", .phone),
    ("AB1234", "CD5678", .identifier), ("red boat", "blue boat", .text),
  ])
  func looksAtValuesWhereTheHeadingSaysNothing(one: String, other: String, kind: FieldKind) throws {
    let table = try Reading.table("id,x1\n1,\(one)\n2,\(other)\n")
    #expect(ColumnGuesser.guess(table, key: 0)[1].kind == kind)
  }

  @Test func believesWhatIsGiven() throws {
    let table = try Reading.table("id,cluster\n1,x\n")
    let guess = ColumnGuesser.guess(table, key: 0, given: ["cluster": .text])[1]
    #expect(guess.kind == .text)
    #expect(guess.reason == "as given")
  }
}
