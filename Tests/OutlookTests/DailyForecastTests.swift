import Foundation
import Testing

@testable import Outlook

@Suite struct DailyForecastTests {
  private let first = CalendarDay(number: 18_000)

  /// Days of which two in five have a crossing, larger in summer.
  private func series(days: Int, seed: UInt64 = 1) -> CountSeries {
    var generator = SeededGenerator(seed: seed)
    let figures = (0..<days).map { day -> Figure in
      let summer = 1 + 0.5 * sin(2 * Double.pi * Double(day) / 365)
      return .known(generator.share() < 0.4 * summer ? (40 * summer * (1 + 4 * generator.share())).rounded() : 0)
    }
    return CountSeries(name: "people", period: .day, first: first, figures: figures)
  }

  @Test func nothingBehindTheOriginCounts() throws {
    let whole = series(days: 700)
    let origin = whole.day(560)
    let changed = CountSeries(
      name: "people", period: .day, first: first,
      figures: Array(whole.figures[..<560]) + [Figure](repeating: .known(9999), count: 140))
    var one = try DailyForecaster(whole, earliestOrigin: origin)
    var other = try DailyForecaster(changed, earliestOrigin: origin)
    var cut = try DailyForecaster(whole.before(origin), earliestOrigin: origin)
    let forecast = try one.forecast(origin: origin, horizon: 28)
    #expect(try forecast == other.forecast(origin: origin, horizon: 28))
    #expect(try forecast == cut.forecast(origin: origin, horizon: 28))
  }

  @Test func quantilesRiseAndAreNeverNegative() throws {
    let whole = series(days: 600)
    var forecaster = try DailyForecaster(whole, earliestOrigin: whole.day(600))
    let forecast = try forecaster.forecast(origin: whole.day(600), horizon: 35)
    #expect(forecast.days.count == 35)
    for day in forecast.days {
      let quantiles = stride(from: 0.025, to: 1, by: 0.025).map(day.quantile)
      #expect(quantiles == quantiles.sorted())
      #expect(quantiles.allSatisfy { $0 >= 0 && $0.isFinite })
      #expect((0...1).contains(day.chance))
    }
    #expect(abs(forecast.weights.values.reduce(0, +) - 1) < 1e-9)
    #expect(abs(forecast.totalMean - forecast.days.reduce(0) { $0 + $1.mean }) < 0.05 * forecast.totalMean)
  }

  @Test func saysThatLittleIsKnownAndWidens() throws {
    let whole = series(days: 40)
    var forecaster = try DailyForecaster(whole, earliestOrigin: whole.day(40))
    let little = try forecaster.forecast(origin: whole.day(12), horizon: 7)
    #expect(little.remarks.contains { if case .tooFewForASeason(_, known: 12) = $0 { true } else { false } })
    let sizes = whole.values[..<12].compactMap { $0 }.filter { $0 > 0 }
    let widest = try #require(sizes.max())
    #expect(little.days[0].quantile(0.999) > widest)
    #expect(throws: OutlookError.self) { try forecaster.forecast(origin: whole.day(9), horizon: 7) }
    #expect(throws: OutlookError.self) { try forecaster.forecast(origin: whole.day(41), horizon: 7) }
    #expect(throws: OutlookError.self) { try forecaster.forecast(origin: whole.day(20), horizon: 0) }
  }

  @Test func allZerosKeepAChance() throws {
    let zeros = CountSeries(
      name: "people", period: .day, first: first, figures: [Figure](repeating: .known(0), count: 400))
    var forecaster = try DailyForecaster(zeros, earliestOrigin: zeros.day(400))
    let forecast = try forecaster.forecast(origin: zeros.day(400), horizon: 28)
    #expect(forecast.days[0].chance > 0 && forecast.days[0].chance < 0.01)
    #expect(forecast.remarks.contains { if case .nothingEverCame = $0 { true } else { false } })
  }

  @Test func unknownDaysAreNotZeros() throws {
    let whole = series(days: 600)
    let holes = whole.figures.enumerated().map { $0 % 5 == 0 ? Figure.blank : $1 }
    let holed = CountSeries(name: "people", period: .day, first: first, figures: holes)
    var one = try DailyForecaster(whole, earliestOrigin: whole.day(600))
    var other = try DailyForecaster(holed, earliestOrigin: whole.day(600))
    let share = try one.forecast(origin: whole.day(600), horizon: 28).days.map(\.chance).reduce(0, +)
    let holedShare = try other.forecast(origin: whole.day(600), horizon: 28).days.map(\.chance).reduce(0, +)
    #expect(abs(share - holedShare) < 0.15 * share)
  }

