import ArgumentParser
import Foundation
import Outlook

/// `foreland forecast`: a series of counts to distributions over the periods to come.
struct ForecastCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "forecast",
    abstract: "Forecast a daily, weekly, monthly or quarterly series of counts, with its spread.",
    discussion: """
      Writes a row for each period from the origin on: origin,date,h,mean and quantiles. The origin is the first \
      period forecast \
      (h = 1); nothing of it or after it is used, but for the weather of the day under --weather-known, which is then \
      said. \
      --backtest forecasts from COUNT origins, STEP days apart, and prints the scoreboard on standard error.
      """)

  @Argument(help: "The series: a table with commas, semicolons or tabs, or an ODS workbook; - for standard input.")
  var file: String
  @Option(help: "The column of dates.")
  var date: String
  @Option(help: "The column of counts.")
  var value: String
  @Option(help: "Leave out what lies before this date.")
  var from: String?
  @Option(help: "How many periods to forecast.")
  var horizon: Int
  @Option(help: "The first period to forecast; without it and --backtest, the one after the last row.")
  var origin: String?
  @Option(help: "FIRST:STEP:COUNT, such as 2023-06-02:28:29; the step in days, for other series in periods.")
  var backtest: String?
  @Option(help: "Weather by the day: a table whose date column is called as the series' or \"date\".")
  var weather: String?
  @Flag(help: "Use the weather of the forecast days themselves, as though it were known.")
  var weatherKnown = false
  @Option(help: "Also write the total of each origin's periods to this file.")
  var totals: String?
  @Option(help: "Where to write; - is standard output.")
  var out = "-"
  @Option(help: "Where random draws begin.")
  var seed: UInt64 = 1

  func validate() throws {
    guard (1...OutlookLimits.horizon).contains(horizon) else {
      throw ValidationError("--horizon lies between 1 and \(OutlookLimits.horizon).")
    }
    guard origin == nil || backtest == nil else { throw ValidationError("Give --origin or --backtest, not both.") }
    guard weather != nil || !weatherKnown else { throw ValidationError("--weather-known needs --weather FILE.") }
    for day in [from, origin].compactMap({ $0 }) where CalendarDay(text: day) == nil {
      throw ValidationError("\(day) is no date such as 2023-06-02.")
    }
    if let backtest { _ = try OriginRange(backtest) }
  }

  func run() throws {
    let reading = try SeriesReading(
      try OutlookFiles.table(file, columns: [date, value]), dateColumn: date, valueColumn: value,
      latest: OutlookFiles.today)
    reading.remarks.forEach(OutlookFiles.say)
    let series = from.flatMap { CalendarDay(text: $0) }.map(reading.series.from) ?? reading.series
    guard series.count > 0 else { throw OutlookError(place: file, reason: "nothing is left from \(from ?? "") on") }
    let origins = try origins(series)
    if series.period == .day {
      try daily(series, origins)
    } else {
      guard weather == nil else {
        throw OutlookError(
          place: file, reason: "weather goes with a daily series; this one counts by the \(series.period.rawValue)")
      }
      try byPeriod(series, origins)
    }
  }

  private func origins(_ series: CountSeries) throws -> [CalendarDay] {
    if let backtest {
      let range = try OriginRange(backtest)
      return (0..<range.count).map { series.period.day(range.first, plus: range.step * $0) }
    }
    return [origin.flatMap { CalendarDay(text: $0) } ?? series.day(series.count)]
  }

  private func daily(_ series: CountSeries, _ origins: [CalendarDay]) throws {
    let weather = try weather.map { path in
      let table = try OutlookFiles.table(path, columns: ["date"])
      let named = table.heading.contains { $0.lowercased() == date.lowercased() } ? date : "date"
      let (weather, remarks) = try DayWeather.read(table, dateColumn: named)
      remarks.forEach(OutlookFiles.say)
      return weather
    }
    var forecaster = try DailyForecaster(
      series, weather: weather, weatherIsKnown: weatherKnown, earliestOrigin: origins.min() ?? series.last, seed: seed)
    let board = try Scoreboard(series, origins: origins, horizon: horizon, forecaster: &forecaster)
    var rows = ForecastRows()
    for forecast in board.forecasts {
      forecast.remarks.map(OutlookWords.of).forEach(OutlookFiles.say)
      for (ahead, day) in forecast.days.enumerated() {
        rows.add(forecast.origin, forecast.origin.advanced(byDays: ahead), ahead + 1, mean: day.mean, day.quantile)
      }
      rows.addTotal(
        forecast.origin, forecast.origin.advanced(byDays: horizon - 1), horizon, mean: forecast.totalMean,
        forecast.totalQuantile)
    }
    try finish(rows)
    if weatherKnown {
      OutlookFiles.say("The weather of the forecast days was used as known: this is a bound, not a forecast.")
    }
    if backtest != nil { OutlookFiles.say(ScoreboardText.words(board)) }
  }

  private func byPeriod(_ series: CountSeries, _ origins: [CalendarDay]) throws {
    var rows = ForecastRows()
    for origin in origins {
      let forecast = try PeriodForecaster.forecast(series, origin: origin, horizon: horizon, seed: seed)
      forecast.remarks.map(OutlookWords.of).forEach(OutlookFiles.say)
      for (ahead, period) in forecast.periods.enumerated() {
        let day = series.period.day(origin, plus: ahead)
        rows.add(origin, day, ahead + 1, mean: period.mean, period.quantile)
      }
      rows.addTotal(
        origin, series.period.day(origin, plus: horizon - 1), horizon, mean: forecast.totalMean, forecast.totalQuantile)
      OutlookFiles.say("\(origin): \(OutlookWords.members(forecast))")
    }
    try finish(rows)
  }

  private func finish(_ rows: ForecastRows) throws {
    try OutlookFiles.write(rows.text, out)
    if let totals { try OutlookFiles.write(rows.totalText, totals) }
  }
}
