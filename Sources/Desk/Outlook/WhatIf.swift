import Outlook

/// The total of the days ahead if something were otherwise; each case holds all else fixed and says so.
struct WhatIf: Sendable {
  /// How much more, or with a minus fewer, set out, in percent.
  var departuresPercent = 20.0
  /// How many percent of those who set out are prevented instead of `preventedNowPercent`.
  var preventedPercent = 60.0
  /// How many are prevented now, in percent.
  var preventedNowPercent = 45.0
  /// How many of the first days no weather lets anybody cross.
  var stormDays = 7

  /// One case by the name of its words, with its draws.
  struct Case: Sendable {
    var name: String
    /// Draws of the total, smallest first.
    var draws: [Double]

    func quantile(_ level: Double) -> Double {
      guard !draws.isEmpty else { return 0 }
      return draws[min(max(Int(level * Double(draws.count)), 0), draws.count - 1)]
    }
  }

  /// The bounds of what can be asked.
  static let percents = -90.0...300.0
  static let shares = 0.0...95.0

  func cases(_ forecast: DailyForecast) -> [Case] {
    let passing = (100 - preventedPercent) / (100 - preventedNowPercent)
    var generator = SeededGenerator(seed: 1)
    let calm = Array(forecast.days.dropFirst(stormDays))
    // Days beside each other keep the share of their spread that neighbours have in the past.
    let stormy =
      calm.isEmpty
      ? [0] : SamplePaths(commonShare: SamplePaths.neighbourCorrelation).totals(calm, count: 2000, using: &generator)
    return [
      Case(name: "asIs", draws: forecast.totals),
      Case(name: "departures", draws: forecast.totals.map { $0 * (1 + departuresPercent / 100) }),
      Case(name: "prevention", draws: forecast.totals.map { $0 * passing }),
      Case(name: "storm", draws: stormy.sorted()),
    ]
  }

  /// The numbers that a case takes for granted, for its words.
  var words: [String: String] {
    [
      "departures": departuresPercent.plain(decimals: 0), "prevented": preventedPercent.plain(decimals: 0),
      "now": preventedNowPercent.plain(decimals: 0), "days": "\(stormDays)",
    ]
  }
}
