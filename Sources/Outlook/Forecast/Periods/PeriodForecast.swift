/// The weeks, months or quarters from an origin on, as draws of whole paths.
public struct PeriodForecast: Equatable, Sendable {
  /// The distribution of one period.
  public struct Distribution: Equatable, Sendable {
    /// The expected count.
    public let mean: Double
    /// Draws, smallest first.
    let draws: [Double]

    init(_ draws: [Double]) {
      mean = draws.reduce(0, +) / Double(max(draws.count, 1))
      self.draws = draws.sorted()
    }

    /// The count that is not passed with this chance.
    public func quantile(_ level: Double) -> Double { Quantiles.value(draws, level) }
  }

  /// The first period that is forecast.
  public let origin: CalendarDay
  /// The distributions of the periods, the origin first.
  public let periods: [Distribution]
  /// What each member weighs, by its name.
  public let weights: [String: Double]
  /// What a reader has to know.
  public let remarks: [OutlookRemark]
  private let total: Distribution

  init(origin: CalendarDay, paths: [[Double]], horizon: Int, weights: [String: Double], remarks: [OutlookRemark]) {
    self.origin = origin
    periods = (0..<horizon).map { ahead in Distribution(paths.map { $0[ahead] }) }
    total = Distribution(paths.map { $0.reduce(0, +) })
    self.weights = weights
    self.remarks = remarks
  }

  /// A quantile of the total of all periods.
  public func totalQuantile(_ level: Double) -> Double { total.quantile(level) }
  /// The expected total.
  public var totalMean: Double { total.mean }
}
