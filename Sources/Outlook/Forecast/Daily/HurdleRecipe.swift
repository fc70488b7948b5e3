import Foundation

/// Which of the known numbers a hurdle model uses, and on which scale it sees sizes.
struct HurdleRecipe: Sendable {
  /// Whether the share of crossing days of the last weeks counts.
  let usesShare: Bool
  /// How many harmonics of the season sizes follow.
  let sizeHarmonics: Int
  /// Whether sizes are seen as square roots, else as logarithms.
  let usesRoots: Bool
  /// Whether what came lately counts; without it only season and weather do.
  let usesPast: Bool
  /// How much weather the model may use.
  let weather: WeatherUse

  /// How a model uses weather.
  enum WeatherUse: Sendable {
    case none
    /// Only that of the day before the origin.
    case past
    /// That of the day itself and the day before it.
    case ofTheDay
  }

  static func roots(_ weather: WeatherUse) -> HurdleRecipe {
    HurdleRecipe(usesShare: false, sizeHarmonics: 2, usesRoots: true, usesPast: true, weather: weather)
  }
  static func logarithms(_ weather: WeatherUse) -> HurdleRecipe {
    HurdleRecipe(usesShare: true, sizeHarmonics: 1, usesRoots: false, usesPast: true, weather: weather)
  }

  static let weatherAlone = HurdleRecipe(
    usesShare: false, sizeHarmonics: 2, usesRoots: true, usesPast: false, weather: .ofTheDay)

  static let usualShare = 0.4
  static let lags = 3

  /// How many numbers weather adds to a row.
  func weatherWidth(_ history: DailyHistory) -> Int {
    guard let weather = history.weather else { return 0 }
    switch self.weather {
    case .none: return 0
    case .past: return weather.width
    case .ofTheDay: return 3 * weather.width
    }
  }

  func chanceWidth(_ history: DailyHistory) -> Int {
    3 + Self.lags + (usesShare ? 1 : 0) + weatherWidth(history)
  }

  func sizeWidth(_ history: DailyHistory) -> Int {
    3 + 2 * sizeHarmonics + (weather == .past ? 0 : weatherWidth(history))
  }

  /// Writes what the chance of a crossing `horizon` days from the origin follows; the origin itself is horizon 1.
  func writeChance(_ history: DailyHistory, origin: Int, horizon: Int, into row: UnsafeMutablePointer<Double>) {
    let fading = exp(-Double(horizon - 1))
    let season = (origin + horizon - 1) * 2 * DailyHistory.harmonics
    row[0] = 1
    row[1] = history.season[season]
    row[2] = history.season[season + 1]
    var next = 3
    for lag in 1...Self.lags {
      let came = usesPast ? history.came(origin - lag, usual: Self.usualShare) : Self.usualShare
      row[next] = (came - Self.usualShare) * fading
      next += 1
    }
    if usesShare {
      row[next] = history.share28[origin] - Self.usualShare
      next += 1
    }
    writeWeather(history, origin, horizon, fading, row + next)
  }

  /// Writes what the size of a crossing `horizon` days from the origin follows.
  func writeSize(_ history: DailyHistory, origin: Int, horizon: Int, into row: UnsafeMutablePointer<Double>) {
    let season = (origin + horizon - 1) * 2 * DailyHistory.harmonics
    row[0] = 1
    for term in 0..<(2 * sizeHarmonics) { row[1 + term] = history.season[season + term] }
    let next = 1 + 2 * sizeHarmonics
    let floor = history.floor[origin]
    let level = usesRoots ? history.level28[origin] : history.size60[origin]
    row[next] = usesPast ? log(level + floor) : 0
    row[next + 1] = usesPast ? log(history.size14[origin] + floor) : 0
    if weather == .ofTheDay { writeWeather(history, origin, horizon, 1, row + next + 2) }
  }

  private func writeWeather(
    _ history: DailyHistory, _ origin: Int, _ horizon: Int, _ fading: Double, _ row: UnsafeMutablePointer<Double>
  ) {
    guard weather != .none, let weather = history.weather else { return }
    let width = weather.width
    if self.weather == .past {
      let start = (origin - 1) * width
      for column in 0..<width { row[column] = start >= 0 ? weather.values[start + column] * fading : 0 }
      return
    }
    let start = (origin + horizon - 1) * width
    for column in 0..<width {
      let value = weather.values[start + column]
      row[column] = value
      row[width + column] = value * value / 2
      row[2 * width + column] = start >= width ? weather.values[start - width + column] : 0
    }
  }

  func scaled(_ size: Double) -> Double { usesRoots ? size.squareRoot() : log(size) }

  /// Back from the scale of the model; a crossing is at least one.
  func unscaled(_ value: Double) -> Double {
    usesRoots ? max(value, 1) * max(value, 1) : max(exp(min(value, 30)), 1)
  }
}
