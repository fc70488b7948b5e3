import Foundation

/// What a model may know on each morning: every number at place `t` follows from the days before `t` alone.
struct DailyHistory: Sendable {
  /// The counts, nil where none is known.
  let values: [Double?]
  /// The date of the first.
  let first: CalendarDay
  /// Means of the counts with weights that halve in 28 days.
  private(set) var level28: [Double] = []
  /// Shares of days with a count above zero, with weights that halve in 28 days.
  private(set) var share28: [Double] = []
  /// Mean sizes of counts above zero, with weights that halve in 14 and in 60 days.
  private(set) var size14: [Double] = []
  private(set) var size60: [Double] = []
  /// A quarter of the mean of all counts so far, which keeps logarithms of levels calm.
  private(set) var floor: [Double] = []
  /// Sine and cosine of the season, three harmonics for each day, `horizon` days beyond the last.
  private(set) var season: [Double] = []
  /// Weather, when there is any.
  private(set) var weather: WeatherFeatures?

  static let harmonics = 3

  init(_ series: CountSeries, weather: DayWeather?, learnBefore: Int) {
    values = series.values
    first = series.first
    let count = values.count
    gather()
    for day in 0..<(count + OutlookLimits.horizon) {
      let angle = 2 * Double.pi * Double(first.number + day) / 365.2425
      for harmonic in 1...Self.harmonics { season += [sin(Double(harmonic) * angle), cos(Double(harmonic) * angle)] }
    }
    self.weather = weather.map {
      WeatherFeatures($0, first: series.first, count: count + OutlookLimits.horizon, learnBefore: learnBefore)
    }
  }

  private mutating func gather() {
    var level = HalvingMean(halfLifeDays: 28, priorWeight: 0)
    var share = HalvingMean(halfLifeDays: 28, priorWeight: 0)
    var (fast, slow) = (
      HalvingMean(halfLifeDays: 14, priorWeight: 0.01), HalvingMean(halfLifeDays: 60, priorWeight: 0.01)
    )
    var (total, known, firstSize) = (0.0, 0.0, 1.0)
    for index in 0...values.count {
      level28.append(level.mean(prior: 0))
      share28.append(share.mean(prior: 0.5))
      size14.append(fast.mean(prior: firstSize))
      size60.append(slow.mean(prior: firstSize))
      floor.append(max(0.25 * total / max(known, 1), 0.01))
      guard index < values.count else { break }
      let value = values[index]
      if let value, value > 0, firstSize == 1 { firstSize = value }
      level.age()
      share.age()
      fast.age()
      slow.age()
      guard let value else { continue }
      level.take(value)
      share.take(value > 0 ? 1 : 0)
      if value > 0 {
        fast.take(value)
        slow.take(value)
      }
      total += value
      known += 1
    }
  }

  /// Whether something came on a day: 1 or 0, or the usual share when it is not known.
  @inline(__always)
  func came(_ day: Int, usual: Double) -> Double {
    guard day >= 0, let value = values[day] else { return usual }
    return value > 0 ? 1 : 0
  }
}

/// A mean in which older values count for less.
private struct HalvingMean {
  private let keep: Double
  private let priorWeight: Double
  private var sum = 0.0
  private var weight = 0.0

  init(halfLifeDays: Double, priorWeight: Double) {
    keep = exp2(-1 / halfLifeDays)
    self.priorWeight = priorWeight
  }

  mutating func age() {
    sum *= keep
    weight *= keep
  }

  mutating func take(_ value: Double) {
    sum += value * (1 - keep)
    weight += 1 - keep
  }

  func mean(prior: Double) -> Double {
    let whole = weight + priorWeight
    return whole > 0 ? (sum + prior * priorWeight) / whole : prior
  }
}
