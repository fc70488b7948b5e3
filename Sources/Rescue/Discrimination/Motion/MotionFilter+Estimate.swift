extension MotionFilter {
  /// Where a boat is: mean and covariance over all histories of modes, in metres and metres².
  struct Estimate {
    var place: SIMD2<Double>
    /// East with east, north with north.
    var variance: SIMD2<Double>
    /// East with north.
    var covariance: Double
    /// The chance that it drifts.
    var drifts: Double
  }

  /// Where the boat of these events is at a moment, which may lie between or behind them: what comes later is not used.
  ///
  /// Nil while nothing is known of its position.
  mutating func estimate(_ events: [Int32], at seconds: Double, of table: EvidenceTable) -> Estimate? {
    let earlier = events.filter { table.events[Int($0)].seconds <= seconds }
    _ = logLikelihood(earlier, of: table)
    guard let last = earlier.last, !hypotheses.isEmpty else { return nil }
    var then = EvidenceTable.Event(seconds: seconds, item: -1)
    then.run = table.drift.reading(at: seconds)
    let wasRecovered = earlier.contains { table.events[Int($0)].isRecovery }
    predict(from: table.events[Int(last)], to: then, isRecovered: wasRecovered)
    return mixed
  }

  /// The mean and the covariance of the mixture.
  private var mixed: Estimate {
    let greatest = hypotheses.reduce(-Double.infinity) { max($0, $1.logWeight) }
    let weights = hypotheses.map { exponential($0.logWeight - greatest) }
    let sum = weights.reduce(0, +)
    var mixture = Estimate(place: .zero, variance: .zero, covariance: 0, drifts: 0)
    for (weight, hypothesis) in zip(weights, hypotheses) {
      mixture.place += weight / sum * hypothesis.place
      if hypothesis.drifts { mixture.drifts += weight / sum }
    }
    for (weight, hypothesis) in zip(weights, hypotheses) {
      let off = hypothesis.place - mixture.place
      mixture.variance += weight / sum * (hypothesis.placeVariance + off * off)
      mixture.covariance += weight / sum * off.x * off.y
    }
    return mixture
  }
}
