/// The days from an origin on, each with its distribution, and their total.
public struct DailyForecast: Equatable, Sendable {
  /// The first day that is forecast; nothing of it or after it was used, but for weather when that was said to be
  /// known.
  public let origin: CalendarDay
  /// The distributions of the days, the origin first.
  public let days: [DayDistribution]
  /// Draws of the total of all days, smallest first.
  public let totals: [Double]
  /// The weight of each member in the combination; they add up to one.
  public let weights: [DailyMember: Double]
  /// What a reader has to know: little data, weather as known, no crossing ever.
  public let remarks: [OutlookRemark]

  /// A quantile of the total.
  public func totalQuantile(_ level: Double) -> Double { Quantiles.value(totals, level) }
  /// The expected total.
  public var totalMean: Double { totals.reduce(0, +) / Double(max(totals.count, 1)) }
}
