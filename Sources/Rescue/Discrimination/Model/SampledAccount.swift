/// What samples of groupings say of whether everybody of one boat is accounted for.
struct SampledAccount: Hashable, Sendable {
  /// The mean chance that somebody is lacking of the boats that its reports had in the samples.
  var chance: Double
  /// Whether a recovery is filed under it in the grouping shown.
  var isRecovered: Bool

  /// Nothing sampled is taken for surer than this, and what is surer than the other end is taken as it is.
  private static let leastChance = 0.003
  private static let certain = 0.9995

  /// What the logistic layer weighs: one, the logarithm of the odds, and whether a recovery is filed under it.
  var features: [Double] {
    let bounded = min(1 - Self.leastChance, max(Self.leastChance, chance))
    return [1, logarithm(bounded / (1 - bounded)), isRecovered ? 1 : 0]
  }

  /// The share of boats with people lacking among those of which the samples say this: a logistic layer (Platt 1999).
  func unaccounted(_ parameters: DiscriminationParameters) -> Double {
    guard chance <= Self.certain else { return chance }
    let logOdds = zip(features, parameters.lackingByChance).reduce(0) { $0 + $1.0 * $1.1 }
    return 1 / (1 + exponential(-logOdds))
  }
}
