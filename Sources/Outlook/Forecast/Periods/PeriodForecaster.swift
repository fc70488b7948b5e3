import Foundation

/// Forecasts of weekly, monthly and quarterly counts: the members that suit the series, weighted by how they did at
/// past origins, with a
/// spread that past outcomes bear out. Draws never fall under zero.
public enum PeriodForecaster {
  private static let paths = 1000
  private static let pastPaths = 120
  private static let pastOrigins = 6
  private static let sharpness = 6.0

  /// Forecasts the periods from an origin on, from what lies before it.
  /// - Throws: `OutlookError` when fewer than ten periods before it are known, it lies more than one behind the last,
  ///   or the horizon is
  ///   out of bounds.
  public static func forecast(
    _ series: CountSeries, origin day: CalendarDay, horizon: Int, seed: UInt64 = 1
  ) throws(OutlookError) -> PeriodForecast {
    guard (1...OutlookLimits.horizon).contains(horizon) else {
      throw OutlookError(place: "horizon \(horizon)", reason: "1 to \(OutlookLimits.horizon) periods can be asked for")
    }
    let origin = series.index(day)
    guard origin >= 0, origin <= series.count else {
      throw OutlookError(
        place: "origin \(day)",
        reason: "the series runs from \(series.first) to \(series.last); an origin lies in it or one period behind")
    }
    let values = Array(series.values[..<origin])
    let known = values.compactMap { $0 }
    guard known.count >= OutlookLimits.fewestValues else {
      throw OutlookError(
        place: "origin \(day)",
        reason: "\(known.count) periods before it are known; at least \(OutlookLimits.fewestValues) are needed")
    }
    var generator = SeededGenerator(seed: seed)
    let record = Record(values, period: series.period.aYear, horizon: horizon, using: &generator)
    var remarks: [OutlookRemark] = []
    var spread = record.spread
    if known.count < 2 * series.period.aYear {
      remarks.append(.lessThanTwoYears(before: day, known: known.count))
      spread *= 1 + 2 / Double(known.count).squareRoot()
    }
    if known.allSatisfy({ $0 == 0 }) { remarks.append(.nothingEverCame(before: day, known: known.count)) }
    let drawn = record.draw(values, horizon: horizon, count: paths, using: &generator)
    return PeriodForecast(
      origin: day, paths: widened(drawn, by: spread, horizon: horizon), horizon: horizon,
      weights: Dictionary(uniqueKeysWithValues: record.weights.map { ($0.key.rawValue, $0.value) }), remarks: remarks)
  }

  /// The same paths, each count farther from the mean of its period by a factor.
  private static func widened(_ paths: [[Double]], by factor: Double, horizon: Int) -> [[Double]] {
    let means = (0..<horizon).map { ahead in paths.reduce(0) { $0 + $1[ahead] } / Double(max(paths.count, 1)) }
    return paths.map { path in path.indices.map { max(means[$0] + factor * (path[$0] - means[$0]), 0) } }
  }

  /// How members did at past origins, and what follows.
  private struct Record {
    let weights: [PeriodMember: Double]
    let spread: Double
    private let period: Int

    init(_ values: [Double?], period: Int, horizon: Int, using generator: inout SeededGenerator) {
      self.period = period
      let stretch = min(horizon, max(period / 2, 1))
      let origins = stride(from: values.count - stretch, through: max(2 * period + 2, 10), by: -stretch)
        .prefix(PeriodForecaster.pastOrigins)
      var losses: [PeriodMember: Double] = [:]
      var misfits: [Double] = []
      for origin in origins {
        for member in PeriodMember.allCases {
          guard
            let paths = member.paths(
              Array(values[..<origin]), period: period, horizon: stretch, count: PeriodForecaster.pastPaths,
              using: &generator)
          else { continue }
          for ahead in 0..<stretch {
            guard let value = values[origin + ahead] else { continue }
            let draws = paths.map { $0[ahead] }.sorted()
            losses[member, default: 0] += QuantileScore.ofLevels({ Quantiles.value(draws, $0) }, value)
            let middle = Quantiles.value(draws, 0.5)
            let half = (Quantiles.value(draws, 0.9) - Quantiles.value(draws, 0.1)) / 2
            if member == .exponentialSmoothing, half > 0 { misfits.append(abs(value - middle) / half) }
          }
        }
      }
      let suiting = PeriodMember.allCases.filter {
        $0.paths(values, period: period, horizon: 1, count: 1, using: &generator) != nil
      }
      let best = losses.values.min() ?? 0
      let raw = suiting.map { member in
        losses[member].map { $0 > 0 ? pow(best / $0, PeriodForecaster.sharpness) : 1 } ?? (losses.isEmpty ? 1 : 0)
      }
      let total = raw.reduce(0, +)
      weights = Dictionary(
        uniqueKeysWithValues: zip(suiting, raw.map { total > 0 ? $0 / total : 1 / Double(raw.count) }))
      // The half-width that would have held four in five past outcomes, drawn towards one.
      misfits.sort()
      let trust = Double(misfits.count) / (Double(misfits.count) + 12)
      spread = 1 + trust * (min(max(Quantiles.value(misfits, 0.8), 0.7), 2.5) - 1)
    }

    func draw(_ values: [Double?], horizon: Int, count: Int, using generator: inout SeededGenerator) -> [[Double]] {
      PeriodMember.allCases.flatMap { member -> [[Double]] in
        let own = Int(((weights[member] ?? 0) * Double(count)).rounded())
        guard own > 0 else { return [] }
        return member.paths(values, period: period, horizon: horizon, count: own, using: &generator) ?? []
      }
    }
  }
}
