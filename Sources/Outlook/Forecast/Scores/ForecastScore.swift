/// The running score of one way to forecast, over origins and days.
public struct ForecastScore: Equatable, Sendable {
  /// What was scored.
  public let name: String
  private var losses: [Double] = []
  private var lossDays: [Int] = []
  private var absoluteErrors = 0.0
  private var scales = 0.0
  private var days = 0
  private var covered = 0
  private var brierSum = 0.0
  /// How the chances of a crossing did.
  public private(set) var reliability = Reliability()
  private var totalErrors = 0.0
  private var totalOutcomes = 0.0
  private var totalLosses = 0.0
  /// Origins whose whole stretch has come.
  public private(set) var totals = 0
  /// Of those, how many totals lay in the 80 % interval.
  public private(set) var totalsCovered = 0

  /// An empty score.
  public init(name: String) { self.name = name }

  /// Takes the days of one origin; days that have not come or are not known are left out.
  /// - Parameters:
  ///   - days: the forecast days.
  ///   - totals: draws of their total, smallest first.
  ///   - outcomes: the counts that came, nil where none is known.
  ///   - scale: the mean absolute weekly change before the origin, for the scaled error.
  mutating func take(_ forecast: [DayDistribution], totals draws: [Double], outcomes: [Double?], scale: Double) {
    for (ahead, (day, outcome)) in zip(forecast, outcomes).enumerated() {
      guard let outcome else { continue }
      while losses.count <= ahead {
        losses.append(0)
        lossDays.append(0)
      }
      losses[ahead] += QuantileScore.ofLevels(day, outcome)
      lossDays[ahead] += 1
      days += 1
      absoluteErrors += abs(outcome - day.quantile(0.5))
      scales += scale
      covered += (day.quantile(0.1)...max(day.quantile(0.9), day.quantile(0.1))).contains(outcome) ? 1 : 0
      let came = outcome > 0
      brierSum += (day.chance - (came ? 1 : 0)) * (day.chance - (came ? 1 : 0))
      reliability.take(chance: day.chance, came: came)
    }
    let known = outcomes.compactMap { $0 }
    guard known.count == forecast.count, !draws.isEmpty else { return }
    let total = known.reduce(0, +)
    totals += 1
    totalErrors += abs(total - Quantiles.value(draws, 0.5))
    totalOutcomes += total
    totalLosses += QuantileScore.ofLevels({ Quantiles.value(draws, $0) }, total)
    totalsCovered += total >= Quantiles.value(draws, 0.1) && total <= Quantiles.value(draws, 0.9) ? 1 : 0
  }

  /// The mean quantile score of the first days, in units of the count; nil when none has come.
  public func score(firstDays: Int) -> Double? {
    let count = lossDays.prefix(firstDays).reduce(0, +)
    return count > 0 ? losses.prefix(firstDays).reduce(0, +) / Double(count) : nil
  }

  /// The mean squared error of the chance of a crossing day; nil when none has come.
  public var brier: Double? { days > 0 ? brierSum / Double(days) : nil }
  /// The mean absolute error of the medians over the mean absolute weekly change before the origins.
  public var scaledError: Double? { scales > 0 ? absoluteErrors / scales : nil }
  /// The share of days in the 80 % interval; with many zeros it lies above 0.8 for a calibrated forecast.
  public var coverage: Double? { days > 0 ? Double(covered) / Double(days) : nil }
  /// The absolute error of the medians of totals over the sum of totals.
  public var totalWeightedError: Double? { totalOutcomes > 0 ? totalErrors / totalOutcomes : nil }
  /// The mean quantile score of totals, in units of the count.
  public var totalScore: Double? { totals > 0 ? totalLosses / Double(totals) : nil }
}
