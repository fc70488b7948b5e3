import Exercise
import Foundation
import Operations
import Outlook
import Testing

@testable import Desk

@Suite("Charts and outlooks of a series")
struct OutlookPageTests {
  private static let days = 200

  /// Arrivals of two years with the wind of each day beside them.
  private func windy(_ days: Int = 730) throws -> ChartGround {
    let counts = MadeUpCounts(seed: 3, days: days, lastDayOfYear: 200)
    let series = StatisticSeries(id: "a", title: "A", measure: .arrivals, period: .day, place: "x", route: .channel)
    return ChartGround(
      series: series, releases: [try release(counts.people, "2025-01-08")],
      beside: [.wind: try release(counts.windKnots, "2025-01-08")], moment: nil, strings: .french,
      engine: OutlookEngine())
  }

  private func release(_ numbers: [Int], _ day: String) throws -> StatisticRelease {
    StatisticRelease(
      series: "a", released: try #require(StatisticDay(day)), source: "x",
      first: try #require(StatisticDay("2023-01-01")), parts: [.init(figures: numbers.map { .number(Double($0)) })])
  }

  private func ground(vintages: Bool = true) throws -> ChartGround {
    let counts = MadeUpCounts(seed: 3, days: Self.days, lastDayOfYear: 200)
    let series = StatisticSeries(
      id: "a", title: "A", measure: .arrivals, period: .day, place: "x", route: .channel, countsDetections: true)
    var early = Array(counts.people.dropLast(7))
    early[early.count - 1] += 3
    return ChartGround(
      series: series,
      releases: (vintages ? [try release(early, "2024-01-01")] : []) + [try release(counts.people, "2024-01-08")],
      beside: [
        .craft: try release(counts.craft, "2024-01-08"), .peoplePrevented: try release(counts.prevented, "2024-01-08"),
      ], moment: nil, strings: .english, engine: OutlookEngine())
  }

  @Test func everyChartHasItsTableWordsAndNotes() async throws {
    let ground = try ground()
    for name in ChartName.ofSeries {
      let chart = try #require(try await ground.chart(name), "\(name)")
      #expect(!chart.rows.isEmpty && !chart.caption.contains("{"))
      #expect(chart.notes.contains(Strings.english["chart.detections"]))
      #expect(chart.rows.allSatisfy { $0.count == chart.columns.count }, "\(name)")
      #expect(chart.marks.allSatisfy { $0.column < chart.columns.count && ($0.upper ?? 0) < chart.columns.count })
    }
    let prevention = try #require(try await ground.chart(.prevention))
    #expect(prevention.notes[0].contains("no measure of performance"))
    let revisions = try #require(try await ground.chart(.revisions))
    #expect(revisions.columns.count == 3)
    #expect(revisions.rows.contains { $0[1] != $0[2] && $0[1] != .missing("not yet") })
    #expect(try await self.ground(vintages: false).chart(.revisions) == nil)
  }

  @Test func theOutlookSaysHowSureItIs() async throws {
    let ground = try ground()
    let answer = try #require(try await ground.answer(.ahead))
    let forecast = try #require(answer.days)
    #expect(forecast.days.count == 28 && forecast.origin == answer.counts.last.advanced(byDays: 1))
    let chart = try #require(try await ground.chart(.forecast))
    for row in chart.rows.suffix(28) {
      guard case .number(let low) = row[3], case .number(let middle) = row[2], case .number(let high) = row[4] else {
        throw Unexpected("no quantiles")
      }
      #expect(0 <= low && low <= middle && middle <= high)
    }
    #expect(chart.rows.dropLast(28).allSatisfy { $0[2] == .missing("") })
    let board = try #require(try await ground.chart(.scoreboard))
    #expect(board.rows.count >= 5 && board.rows.contains { $0[0] == .text("our combination") })
  }

  @Test func whatCameIsHeldAgainstTheWeather() async throws {
    let chart = try #require(try await windy().chart(.weather))
    #expect(chart.rows.count == 730 - 27 && chart.rows.allSatisfy { $0.count == 3 && $0[2] == .number(100) })
    let index = chart.rows.compactMap { row in if case .number(let number) = row[1] { number } else { nil } }
    #expect(index.count == chart.rows.count && index.allSatisfy { $0 >= 0 })
    // What is usual was learned from the same days, so that the middle of all windows is near it.
    let middle = index.sorted()[index.count / 2]
    #expect((80...120).contains(middle), "\(middle)")
    // The surge at the end of the made-up days stands out beyond what the wind explains.
    #expect((index.suffix(42).max() ?? 0) > 130)
    #expect(!chart.caption.contains("{") && chart.notes[0] == Strings.french["chart.caveat.weatherNormalised"])
    // Without a year, or without weather beside it, there is no index.
    #expect(try await windy(300).chart(.weather) == nil)
    #expect(try await ground().chart(.weather) == nil)
  }

  @Test func windIsReadAsWeatherAndAddsUpToNothing() throws {
    #expect(StatisticSeries.Measure(heading: "Mean wind speed (m/s)") == .wind)
    #expect(StatisticSeries.Measure(heading: "Significant wave height") == .waves)
    #expect(!StatisticSeries.Measure.wind.addsUp && StatisticSeries.Measure.arrivals.addsUp)
  }

  @Test func whatIfHoldsAllElseFixed() async throws {
    let forecast = try #require(try await ground().answer(.ahead)?.days)
    var asked = WhatIf()
    (asked.departuresPercent, asked.preventedPercent, asked.preventedNowPercent, asked.stormDays) = (50, 72.5, 45, 28)
    let cases = asked.cases(forecast)
    #expect(cases.map(\.name) == ["asIs", "departures", "prevention", "storm"])
    let usual = cases[0].quantile(0.5)
    #expect(abs(cases[1].quantile(0.5) - 1.5 * usual) < 1e-6 && abs(cases[2].quantile(0.5) - 0.5 * usual) < 1e-6)
    #expect(cases[3].quantile(0.9) == 0)
    for strings in [Strings.english, .french] {
      for one in cases { #expect(strings.has("outlook.assumes.\(one.name)") && strings.has("outlook.if.\(one.name)")) }
    }
  }

  @Test func madeUpCountsAreTheSameForASeed() {
    let one = MadeUpCounts(seed: 1, days: 400, lastDayOfYear: 90)
    let other = MadeUpCounts(seed: 1, days: 400, lastDayOfYear: 90)
    #expect(one.people == other.people && one.openCases == other.openCases)
    #expect(one.people.contains(0) && one.people.contains { $0 > 100 } && one.openCases.count == 57)
    #expect(zip(one.people, one.craft).allSatisfy { ($0 == 0) == ($1 == 0) })
  }
}
