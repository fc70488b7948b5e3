/// How often evidence passes a threshold in ordinary times, found by letting many ordinary periods pass.
struct AlarmRate {
  /// The evidence of ordinary periods, drawn at random.
  private let evidence: [Double]

  private static let periods = 40_000
  private static let levels = 1000

  /// Draws ordinary periods with this mean and dispersion.
  init(mean: Double, dispersion: Double) {
    let counts = NegativeBinomial(mean: mean, dispersion: dispersion)
    let (slope, offset) = SurgeEvidence.of(mean, dispersion)
    let table = (0..<Self.levels).map { slope * counts.quantile((Double($0) + 0.5) / Double(Self.levels)) - offset }
    var generator = SeededGenerator(seed: 1)
    evidence = (0..<Self.periods).map { _ in table[Int(generator.next() % UInt64(Self.levels))] }
  }

  /// The threshold at which a period is an alarm with this chance.
  func threshold(rate: Double) -> Double {
    var (low, high) = (0.1, 40.0)
    for _ in 0..<14 {
      let middle = (low + high) / 2
      if Self.alarms(evidence, middle) > rate * Double(evidence.count) { low = middle } else { high = middle }
    }
    return high
  }

  /// How many alarms evidence gives when it starts anew after each.
  static func alarms(_ evidence: [Double], _ threshold: Double) -> Double {
    var (sum, alarms) = (0.0, 0.0)
    for own in evidence {
      sum = max(sum + own, 0)
      if sum > threshold {
        alarms += 1
        sum = 0
      }
    }
    return alarms
  }
}
