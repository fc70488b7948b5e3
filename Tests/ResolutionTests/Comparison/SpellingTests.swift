import Testing

@testable import Resolution

@Suite struct SpellingTests {
  private func with<Answer>(
    _ left: String, _ right: String, _ body: (UnsafeBufferPointer<UInt8>, UnsafeBufferPointer<UInt8>) -> Answer
  ) -> Answer {
    Array(left.utf8).withUnsafeBufferPointer { one in Array(right.utf8).withUnsafeBufferPointer { body(one, $0) } }
  }

  @Test(arguments: [("martha", "marhta", 0.9611), ("dwayne", "duane", 0.84), ("dixon", "dicksonx", 0.8133)])
  func likenessIsThatOfThePaper(left: String, right: String, value: Double) {
    #expect(abs(with(left, right, Spelling.jaroWinkler) - value) < 0.0001)
    #expect(with(left, right, Spelling.jaroWinkler) == with(right, left, Spelling.jaroWinkler))
  }

  @Test(arguments: [
    ("smith", "smyth", true), ("smith", "smiht", true), ("smith", "smit", true), ("smith", "xsmith", true),
    ("smith", "smtih", true), ("smith", "smythe", false), ("abcd", "badc", false), ("same", "same", true),
  ])
  func oneSlip(left: String, right: String, isOne: Bool) {
    #expect(with(left, right, Spelling.isOneSlip) == isOne)
    #expect(with(right, left, Spelling.isOneSlip) == isOne)
  }

  @Test(arguments: [
    ("mohammed", "muhamad"), ("yusuf", "youssef"), ("hussein", "hossain"), ("qadir", "kader"), ("pham", "fam"),
    ("rahmat ullah", "rahmatollah"),
  ])
  func spellingsOfANameHaveTheSameConsonants(left: String, right: String) {
    #expect(with(left, right) { one, other in Spelling.skeleton(one) == Spelling.skeleton(other) })
  }

  @Test func differentNamesHaveNot() {
    #expect(with("karim", "rahim") { one, other in Spelling.skeleton(one) != Spelling.skeleton(other) })
    #expect(with("le", "le") { one, _ in Spelling.skeleton(one) == 0 })
  }
}
