import Outlook

/// What lies ahead of a series, how such outlooks fared before, and what in its newest periods is news.
struct OutlookAnswer: Sendable {
  /// How many periods ahead, by the period of the series.
  static let horizons: [Period: Int] = [.day: 28, .week: 8, .month: 6, .quarter: 4]
  /// How many past origins are scored, one every 28 days.
  static let scoredOrigins = 13
  /// Over how many days what came is held against the weather, as the engine does.
  static let weatherDays = 28
  /// How many false alarms a year the warnings may give.
  static let falseAlarmsPerYear = 1.0

  var counts: CountSeries
  /// The days ahead of a daily series.
  var days: DailyForecast?
  /// The weeks, months or quarters ahead of any other.
  var periods: PeriodForecast?
  /// How forecasts from past origins did, of a daily series.
  var scoreboard: Scoreboard?
  /// The early warning, by the week for a daily series.
  var watch: SurgeWatch?
  /// What came against what such weather and such a season usually bring, over the 28 days to each day; 100 is usual.
  var weatherIndex: [Double?] = []
  /// What has to be said of it.
  var remarks: [OutlookRemark] = []
  /// Why the engine refused something of it.
  var refusal: OutlookError?

  /// What can be asked of a series, each computed when it is wanted.
  enum Question: String, Sendable {
    /// The periods ahead, and how such forecasts did.
    case ahead
    /// What came against what the weather of each day usually brings.
    case againstWeather
    /// What in it is news.
    case news
  }

  /// Answers a question; whatever the series is too short for is missing, with a remark.
  init(_ counts: CountSeries, _ question: Question, _ weather: DayWeather? = nil) {
    self.counts = counts
    switch question {
    case .ahead: lookAhead()
    case .againstWeather: compare(weather)
    case .news: watchForNews()
    }
  }

  private mutating func lookAhead() {
    let horizon = Self.horizons[counts.period] ?? 4
    let origin = counts.day(counts.count)
    do {
      if counts.period == .day {
        let origins = (1...Self.scoredOrigins).reversed().map { counts.day(counts.count - 28 * $0) }
        var forecaster = try DailyForecaster(counts, earliestOrigin: origins[0])
        let forecast = try forecaster.forecast(origin: origin, horizon: horizon)
        days = forecast
        remarks += forecast.remarks
        let scored = origins.filter { counts.index($0) >= 120 }
        if !scored.isEmpty {
          scoreboard = try Scoreboard(counts, origins: scored, horizon: horizon, forecaster: &forecaster)
        }
      } else {
        let forecast = try PeriodForecaster.forecast(counts, origin: origin, horizon: horizon)
        periods = forecast
        remarks += forecast.remarks
      }
    } catch {
      refusal = error
    }
  }

  private mutating func compare(_ weather: DayWeather?) {
    guard let weather else { return }
    do {
      weatherIndex = try DerivedStatistics.weatherNormalisedIndex(counts, weather)
    } catch {
      refusal = error
    }
  }

  private mutating func watchForNews() {
    do {
      let watch = try SurgeWatch(Self.byWeek(counts), falseAlarmsPerYear: Self.falseAlarmsPerYear)
      self.watch = watch
      remarks += watch.remarks
    } catch {
      refusal = error
    }
  }

  /// Whole weeks of a daily series, the last ending with its last day; a week with an unknown day is unknown.
  static func byWeek(_ counts: CountSeries) -> CountSeries {
    guard counts.period == .day, counts.count >= 7 else { return counts }
    let start = counts.count % 7
    let figures = stride(from: start, to: counts.count, by: 7).map { index -> Figure in
      let week = counts.values[index..<(index + 7)].compactMap { $0 }
      return week.count == 7 ? .known(week.reduce(0, +)) : .blank
    }
    return CountSeries(name: counts.name, period: .week, first: counts.day(start), figures: figures)
  }
}
