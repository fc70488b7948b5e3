import Resolution
import Testing

struct FairnessTests {
  @Test func thereAreEnoughBaseNamesOfEachCulture() {
    #expect(NameCulture.all.count >= 10)
    for culture in NameCulture.all {
      #expect(Set(culture.given).count >= 60, "\(culture.title): \(Set(culture.given).count) given names")
      #expect(Set(culture.family).count >= 60, "\(culture.title): \(Set(culture.family).count) family names")
    }
  }

  @Test func theSameSeedMakesTheSameReport() {
    func report(_ seed: UInt64) -> [WilsonInterval] {
      FairnessReport(comparer: NameComparer(), trials: 4, threshold: 0.5, seed: seed).rates.map(\.errors)
    }
    #expect(report(3) == report(3))
    #expect(report(3) != report(4))
  }

  @Test func noCultureIsServedBadly() {
    let report = FairnessReport(comparer: NameComparer(), trials: 40, threshold: 0.5, seed: 1)
    for rate in report.rates {
      #expect(rate.errors.low < 0.12, "\(rate.culture), \(rate.kind.rawValue): \(rate.errors.share)")
    }
    #expect(report.pooled(.spelling).share < 0.05)
    #expect(report.pooled(.strangers).share < 0.02)
  }

  @Test func differencesAreReported() throws {
    // Weights under which nothing is ever the same: every culture is served equally badly, and nobody worse.
    let none = FairnessReport(
      comparer: NameComparer(weights: NameWeights(table: "always -50 -50")), trials: 5, threshold: 0.5, seed: 1)
    for kind in FairnessTrial.Kind.allCases {
      #expect(none.pooled(kind).share == (kind.isSame ? 1 : 0))
      #expect(none.servedWorse(kind).isEmpty)
    }
    // Weights that forgive nothing but equal words: those whose spelling varies are served worse, and that is said.
    let strict = FairnessReport(
      comparer: NameComparer(weights: NameWeights(table: "always -50 -50\nequalWords 60 40")), trials: 40,
      threshold: 0.5, seed: 1)
    let worse = strict.servedWorse(.spelling).map(\.culture)
    #expect(worse.contains("Arabic"))
    #expect(!worse.contains("English"))
    #expect(!strict.wrong.isEmpty)
  }

  @Test func trialsAreWhatTheySay() throws {
    var chance = Lottery(state: 5)
    for culture in NameCulture.all {
      for _ in 0..<5 {
        let spelling = try #require(FairnessTrial(.spelling, of: culture, using: &chance))
        #expect(spelling.first.unicodeScalars.allSatisfy { $0.isASCII }, "\(culture.title): \(spelling.first)")
        let slip = try #require(FairnessTrial(.slip, of: culture, using: &chance))
        #expect(abs(slip.first.count - slip.second.count) <= 1)
        guard culture.title != "English" else { continue }
        let script = try #require(FairnessTrial(.script, of: culture, using: &chance))
        #expect(!script.first.isEmpty)
      }
    }
  }

  private struct Lottery: RandomNumberGenerator {
    var state: UInt64
    mutating func next() -> UInt64 {
      state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
      return state ^ state >> 29
    }
  }
}
