import Foundation

/// Thresholds for weekly and monthly counts from the same time of past years, with a trend, a season in ten steps, and
/// past outbreaks
/// weighed down.
///
/// Source: Noufaily and others 2013, An improved algorithm for outbreak detection in multiple surveillance systems.
public struct FarringtonFlexible: Sendable {
  private let series: CountSeries
  private let values: [Double?]
  private static let years = 5
  private static let halfWindow = 3
  private static let seasons = 10

  /// Prepares thresholds for a series.
  public init(_ series: CountSeries) {
    self.series = series
    values = series.values
  }

  /// The count that ordinary times pass with a chance of `level`, from what lies before a period; nil when too little
  /// is known.
  /// - Parameters:
  ///   - index: the place of the period in the series.
  ///   - level: the chance, 0.01 in the source.
  public func upper(_ index: Int, level: Double = 0.01) -> Double? {
    let year = series.period == .day ? 365.2425 : series.period == .week ? 52.18 : Double(series.period.aYear)
    let gap = series.period.aYear / 2
    let first = max(0, index - Self.years * series.period.aYear - Self.halfWindow)
    let known = (first..<max(index - gap, first)).filter { values[$0] != nil }
    guard known.count >= max(2 * gap, 24) else { return nil }
    let counts = known.compactMap { values[$0] }
    let places = known.map { place($0, index, year) }
    let used = Set(places).subtracting([0]).sorted()
    let width = 2 + used.count
    var rows: [Double] = []
    for (past, season) in zip(known, places) {
      rows += [1, Double(past) / year]
      rows += used.map { $0 == season ? 1.0 : 0.0 }
    }
    var weights = [Double](repeating: 1, count: known.count)
    var (regression, spread) = (CountRegression(rows: rows, width: width, counts: counts, dispersion: 0), 1.0)
    for _ in 0..<2 {
      let means = known.indices.map { regression.mean(Array(rows[($0 * width)..<(($0 + 1) * width)])) }
      let squares = known.indices.reduce(0) { $0 + weights[$1] * pow(counts[$1] - means[$1], 2) / max(means[$1], 1e-6) }
      spread = max(squares / max(weights.reduce(0, +) - Double(width), 1), 1)
      weights = known.indices.map { place in
        let residual =
          1.5 * (pow(counts[place], 2.0 / 3) - pow(means[place], 2.0 / 3))
          / (pow(max(means[place], 1e-6), 1.0 / 6) * spread.squareRoot())
        return residual > 2.58 ? 1 / (residual * residual) : 1
      }
      let scale = Double(weights.count) / weights.reduce(0, +)
      weights = weights.map { $0 * scale }
      regression = CountRegression(rows: rows, width: width, counts: counts, dispersion: 0, weights: weights)
    }
    let mean = regression.mean([1, Double(index) / year] + [Double](repeating: 0, count: used.count))
    return NegativeBinomial(mean: mean, dispersion: max(spread - 1, 1e-6) / max(mean, 1e-6)).quantile(1 - level)
  }

  /// Whether a period lies above its threshold, with at least five in it and the four before, as the source asks.
  public func exceeds(_ index: Int, level: Double = 0.01) -> Bool {
    guard let value = values[index], let upper = upper(index, level: level) else { return false }
    return value > upper && values[max(index - 4, 0)...index].reduce(0) { $0 + ($1 ?? 0) } >= 5
  }

  /// The step of the season in which a past period lies, seen from this one; the window about its own date is 0.
  private func place(_ past: Int, _ index: Int, _ year: Double) -> Int {
    let away = Double(index - past).truncatingRemainder(dividingBy: year)
    if min(away, year - away) <= Double(Self.halfWindow) { return 0 }
    return 1 + Int((year - away) / year * Double(Self.seasons))
  }
}
