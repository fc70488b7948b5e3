import Foundation
import Resolution
import Testing

struct NameLearningTests {
  @Test func halvesDependOnTheTextAlone() {
    #expect(NameHalf.of("Anna", "Berta") == NameHalf.of("Berta", "Anna"))
    let halves = (0..<2000).map { NameHalf.of("name \($0)", "other \($0)") }
    let share = Double(halves.count { $0 == .training }) / 2000
    #expect((0.46...0.54).contains(share))
    // Written down so that a change of the hash, which would mix the halves of old measurements, is noticed.
    #expect(NameHalf.of("Vladimir Pulin", "Vladimir Putin") == .training)
    #expect(NameHalf.of("Xi Jinping", "Shi Jinping") == .heldBack)
  }

  @Test func differencesNeverSpeakForOneBearer() {
    // Labels turned round: what differs is called the same. The signs hold nevertheless.
    let pairs =
      [("Anna Berg", "Otto Kunz"), ("Maria Lang", "Paul Maler"), ("Ali Reza", "Karim Omar")].map {
        NameLearner.Pair(first: PreparedName($0.0), second: PreparedName($0.1), isSame: true)
      }
      + [("Anna Berg", "Anna Berg"), ("Omar Nazari", "Omar Nazari")].map {
        NameLearner.Pair(first: PreparedName($0.0), second: PreparedName($0.1), isSame: false)
      }
    let weights = NameLearner(single: 0.1, several: 0.1).learn(pairs)
    let values = Dictionary(
      uniqueKeysWithValues: weights.table.split(separator: "\n").map { line in
        let fields = line.split(separator: " ")
        return (String(fields[0]), Double(fields[2]) ?? .nan)
      })
    #expect((values["anyReplaced"] ?? 1) <= 0)
    #expect((values["farConsonants"] ?? 1) <= -0.2)
    #expect((values["coveredShort"] ?? -1) >= 0)
  }

  @Test func learningTellsWhatItWasTaught() {
    var pairs: [NameLearner.Pair] = []
    for (index, name) in ["Anna Berg", "Omar Nazari", "Linh Tran", "Arben Hoxha", "Olga Petrova", "Yonas Tekle"]
      .enumerated()
    {
      pairs.append(.init(first: PreparedName(name), second: PreparedName(name), isSame: true))
      let other = ["Karl Berg", "Sami Nazari", "Minh Tran", "Gent Hoxha", "Vera Petrova", "Dawit Tekle"][index]
      pairs.append(.init(first: PreparedName(name), second: PreparedName(other), isSame: false))
    }
    let comparer = NameComparer(weights: NameLearner(single: 0.1, several: 0.1).learn(pairs))
    for pair in pairs { #expect((comparer.score(pair.first, pair.second) > 0.5) == pair.isSame) }
  }

  @Test func measuresByHand() {
    let measure = NameMeasure([
      .init(score: 0.9, isSame: true), .init(score: 0.8, isSame: false), .init(score: 0.7, isSame: true),
      .init(score: 0.1, isSame: false),
    ])
    #expect(measure.f1(threshold: 0.85) == 2.0 / 3)
    #expect(measure.best.f1 == 0.8)
    #expect(measure.best.threshold == 0.7)
    #expect(abs(measure.brier - (0.01 + 0.64 + 0.09 + 0.01) / 4) < 1e-12)
    #expect(measure.reliability().map(\.count) == [1, 1, 1, 1])
  }

  @Test func intervalsAreWilsons() {
    // Newcombe 1998, table I: 81 of 263 gives 0.2553 to 0.3662.
    let interval = WilsonInterval(hits: 81, of: 263)
    #expect(abs(interval.low - 0.2553) < 5e-5)
    #expect(abs(interval.high - 0.3662) < 5e-5)
    #expect(WilsonInterval(hits: 0, of: 10).low == 0)
    #expect(WilsonInterval(hits: 0, of: 0).high == 1)
  }
}
