import Testing

@testable import Resolution

@Suite struct ObjectReaderTests {
  @Test func readsEntitiesOfFollowTheMoney() throws {
    let table = try Reading.table(
      """
      {"id":"a","schema":"Person","properties":{"name":["Ann Lee","Anne Lee"],"birthDate":["1980-02-01"]}}
      {"id":"b","schema":"Person","properties":{"name":["Bo Ek"],"nationality":["xx"]}}
      """)
    #expect(table.count == 2)
    let guesses = ColumnGuesser.guess(table, key: table.column("id"))
    let kinds = Dictionary(uniqueKeysWithValues: guesses.map { ($0.heading, $0.kind) })
    #expect(kinds["name"] == .name)
    #expect(kinds["birthDate"] == .date)
    #expect(kinds["nationality"] == .ignored)
    #expect(kinds["schema"] == .ignored)
    let name = try #require(table.column("name"))
    #expect(table.text(0, name) == "Ann Lee\u{1F}Anne Lee")
  }

  @Test func severalValuesAgreeByTheBestOfThem() throws {
    let comparison = ValueComparison(kind: .name, names: nil)
    let level = compare(comparison, "ann lee\u{1F}anne marie lee", "anne marie lee")
    #expect(level == LevelTable.same)
  }

  @Test func refusesALineThatIsNoObjectWithItsRow() {
    let fault = Reading.fault("{\"id\":1}\n{\"id\":2\n")
    #expect(fault?.code == .malformed)
    #expect(fault?.row == 2)
    #expect(fault?.byte == 9)
  }

  private func compare(_ comparison: ValueComparison, _ left: String, _ right: String) -> UInt8 {
    Array(left.utf8).withUnsafeBufferPointer { one in
      Array(right.utf8).withUnsafeBufferPointer { comparison.level(one, $0) }
    }
  }
}
