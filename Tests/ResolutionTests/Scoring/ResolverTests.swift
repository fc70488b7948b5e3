import Foundation
import Testing

@testable import Resolution

@Suite struct ResolverTests {
  @Test func learnsWithoutLabels() throws {
    let people = MadeUpPeople(people: 500, seed: 11)
    let table = try Reading.clean(people.text)
    let answer = Resolver().resolve(table)
    #expect(Truth.f1(answer.clusters, people.truth) > 0.93)
    let estimate = QualityEstimate(answer, threshold: 0.5)
    var (right, taken) = (0.0, 0.0)
    for pair in answer.pairs where pair.probability >= 0.5 {
      taken += 1
      right += people.truth[Int(pair.left)] == people.truth[Int(pair.right)] ? 1 : 0
    }
    #expect(abs(estimate.precision - right / taken) < 0.03)
    let again = Resolver().resolve(table)
    #expect(again.pairs == answer.pairs)
  }

  @Test func linksTwoFilesAcrossOnly() throws {
    let people = MadeUpPeople(people: 150, seed: 5)
    let lines = people.text.split(separator: "\n").map(String.init)
    let half = lines.count / 2
    let one = try Reading.table(lines[...half].joined(separator: "\n"))
    let other = try Reading.table(([lines[0]] + lines[(half + 1)...]).joined(separator: "\n"))
    let joined = try one.joined(with: other)
    #expect(joined.count == lines.count - 1)
    let table = try CleanTable(joined, as: ColumnGuesser.guess(joined, key: 0))
    let answer = Resolver().resolve(table)
    #expect(answer.candidatePairs.allSatisfy { Int($0.left) < one.count && Int($0.right) >= one.count })
  }

  @Test func aWaterfallAddsUpToThePair() throws {
    let people = MadeUpPeople(people: 200, seed: 3)
    let table = try Reading.clean(people.text)
    let answer = Resolver().resolve(table)
    let pair = try #require(answer.candidatePairs.max { $0.bits < $1.bits })
    let waterfall = Waterfall(table, Int(pair.left), Int(pair.right), learned: answer.learned)
    #expect(waterfall.steps.map(\.heading) == ["given_name", "surname", "dob", "town", "phone"])
    #expect(abs((waterfall.steps.last?.sum ?? 0) - Double(pair.bits)) < 0.01)
    #expect(waterfall.text.contains("before anything is known"))
    #expect(waterfall.text.contains("the same"))
  }

  @Test func agreementInARareValueSaysMore() throws {
    var text = "id,surname,town\n"
    for record in 0..<400 { text += "\(record),\(record < 300 ? "smith" : "name\(record / 2)"),town\(record % 40)\n" }
    let table = try Reading.clean(text)
    let learned = Resolver().learn(table)
    let common = Waterfall(table, 0, 1, learned: learned).steps[0].bits
    let rare = Waterfall(table, 300, 301, learned: learned).steps[0].bits
    #expect(rare > common + 4)
  }

  @Test func oneRecordAndNoneAreAnswered() throws {
    let one = Resolver().resolve(try Reading.clean("id,name\n1,a\n"))
    #expect(one.clusters == [0])
    let none = Resolver().resolve(try Reading.clean("id,name,town\n"), progress: { _ in })
    #expect(none.clusters.isEmpty)
  }

  @Test(
    .enabled(
      if: ProcessInfo.processInfo.environment["FORELAND_DATA"] != nil, "FORELAND_DATA names no folder of samples"))
  func theFirstRecordsOfAPublicSample() throws {
    let folder = try #require(ProcessInfo.processInfo.environment["FORELAND_DATA"])
    let whole = try String(contentsOfFile: folder + "/resolution/fake_1000.csv", encoding: .utf8)
    let text = whole.split(separator: "\n").prefix(401).joined(separator: "\n")
    let table = try Reading.table(text)
    let clean = try CleanTable(table, as: ColumnGuesser.guess(table, key: 0))
    let truthColumn = try #require(table.column("cluster"))
    let truth = (0..<table.count).map { Int(table.text($0, truthColumn) ?? "") ?? -1 }
    #expect(Truth.f1(Resolver().resolve(clean).clusters, truth) > 0.93)
  }
}
