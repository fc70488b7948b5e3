/// Figures that follow from published counts, each with what it cannot say.
public enum DerivedStatistics {
  /// Sums from the first of January of each year; from an unknown figure on, the year's sum is unknown.
  public static func cumulativeByYear(_ series: CountSeries) -> [Double?] {
    var (sum, year): (Double?, Int) = (0, Int.min)
    return (0..<series.count).map { index in
      let own = series.day(index).parts.year
      if own != year { (sum, year) = (0, own) }
      sum = sum.flatMap { sum in series.figures[index].number.map { sum + $0 } }
      return sum
    }
  }

  /// Sums of each period and the six before it; nil where one is unknown or there are fewer.
  public static func sevenDayTotals(_ series: CountSeries) -> [Double?] {
    (0..<series.count).map { index in
      guard index >= 6 else { return nil }
      let window = series.values[(index - 6)...index].compactMap { $0 }
      return window.count == 7 ? window.reduce(0, +) : nil
    }
  }

  /// People a craft; nil without craft.
  public static func peopleACraft(people: CountSeries, craft: CountSeries) -> [Double?] {
    quotients(people, craft) { people, craft in craft > 0 ? people / craft : nil }
  }

  /// Preventions as a share of preventions and arrivals.
  public static func preventionShare(prevented: CountSeries, arrived: CountSeries) -> [Double?] {
    quotients(prevented, arrived) { prevented, arrived in
      prevented + arrived > 0 ? prevented / (prevented + arrived) : nil
    }
  }

  private static func quotients(
    _ one: CountSeries, _ other: CountSeries, _ quotient: (Double, Double) -> Double?
  ) -> [Double?] {
    (0..<one.count).map { index in
      let place = other.index(one.day(index))
      guard other.figures.indices.contains(place), let own = one.figures[index].number,
        let beside = other.figures[place].number
      else { return nil }
      return quotient(own, beside)
    }
  }

  /// What came against what the weather and the season of each day would usually bring, over each 28 days; 100 is
  /// usual.
  ///
  /// The usual is learned from the whole series: it describes the past and forecasts nothing.
  /// - Throws: `OutlookError` when the series is not daily or has less than a year.
  public static func weatherNormalisedIndex(
    _ series: CountSeries, _ weather: DayWeather
  ) throws(OutlookError) -> [Double?] {
    guard series.period == .day, series.count >= 365 else {
      throw OutlookError(place: series.name, reason: "the weather-normalised index needs a year of days")
    }
    let history = DailyHistory(series, weather: weather, learnBefore: series.count)
    let model = HurdleModel(history, origin: series.count, recipe: .weatherAlone)
    let usual = (0..<series.count).map { model.distribution(history, origin: $0, horizon: 1).mean }
    return (0..<series.count).map { index in
      guard index >= 27 else { return nil }
      let window = (index - 27)...index
      let known = series.values[window].compactMap { $0 }
      let expected = usual[window].reduce(0, +)
      return known.count == 28 && expected > 0 ? 100 * known.reduce(0, +) / expected : nil
    }
  }

  /// What has to be said beside a derived figure wherever it is shown; the caller puts it into words.
  public enum Caveat: Sendable, CaseIterable {
    /// Sums of provisional counts change when the quarterly figures are published; detections are not persons.
    case cumulative
    /// A total of seven days follows the weather more than anything else.
    case sevenDays
    /// Only craft that arrived are counted; craft that turned back, were prevented or were lost are not in it.
    case peopleACraft
    /// Preventions are estimates that move with attempts: their share is no measure of performance.
    case preventionShare
    /// What is usual was learned from these same years; a change of route or season looks like a change of pressure.
    case weatherNormalised
    /// A scenario holds its assumptions fixed and says what would follow, not what will happen.
    case backlog
  }
}
