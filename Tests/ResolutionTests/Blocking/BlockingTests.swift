import Testing

@testable import Resolution

@Suite struct BlockingTests {
  @Test func sortsByKeyAndKeepsTheOrderOfRecords() {
    var entries = (0..<5_000).map { UInt64(ByteHash.short(ByteHash.mix(UInt64($0 % 700), 9))) << 32 | UInt64($0) }
    let expected = entries.sorted()
    KeySorting.sort(&entries)
    #expect(entries == expected)
  }

  @Test func leavesOutKeysThatTooManyRecordsHave() {
    let blocks = Blocks(records: 100, most: 10) { $0 < 50 ? 7 : UInt32(100 + $0 / 5) }
    #expect(blocks.commonKeys == 1)
    #expect(blocks.commonRecords == 50)
    #expect(blocks.pairs == 10 * 10)
  }

  @Test func manyIdenticalNamesStayBounded() throws {
    var text = "id,name\n"
    for record in 0..<20_000 { text += "\(record),Muhammad Ali\n" }
    let answer = Resolver().resolve(try Reading.clean(text))
    #expect(answer.comparisons == 0)
    #expect(answer.pairs.isEmpty)
    #expect(answer.learned.plan.expectedRecall == 0)
    #expect(answer.clusters.last == 19_999)
  }

  @Test func everyPairIsHandedOnOnce() throws {
    let people = MadeUpPeople(people: 300, seed: 4)
    let table = try Reading.clean(people.text)
    var limits = ResolutionLimits()
    limits.leastPairBudget = 20_000
    let resolver = Resolver(limits: limits)
    let learned = resolver.learn(table)
    #expect(!learned.plan.isExhaustive)
    var seen = Set<[Int]>()
    let finder = CandidateFinder(table, plan: learned.plan, names: nil, limits: limits)
    finder.forEachPair(progress: { _ in }) { left, right in #expect(seen.insert([left, right].sorted()).inserted) }
    #expect(seen.count <= 20_000)
    #expect(learned.plan.expectedRecall > 0.9)
    var (matches, found) = (0, 0)
    for left in people.truth.indices {
      for right in people.truth.indices where right > left && people.truth[left] == people.truth[right] {
        matches += 1
        found += seen.contains([left, right]) ? 1 : 0
      }
    }
    #expect(abs(Double(found) / Double(matches) - learned.plan.expectedRecall) < 0.05)
  }
}
