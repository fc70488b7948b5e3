import Foundation
import Testing

@testable import Outlook

@Suite struct PeriodForecastTests {
  private let first = CalendarDay(number: 16_436)

  private func monthly(_ values: [Double]) -> CountSeries {
    CountSeries(name: "m", period: .month, first: first, figures: values.map { .known($0) })
  }

  @Test func smoothingFollowsSeasonAndLevel() throws {
    let values = (0..<72).map { 100 + 40 * sin(2 * Double.pi * Double($0) / 12) }
    let model = try #require(ExponentialSmoothing(values, period: 12))
    let next = (72..<84).map { 100 + 40 * sin(2 * Double.pi * Double($0) / 12) }
    for (mean, truth) in zip(model.means(horizon: 12), next) { #expect(abs(mean - truth) < 4) }
    #expect(model.form.hasSuffix("A)") || model.form.hasSuffix("M)"))
  }

  @Test func thetaFollowsALineByHalf() throws {
    let values = (0..<40).map { 50 + 2 * Double($0) }
    let model = try #require(ThetaForecast(values, period: 1))
    let means = model.means(horizon: 3)
    #expect(means[0] > 128 && means[0] < 134)
    #expect(abs(means[1] - means[0] - 1) < 1e-6)
  }

  @Test func smallCountsStayWhole() throws {
    var generator = SeededGenerator(seed: 2)
    let values = (0..<80).map { _ in NegativeBinomial(mean: 3, dispersion: 0.01).draw(using: &generator) }
    let model = try #require(CountSmoothing(values))
    #expect(abs(model.mean - 3) < 1)
    #expect(model.paths(horizon: 6, count: 50, using: &generator).joined().allSatisfy { $0 == $0.rounded() && $0 >= 0 })
  }

  @Test func ratesOfIntermittentSeries() {
    let values: [Double?] = (0..<60).map { $0 % 4 == 3 ? 8 : 0 }
    #expect(abs(IntermittentRate.croston(values) - 2) < 1e-9)
    #expect(abs(IntermittentRate.syntetosBoylan(values) - 1.9) < 1e-9)
    #expect(abs(IntermittentRate.teunterSyntetosBabai(values) - 2) < 0.4)
    let ended = values + [Double?](repeating: 0, count: 60)
    #expect(IntermittentRate.teunterSyntetosBabai(ended) < 0.3)
    #expect(IntermittentRate.croston([0, 0, 0]) == 0)
  }

  @Test func forecastsKeepAboveZeroAndIgnoreWhatComesLater() throws {
    var generator = SeededGenerator(seed: 4)
    let values = (0..<60).map { _ in (20 * generator.share()).rounded() }
    let series = monthly(values)
    let origin = series.day(48)
    let forecast = try PeriodForecaster.forecast(series, origin: origin, horizon: 12)
    #expect(try forecast == PeriodForecaster.forecast(monthly(Array(values[..<48])), origin: origin, horizon: 12))
    for period in forecast.periods {
      #expect(period.quantile(0.025) >= 0)
      #expect(period.quantile(0.1) <= period.quantile(0.9))
    }
    #expect(forecast.totalQuantile(0.1) < forecast.totalQuantile(0.9))
  }

  @Test func tenObservationsWidenAloudAndNineAreRefused() throws {
    let series = monthly([5, 7, 4, 6, 8, 5, 6, 7, 5, 6])
    let forecast = try PeriodForecaster.forecast(series, origin: series.day(10), horizon: 3)
    #expect(forecast.remarks.contains { if case .lessThanTwoYears(_, known: 10) = $0 { true } else { false } })
    #expect(throws: OutlookError.self) { try PeriodForecaster.forecast(series, origin: series.day(9), horizon: 3) }
  }

  @Test func allZerosStayZero() throws {
    let series = monthly([Double](repeating: 0, count: 40))
    let forecast = try PeriodForecaster.forecast(series, origin: series.day(40), horizon: 3)
    #expect(forecast.periods.allSatisfy { $0.mean < 0.5 })
    #expect(forecast.remarks.contains { if case .nothingEverCame = $0 { true } else { false } })
  }

  @Test func quantilesOfTheNegativeBinomial() {
    // Mean 10 and dispersion 0.5: a shape of 2, whose chance of 0 is (1/6)².
    let counts = NegativeBinomial(mean: 10, dispersion: 0.5)
    #expect(abs(counts.chance(atMost: 0) - 1.0 / 36) < 1e-9)
    let summed = (0...30).reduce(0) { $0 + exp(counts.logarithm(Double($1))) }
    #expect(abs(counts.chance(atMost: 30) - summed) < 1e-9)
    #expect(counts.quantile(1.0 / 36 + 1e-6) == 1)
  }
}
