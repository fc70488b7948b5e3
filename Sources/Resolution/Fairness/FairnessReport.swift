import Foundation

/// Error rates of the comparison by culture, each with its 95 % interval, and where they differ.
public struct FairnessReport: Sendable {
  /// The rate of one kind of error in one culture.
  public struct Rate: Sendable {
    /// The culture.
    public let culture: String
    /// What was tried.
    public let kind: FairnessTrial.Kind
    /// Errors among trials: one person's names scored below the threshold, or two people's from it up.
    public let errors: WilsonInterval
    /// How many of the errors are two people whose names were written letter for letter alike: no comparison of
    /// names tells them apart.
    public let writtenAlike: Int
  }

  /// How many trials of each kind are made for each culture, at most.
  public static let mostTrials = 100_000

  /// A score from which two names count as one.
  public let threshold: Double
  /// The rates, culture by culture.
  public let rates: [Rate]
  /// What was judged wrongly, with its score, at most `mostTrials` of it.
  public let wrong: [Wrong]

  /// A trial that was judged wrongly.
  public struct Wrong: Sendable {
    /// The culture.
    public let culture: String
    /// The names.
    public let trial: FairnessTrial
    /// Their score.
    public let score: Double
  }

  /// Makes trials for every culture and scores them.
  /// - Parameters:
  ///   - trials: how many of each kind for each culture, 1 to `mostTrials`.
  ///   - threshold: a score from which two names count as one.
  ///   - seed: the seed of chance; the same seed makes the same names.
  public init(comparer: NameComparer, trials: Int, threshold: Double, seed: UInt64) {
    self.threshold = threshold
    var made: [Rate] = []
    var wrong: [Wrong] = []
    for (index, culture) in NameCulture.all.enumerated() {
      var chance = FairnessChance(seed: seed &+ UInt64(index) &* 1_000_003)
      for kind in FairnessTrial.Kind.allCases {
        var (errors, count, alike) = (0, 0, 0)
        for _ in 0..<min(max(trials, 1), Self.mostTrials) {
          guard let trial = FairnessTrial(kind, of: culture, using: &chance) else { continue }
          count += 1
          let score = comparer.score(trial.first, trial.second)
          guard (score >= threshold) != kind.isSame else { continue }
          errors += 1
          if !kind.isSame, trial.first.lowercased() == trial.second.lowercased() { alike += 1 }
          if wrong.count < Self.mostTrials { wrong.append(Wrong(culture: culture.title, trial: trial, score: score)) }
        }
        guard count > 0 else { continue }
        made.append(
          Rate(
            culture: culture.title, kind: kind, errors: WilsonInterval(hits: errors, of: count), writtenAlike: alike))
      }
    }
    rates = made
    self.wrong = wrong
  }

  /// The rates of a kind, all cultures together.
  public func pooled(_ kind: FairnessTrial.Kind) -> WilsonInterval {
    let all = rates.filter { $0.kind == kind }
    return WilsonInterval(hits: all.reduce(0) { $0 + $1.errors.hits }, of: all.reduce(0) { $0 + $1.errors.trials })
  }

  /// The cultures whose interval for a kind lies wholly above the rate of the others together: they are served worse.
  public func servedWorse(_ kind: FairnessTrial.Kind) -> [Rate] {
    rates.filter { rate in
      guard rate.kind == kind else { return false }
      let all = pooled(kind)
      let others = WilsonInterval(hits: all.hits - rate.errors.hits, of: all.trials - rate.errors.trials)
      return rate.errors.low > others.high
    }
  }
}

/// Chance out of a seed (SplitMix64, Steele, Lea and Flood 2014), the same on every machine.
struct FairnessChance: RandomNumberGenerator {
  private var state: UInt64

  init(seed: UInt64) { state = seed }

  mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var mixed = state
    mixed = (mixed ^ mixed >> 30) &* 0xBF58_476D_1CE4_E5B9
    mixed = (mixed ^ mixed >> 27) &* 0x94D0_49BB_1331_11EB
    return mixed ^ mixed >> 31
  }
}
