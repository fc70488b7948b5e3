/// A way to forecast weeks, months and quarters, among several that are combined.
enum PeriodMember: String, CaseIterable {
  case exponentialSmoothing = "exponential smoothing"
  case theta
  case counts = "small counts"
  case intermittent
  case seasonalNaive = "seasonal naive"

  /// Draws of the periods to come, or nil when the member does not suit the series.
  func paths(
    _ values: [Double?], period: Int, horizon: Int, count: Int, using generator: inout SeededGenerator
  ) -> [[Double]]? {
    let known = values.compactMap { $0 }
    let mean = known.reduce(0, +) / Double(max(known.count, 1))
    switch self {
    case .exponentialSmoothing:
      return ExponentialSmoothing(values, period: period)?.paths(horizon: horizon, count: count, using: &generator)
    case .theta:
      return ThetaForecast(values, period: period)?.paths(horizon: horizon, count: count, using: &generator)
    case .counts:
      guard mean < 30 else { return nil }
      return CountSmoothing(values)?.paths(horizon: horizon, count: count, using: &generator)
    case .intermittent:
      let zeros = known.count { $0 == 0 }
      guard zeros * 3 > known.count, zeros < known.count else { return nil }
      return Self.intermittentPaths(known, horizon: horizon, count: count, using: &generator)
    case .seasonalNaive:
      return Self.naivePaths(values, period: period, horizon: horizon, count: count, using: &generator)
    }
  }

  /// Sizes as they were, at the chance that the rate of Teunter, Syntetos and Babai gives.
  private static func intermittentPaths(
    _ known: [Double], horizon: Int, count: Int, using generator: inout SeededGenerator
  ) -> [[Double]] {
    let sizes = known.filter { $0 > 0 }.suffix(60)
    let meanSize = sizes.reduce(0, +) / Double(sizes.count)
    let chance = min(IntermittentRate.teunterSyntetosBabai(known) / meanSize, 1)
    let day = DayDistribution(chance: chance, sizes: sizes.sorted())
    return (0..<count).map { _ in (0..<horizon).map { _ in day.quantile(generator.share()) } }
  }

  private static func naivePaths(
    _ values: [Double?], period: Int, horizon: Int, count: Int, using generator: inout SeededGenerator
  ) -> [[Double]]? {
    let lag = values.count > 2 * period ? period : 1
    let changes = zip(values, values.dropFirst(lag)).compactMap { one, other in
      one.flatMap { one in other.map { $0 - one } }
    }
    guard !changes.isEmpty else { return nil }
    let deviation = (changes.reduce(0) { $0 + $1 * $1 } / Double(changes.count)).squareRoot()
    let tail = (0..<lag).map { ahead -> Double in
      let same = stride(from: values.count - lag + ahead, through: 0, by: -lag).first { values[$0] != nil }
      return same.flatMap { values[$0] } ?? 0
    }
    return (0..<count).map { _ in
      (0..<horizon).map { ahead in
        let years = Double(ahead / lag + 1)
        return max(tail[ahead % lag] + deviation * years.squareRoot() * generator.normal(), 0)
      }
    }
  }
}