  @Test func weatherOfTheDayIsUsedOnlyWhenItIsSaidToBeKnown() throws {
    let count = 500
    var generator = SeededGenerator(seed: 9)
    let wind = (0..<(count + 28)).map { _ in 12 * generator.share() }
    let figures = wind[..<count].map { Figure.known($0 < 5 ? 100 : 0) }
    let whole = CountSeries(name: "people", period: .day, first: first, figures: figures)
    let weather = DayWeather(names: ["wind_ms"], first: first, days: wind.map { [$0] })
    var known = try DailyForecaster(whole, weather: weather, weatherIsKnown: true, earliestOrigin: whole.day(count))
    var past = try DailyForecaster(whole, weather: weather, earliestOrigin: whole.day(count))
    let withWeather = try known.forecast(origin: whole.day(count), horizon: 28)
    let without = try past.forecast(origin: whole.day(count), horizon: 28)
    let calm = (0..<28).filter { wind[count + $0] < 4 }
    let windy = (0..<28).filter { wind[count + $0] > 7 }
    #expect(calm.allSatisfy { withWeather.days[$0].chance > 0.8 })
    #expect(windy.allSatisfy { withWeather.days[$0].chance < 0.2 })
    #expect(without.days.dropFirst(5).allSatisfy { (0.2...0.7).contains($0.chance) })
    #expect(withWeather.remarks.contains { if case .weatherTakenAsKnown = $0 { true } else { false } })
  }

  @Test func coloursFollowThePublishedThresholds() {
    #expect(CrossingOutlook(chance: 0.551) == .red)
    #expect(CrossingOutlook(chance: 0.55) == .amber)
    #expect(CrossingOutlook(chance: 0.35) == .amber)
    #expect(CrossingOutlook(chance: 0.349) == .green)
  }

  @Test func scenariosChangeWhatTheySay() throws {
    let day = DayDistribution(chance: 0.5, sizes: [100, 200])
    let calmer = try CrossingScenario(oddsFactor: 3, departuresFactor: 2, preventedShare: 0.25).apply(day)
    #expect(calmer == DayDistribution(chance: 0.75, sizes: [150, 300]))
    #expect(try CrossingScenario().apply(day) == day)
    #expect(try CrossingScenario(preventedShare: 1).apply(day).mean == 0)
    #expect(throws: OutlookError.self) { try CrossingScenario(oddsFactor: 0) }
  }

  @Test func scoreOfAKnownCase() {
    // Every quantile 10, outcome 20: twice the mean of level × 10 over 0.05…0.95 is 10.
    #expect(abs(QuantileScore.ofLevels({ _ in 10 }, 20) - 10) < 1e-9)
    #expect(abs(QuantileScore.pinball(10, level: 0.9, 4) - 0.6) < 1e-9)
  }

  @Test(.enabled(if: OutlookData.folder != nil, "FORELAND_DATA has no flows"))
  func beatsTheSimpleWaysOnPublishedArrivals() throws {
    let table = try CommaText.read(try OutlookData.bytes("uk_small_boats_daily.csv"), name: "daily")
    let start = try #require(CalendarDay(text: "2021-01-01"))
    let series = try SeriesReading(table, dateColumn: "date", valueColumn: "people").series.from(start)
    let begin = try #require(CalendarDay(text: "2023-06-02"))
    // Every seventh of the origins of the published comparison, so that a debug build takes seconds.
    let origins = stride(from: 0, to: 29, by: 7).map { begin.advanced(byDays: 28 * $0) }
    var forecaster = try DailyForecaster(series, earliestOrigin: begin)
    let board = try Scoreboard(series, origins: origins, horizon: 28, forecaster: &forecaster)
    let own = try #require(board.combined.score(firstDays: 28))
    for name in ["last 28 days", "seasonal naive"] {
      let other = try #require(board.others.first { $0.name == name }?.score(firstDays: 28))
      #expect(own < other)
    }
    #expect(board.combined.totals == 5)
    let counted = board.combined.reliability.bins.reduce(0) { $0 + $1.days }
    #expect(counted == 140)
  }
}
