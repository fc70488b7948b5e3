/// Forecasts from many origins, held against what came, beside the simple ways that they must beat.
public struct Scoreboard: Sendable {
  /// The score of the combined forecast.
  public private(set) var combined = ForecastScore(name: "combined")
  /// The scores of single members and of the seasonal naive, on the same days.
  public private(set) var others = DailyMember.allCases.map { ForecastScore(name: $0.rawValue) }
  /// The forecasts, one an origin.
  public private(set) var forecasts: [DailyForecast] = []

  private static let comparedPaths = 1000

  /// Forecasts from each origin with what was known before it, and scores where the days have come.
  /// - Throws: `OutlookError` of the first origin from which nothing can be forecast.
  public init(
    _ series: CountSeries, origins: [CalendarDay], horizon: Int, forecaster: inout DailyForecaster
  ) throws(OutlookError) {
    for origin in origins {
      let forecast = try forecaster.forecast(origin: origin, horizon: horizon)
      forecasts.append(forecast)
      let start = series.index(origin)
      let outcomes = (0..<horizon).map { start + $0 < series.count ? series.figures[start + $0].number : nil }
      let scale = Self.weeklyChange(series, before: start)
      combined.take(forecast.days, totals: forecast.totals, outcomes: outcomes, scale: scale)
      for (index, member) in DailyMember.allCases.enumerated() {
        var generator = SeededGenerator(seed: UInt64(index))
        let days = forecaster.member(member, origin: origin, horizon: horizon)
        // Single members have no memory of past totals: their days are drawn with the neighbours' correlation alone.
        let totals = SamplePaths(commonShare: 0).totals(days, count: Self.comparedPaths, using: &generator)
        others[index].take(days, totals: totals, outcomes: outcomes, scale: scale)
      }
    }
  }

  private static func weeklyChange(_ series: CountSeries, before origin: Int) -> Double {
    let changes = (7..<max(origin, 7)).compactMap { day -> Double? in
      guard let one = series.figures[day].number, let other = series.figures[day - 7].number else { return nil }
      return abs(one - other)
    }
    return changes.isEmpty ? 0 : changes.reduce(0, +) / Double(changes.count)
  }
}
