/// The form of exponential smoothing: how error, trend and season enter.
///
/// Source: Hyndman, Koehler, Ord and Snyder 2008, Forecasting with Exponential Smoothing, table 2.1.
struct SmoothingForm: Hashable, Sendable, CustomStringConvertible {
  enum Error: String, Sendable { case additive = "A", multiplicative = "M" }
  enum Trend: String, Sendable { case none = "N", additive = "A", damped = "Ad" }
  enum Season: String, Sendable { case none = "N", additive = "A", multiplicative = "M" }

  let error: Error
  let trend: Trend
  let season: Season

  var description: String { "ETS(\(error.rawValue),\(trend.rawValue),\(season.rawValue))" }

  /// Parameters that are searched: level, then trend and damping, then season.
  var parameters: Int { 1 + (trend == .none ? 0 : trend == .additive ? 1 : 2) + (season == .none ? 0 : 1) }

  /// All that is estimated, initial states and the variance among it.
  func estimated(period: Int) -> Int {
    parameters + 1 + (trend == .none ? 0 : 1) + (season == .none ? 0 : period - 1) + 1
  }

  /// The forms that are tried; multiplicative ones want counts above zero, seasons want two years.
  static func candidates(allPositive: Bool, seasonal: Bool) -> [SmoothingForm] {
    let trends: [Trend] = [.none, .additive, .damped]
    var forms = trends.map { SmoothingForm(error: .additive, trend: $0, season: .none) }
    if allPositive { forms += trends.map { SmoothingForm(error: .multiplicative, trend: $0, season: .none) } }
    guard seasonal else { return forms }
    forms += [Trend.none, .damped].map { SmoothingForm(error: .additive, trend: $0, season: .additive) }
    if allPositive {
      forms += [Trend.none, .damped].map { SmoothingForm(error: .multiplicative, trend: $0, season: .multiplicative) }
      forms.append(SmoothingForm(error: .multiplicative, trend: .none, season: .additive))
    }
    return forms
  }
}
