import Testing

@testable import Resolution

@Suite struct RecordIndexTests {
  private func limits() -> ResolutionLimits {
    var limits = ResolutionLimits()
    limits.leastPairBudget = 20_000
    return limits
  }

  private func values(_ table: RecordTable, _ record: Int) -> [String: String] {
    var values = [String: String]()
    for (column, heading) in table.headings.enumerated() { values[heading] = table.text(record, column) }
    return values
  }

  @Test func givesForEachRecordThePairsOfTheWhole() throws {
    let raw = try Reading.table(MadeUpPeople(people: 300, seed: 8).text)
    let table = try CleanTable(raw, as: ColumnGuesser.guess(raw, key: 0))
    let resolver = Resolver(limits: limits())
    let answer = resolver.resolve(table)
    #expect(!answer.learned.plan.isExhaustive)
    let index = RecordIndex(table, learned: answer.learned, limits: limits())
    var expected = [Int: [Int: Float]]()
    for pair in answer.candidatePairs {
      expected[Int(pair.left), default: [:]][Int(pair.right)] = pair.bits
      expected[Int(pair.right), default: [:]][Int(pair.left)] = pair.bits
    }
    for record in 0..<table.count {
      let matches = index.matches(values(raw, record), except: record)
      #expect(Dictionary(uniqueKeysWithValues: matches.map { ($0.record, $0.bits) }) == expected[record] ?? [:])
    }
  }

  @Test func recordsThatComeOneByOneMakeTheClustersOfTheWhole() throws {
    let raw = try Reading.table(MadeUpPeople(people: 200, seed: 9).text)
    let guesses = ColumnGuesser.guess(raw, key: 0)
    let firstHalf = try CleanTable(raw.keeping { $0 < raw.count / 2 }, as: guesses)
    let resolver = Resolver(limits: limits())
    let begun = resolver.resolve(firstHalf)
    var index = RecordIndex(firstHalf, learned: begun.learned, limits: limits())
    var growing = GrowingClusters(begun, limits: limits())
    for record in firstHalf.count..<raw.count {
      let matches = index.matches(values(raw, record))
      let place = try index.insert(values(raw, record))
      #expect(place == record)
      let together = growing.add(matches, of: index)
      #expect(together.contains(record))
    }
    let whole = resolver.resolve(index.records, learned: begun.learned)
    #expect(growing.clusters == whole.clusters)
  }

  @Test func aNewRecordWithUnknownValuesIsAnswered() throws {
    let raw = try Reading.table(MadeUpPeople(people: 100, seed: 2).text)
    let table = try CleanTable(raw, as: ColumnGuesser.guess(raw, key: 0))
    let index = RecordIndex(table, learned: Resolver().learn(table))
    #expect(index.matches(["surname": "zzyzx", "dob": "not a date", "height": "tall"]).isEmpty)
    #expect(index.matches([:]).isEmpty)
  }
}
