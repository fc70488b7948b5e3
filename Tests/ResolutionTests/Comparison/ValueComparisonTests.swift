import Testing

@testable import Resolution

@Suite struct ValueComparisonTests {
  private func words(_ kind: FieldKind, _ left: String, _ right: String, _ names: (any NameComparing)? = nil) -> String
  {
    let comparison = ValueComparison(kind: kind, names: names)
    let level = Array(left.utf8).withUnsafeBufferPointer { one in
      Array(right.utf8).withUnsafeBufferPointer { comparison.level(one, $0) }
    }
    return LevelTable.levels(of: kind)[Int(level) - 1].words
  }

  @Test(arguments: [
    ("19800304", "19800305", "one digit apart"), ("19801204", "19800412", "day and month exchanged"),
    ("19800304", "19800101", "the same year, one of them 1 January or without a day"),
    ("19800304", "19800000", "the same year, one of them 1 January or without a day"),
    ("19800304", "19930304", "the same year, or the same day and month"), ("19800304", "19771129", "different"),
  ])
  func dates(left: String, right: String, answer: String) { #expect(words(.date, left, right) == answer) }

  @Test func documentsForgiveMachinesThatTakeLettersForDigits() {
    #expect(words(.document, "ab0150o8", "abo15008") == "letters and digits taken for each other")
    #expect(words(.document, "ab01508", "ab01580") == "one slip apart")
    #expect(words(.document, "ab01508", "ab01777") == "different")
    #expect(words(.serial, "yama6f61034567", "6f61034567") == "one is the end of the other")
  }

  @Test func telephonesAreComparedWithAndWithoutTheirCountry() {
    #expect(words(.phone, "+44 7734441175", "7734441175") == "the same but for the country code")
    #expect(words(.phone, "+44 7734441175", "+44 7734441157") == "one slip apart")
    #expect(words(.phone, "+44 7734441175", "+33 7734441157") == "different")
    #expect(words(.phone, "+44 2079460018", "79460018") == "one is the end of the other")
  }

  @Test func names() {
    #expect(words(.givenName, "mohammed", "muhamad") == "the same consonants")
    #expect(words(.givenName, "robert", "r") == "an initial or a short form")
    #expect(words(.givenName, "robert", "anna") == "different")
    #expect(words(.name, "ann mary lee", "lee ann mary") == "the same words in another order or number")
  }

  @Test func aMoreKnowingComparisonIsAskedWhereLettersSayDifferent() {
    struct Knowing: NameComparing {
      func likeness(_ left: String, _ right: String) -> Double { left == "محمد" && right == "mohammed" ? 0.95 : 0 }
      func key(_ name: String) -> UInt64? { nil }
    }
    #expect(words(.givenName, "محمد", "mohammed") == "different")
    #expect(words(.givenName, "محمد", "mohammed", Knowing()) == "the same consonants")
    #expect(words(.givenName, "محمد", "ali", Knowing()) == "different")
  }

  @Test func namesInEachOthersColumnsAreSeen() throws {
    let table = try Reading.clean("id,given_name,surname\n1,hassan,karimi\n2,karimi,hassan\n3,omar,hassan\n")
    var comparison = RecordComparison(table, names: nil)
    let crossed = comparison.vector(0, 1)
    #expect(crossed[0] == LevelTable.exchanged)
    #expect(crossed[1] == 0)
    #expect(comparison.vector(0, 2)[0] == 7)
  }

  @Test func missingSaysNothing() throws {
    let table = try Reading.clean("id,given_name,surname\n1,hassan,\n2,,karimi\n")
    var comparison = RecordComparison(table, names: nil)
    #expect(comparison.vector(0, 1).bits == 0)
  }
}
