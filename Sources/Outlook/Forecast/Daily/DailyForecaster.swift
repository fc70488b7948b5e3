/// Forecasts of daily counts that are often zero: several members, weighted by how they did at past origins, with
/// sizes read at the
/// levels that past outcomes had, and days drawn together as past totals had them.
///
/// Everything is learned from the days before the origin. Origins of the past are the origin less 28 days, less 56,
/// and so on.
public struct DailyForecaster: Sendable {
  private let series: CountSeries
  private let history: DailyHistory
  private let weather: HurdleRecipe.WeatherUse
  private let seed: UInt64
  /// What members said at an origin, kept because later origins look back at the same ones.
  private var said: [Int: [[DayDistribution]]] = [:]

  /// The days between one past origin and the next, and over which they are judged.
  static let window = 28
  static let pastOrigins = 26
  static let shortestTraining = 270
  static let paths = 4000
  /// Fewer known days than this are too few for a season.
  static let daysForSeason = 120

  /// Prepares forecasts of a daily series.
  /// - Parameters:
  ///   - weather: weather beside the series, or nil.
  ///   - weatherIsKnown: whether the weather of the forecast days themselves may be used.
  ///   - earliestOrigin: the earliest origin that will be asked for; the scale of weather is learned before it.
  ///   - seed: where random draws begin.
  /// - Throws: `OutlookError` when the series is not daily.
  public init(
    _ series: CountSeries, weather: DayWeather? = nil, weatherIsKnown: Bool = false, earliestOrigin: CalendarDay,
    seed: UInt64 = 1
  ) throws(OutlookError) {
    guard series.period == .day else {
      throw OutlookError(place: series.name, reason: "it counts by the \(series.period.rawValue), not by the day")
    }
    self.series = series
    self.seed = seed
    self.weather = weather == nil ? .none : weatherIsKnown ? .ofTheDay : .past
    history = DailyHistory(series, weather: weather, learnBefore: max(series.index(earliestOrigin), 0))
  }

  /// Forecasts the days from an origin on.
  /// - Throws: `OutlookError` when fewer than ten days before it are known, when it lies more than a day behind the
  ///   last row, or when
  ///   the horizon is out of bounds.
  public mutating func forecast(origin day: CalendarDay, horizon: Int) throws(OutlookError) -> DailyForecast {
    guard (1...OutlookLimits.horizon).contains(horizon) else {
      throw OutlookError(place: "horizon \(horizon)", reason: "1 to \(OutlookLimits.horizon) days can be asked for")
    }
    let origin = series.index(day)
    guard origin >= 0, origin <= series.count else {
      throw OutlookError(
        place: "origin \(day)",
        reason: "the series runs from \(series.first) to \(series.last); an origin lies in it or on the day after")
    }
    let known = history.values[..<origin].compactMap { $0 }
    guard known.count >= OutlookLimits.fewestValues else {
      throw OutlookError(
        place: "origin \(day)",
        reason: "\(known.count) days before it are known; at least \(OutlookLimits.fewestValues) are needed")
    }
    var generator = SeededGenerator(seed: seed &+ UInt64(bitPattern: Int64(day.number)))
    if known.count < Self.daysForSeason || !known.contains(where: { $0 > 0 }) {
      return short(day, known, horizon, &generator)
    }
    return combined(day, origin, horizon, &generator)
  }

  /// What a single member says from an origin on, for comparison.
  mutating func member(_ member: DailyMember, origin: CalendarDay, horizon: Int) -> [DayDistribution] {
    member.distributions(history, origin: series.index(origin), horizon: horizon, weather: weather)
  }

  private mutating func combined(
    _ day: CalendarDay, _ origin: Int, _ horizon: Int, _ generator: inout SeededGenerator
  ) -> DailyForecast {
    let past = pastOrigins(before: origin)
    for origin in past + [origin] { say(origin, max(horizon, Self.window)) }
    let record = DailyRecord(past.map { (origin: $0, members: said[$0] ?? []) }, values: history.values)
    let pooled = (0..<horizon).map { ahead in
      record.pool((said[origin] ?? []).map { $0[ahead] })
    }
    let paths = SamplePaths(commonShare: record.commonShare(seed: seed))
    var remarks: [OutlookRemark] = []
    if past.count < 6 { remarks.append(.fewPastOrigins(before: day, days: origin, origins: past.count)) }
    if weather == .ofTheDay { remarks.append(.weatherTakenAsKnown(from: day)) }
    let widened = past.count < 6 ? pooled.map { $0.widened(by: 1 + 0.3 / Double(past.count + 1)) } : pooled
    return DailyForecast(
      origin: day, days: widened, totals: paths.totals(widened, count: Self.paths, using: &generator),
      weights: Dictionary(uniqueKeysWithValues: zip(DailyMember.combined, record.weights)), remarks: remarks)
  }

  private func pastOrigins(before origin: Int) -> [Int] {
    Array(
      stride(from: origin - Self.window, through: Self.shortestTraining, by: -Self.window).prefix(Self.pastOrigins))
  }

  private mutating func say(_ origin: Int, _ horizon: Int) {
    guard said[origin].map({ $0[0].count < horizon }) ?? true else { return }
    said[origin] = DailyMember.combined.map {
      $0.distributions(history, origin: origin, horizon: horizon, weather: weather)
    }
  }

  /// From little: all known days alike, with the chance drawn towards a half and sizes spread wider the fewer there
  /// are.
  private func short(
    _ day: CalendarDay, _ known: [Double], _ horizon: Int, _ generator: inout SeededGenerator
  ) -> DailyForecast {
    let plain = DailyMember.weighted(known.map { ($0, 1) })
    let count = Double(known.count)
    let positive = known.filter { $0 > 0 }
    let chance = (Double(positive.count) + 0.5) / (count + 1)
    let widened = DayDistribution(chance: chance, sizes: plain.sizes).widened(by: 1 + 4 / count.squareRoot())
    let days = [DayDistribution](repeating: widened, count: horizon)
    let remark: OutlookRemark =
      positive.isEmpty
      ? .nothingEverCame(before: day, known: known.count) : .tooFewForASeason(before: day, known: known.count)
    return DailyForecast(
      origin: day, days: days,
      totals: SamplePaths(commonShare: 0.2).totals(days, count: Self.paths, using: &generator),
      weights: [.last28: 1], remarks: [remark])
  }
}
