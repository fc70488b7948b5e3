import Foundation

/// How members did at past origins, and what follows for the next one.
struct DailyRecord: Sendable {
  /// The weight of each member; they add up to one.
  let weights: [Double]
  private let past: [(origin: Int, members: [[DayDistribution]])]
  private let values: [Double?]
  /// The levels at which sizes are read, or nil when there is too little to say.
  private var levels: [Double]?

  /// How sharply a worse score costs weight: one per cent worse has two thirds of the weight.
  private static let sharpness = 150.0
  /// What a plain way weighs beside a model of equal score: it counts where the models fail.
  private static let priorOfPlain = 0.05
  /// How many past crossings count as much as the levels that the members claim.
  private static let priorCrossings = 1000.0
  private static let commonShares = [0.0, 0.03, 0.06, 0.1, 0.15]

  init(_ past: [(origin: Int, members: [[DayDistribution]])], values: [Double?]) {
    self.past = past
    self.values = values
    let members = DailyMember.combined.count
    var scores = [Double](repeating: 0, count: members)
    for (origin, said) in past {
      for member in 0..<members {
        for ahead in 0..<DailyForecaster.window {
          guard let value = values[origin + ahead] else { continue }
          scores[member] += QuantileScore.ofLevels(said[member][ahead], value)
        }
      }
    }
    let best = scores.min() ?? 0
    let raw = zip(DailyMember.combined, scores).map { member, score in
      (member.isPlain ? Self.priorOfPlain : 1) * (best > 0 ? pow(best / score, Self.sharpness) : 1)
    }
    let total = raw.reduce(0, +)
    weights = raw.map { $0 / total }
    levels = learnedLevels()
  }

  /// The pool of what the members say of one day.
  func pool(_ members: [DayDistribution]) -> DayDistribution {
    let pooled = DayDistribution.pool(members, weights: weights)
    return levels.map(pooled.recalibrated) ?? pooled
  }

  /// Where past sizes fell among the sizes that were forecast, drawn towards where they should have fallen.
  private func learnedLevels() -> [Double]? {
    var places: [Double] = []
    for (origin, said) in past {
      for ahead in 0..<DailyForecaster.window {
        guard let value = values[origin + ahead], value > 0 else { continue }
        places.append(DayDistribution.pool(said.map { $0[ahead] }, weights: weights).sizeShare(under: value))
      }
    }
    guard places.count >= 50 else { return nil }
    places.sort()
    let trust = Double(places.count) / (Double(places.count) + Self.priorCrossings)
    return (0..<HurdleModel.levels).map { index in
      let level = (Double(index) + 0.5) / Double(HurdleModel.levels)
      return level + trust * (Quantiles.value(places, level) - level)
    }
  }

  /// The common share of days under which past totals were forecast best.
  func commonShare(seed: UInt64) -> Double {
    let stretches = past.compactMap { origin, said -> (days: [DayDistribution], total: Double)? in
      let outcome = values[origin..<(origin + DailyForecaster.window)].compactMap { $0 }
      guard outcome.count == DailyForecaster.window else { return nil }
      let days = (0..<DailyForecaster.window).map { ahead in pool(said.map { $0[ahead] }) }
      return (days, outcome.reduce(0, +))
    }
    guard stretches.count >= 6 else { return 0.06 }
    let scores = Self.commonShares.map { share in
      var generator = SeededGenerator(seed: seed)
      return stretches.reduce(0) { sum, stretch in
        let totals = SamplePaths(commonShare: share).totals(stretch.days, count: 200, using: &generator)
        return sum + QuantileScore.ofLevels({ Quantiles.value(totals, $0) }, stretch.total)
      }
    }
    return scores.indices.min { scores[$0] < scores[$1] }.map { Self.commonShares[$0] } ?? 0.06
  }
}
