import Foundation
import Testing

@testable import Outlook

@Suite struct WarningTests {
  private func weekly(_ figures: [Figure]) -> CountSeries {
    CountSeries(name: "weekly", period: .week, first: CalendarDay(number: 16_000), figures: figures)
  }

  private func draw(weeks: Int, seed: UInt64, surge: Range<Int> = 0..<0, by factor: Double = 1) -> CountSeries {
    var generator = SeededGenerator(seed: seed)
    return weekly(
      (0..<weeks).map { week in
        let mean = 100 * exp(0.5 * sin(2 * Double.pi * Double(week) / 52.18)) * (surge.contains(week) ? factor : 1)
        return .known(NegativeBinomial(mean: mean, dispersion: 0.1).draw(using: &generator))
      })
  }

  @Test func findsASurgeAndSaysSinceWhen() throws {
    let series = draw(weeks: 300, seed: 1, surge: 260..<268, by: 2.5)
    let watch = try SurgeWatch(series, falseAlarmsPerYear: 1)
    let alarms = watch.periods.enumerated().filter { $1.alarm != nil }.map(\.offset)
    let found = try #require(alarms.first { (260..<268).contains($0) })
    #expect(found <= 262)
    let alarm = try #require(watch.periods[found].alarm)
    #expect(alarm.observedSince > 1.5 * alarm.expectedSince)
    #expect(alarm.chance < 0.1)
    #expect(watch.periods.count == 300)
  }

  @Test func ordinaryTimesKeepToTheStatedNumber() throws {
    var (alarms, years) = (0, 0.0)
    for seed in 1...4 as ClosedRange<UInt64> {
      let watch = try SurgeWatch(draw(weeks: 360, seed: seed * 77), falseAlarmsPerYear: 2)
      alarms += watch.periods.count { $0.alarm != nil }
      years += Double(watch.periods.count { $0.upper != nil }) / 52
    }
    #expect(Double(alarms) / years <= 2.6)
  }

  @Test func nothingLaterChangesAnAlarm() throws {
    let series = draw(weeks: 200, seed: 5)
    let cut = weekly(Array(series.figures[..<160]))
    let whole = try SurgeWatch(series, falseAlarmsPerYear: 1)
    #expect(Array(whole.periods[..<160]) == (try SurgeWatch(cut, falseAlarmsPerYear: 1)).periods)
  }

  @Test func unknownWeeksAreNotJudged() throws {
    var figures = draw(weeks: 200, seed: 6).figures
    figures[180] = .notAvailable
    let period = try SurgeWatch(weekly(figures), falseAlarmsPerYear: 1).periods[180]
    #expect(period.observed == nil && period.alarm == nil && period.expected != nil)
  }

  @Test func tooLittleOrANonsenseRateIsRefused() {
    #expect(throws: OutlookError.self) { try SurgeWatch(draw(weeks: 9, seed: 1), falseAlarmsPerYear: 1) }
    #expect(throws: OutlookError.self) { try SurgeWatch(draw(weeks: 100, seed: 1), falseAlarmsPerYear: 0) }
    #expect(throws: OutlookError.self) { try SurgeWatch(draw(weeks: 100, seed: 1), falseAlarmsPerYear: 50) }
  }

  @Test func zerosRaiseNoAlarm() throws {
    let watch = try SurgeWatch(weekly([Figure](repeating: .known(0), count: 150)), falseAlarmsPerYear: 1)
    #expect(watch.periods.allSatisfy { $0.alarm == nil })
  }

  @Test func earlyAberrationNeedsSevenKnownPeriods() {
    let calm: [Double?] = [10, 11, 9, 10, 11, 9, 10, 10, 10, 30]
    #expect(EarlyAberration.alarm(calm, 9, .first))
    #expect(EarlyAberration.alarm(calm, 9, .second))
    #expect(!EarlyAberration.alarm(calm, 8, .first))
    #expect(!EarlyAberration.alarm([nil] + calm.dropFirst(3), 7, .first))
  }

  @Test func farringtonExceedsOnlyOnSurges() throws {
    let series = draw(weeks: 300, seed: 8, surge: 290..<291, by: 4)
    let farrington = FarringtonFlexible(series)
    #expect(farrington.exceeds(290))
    #expect((200..<290).count { farrington.exceeds($0) } < 6)
    #expect(farrington.upper(20) == nil)
  }

  @Test func levelsChangeWhereTheyWereMade() {
    var generator = SeededGenerator(seed: 3)
    let values: [Double?] = (0..<400).map { day in
      NegativeBinomial(mean: day < 150 ? 20 : day < 280 ? 60 : 10, dispersion: 0.02).draw(using: &generator)
    }
    let found = ChangePoints.find(values)
    #expect(found.count == 2)
    #expect(zip(found, [150, 280]).allSatisfy { abs($0 - $1) <= 2 })
    #expect(ChangePoints.find([1, 2, nil]).isEmpty)
    let zeros: [Double?] = (0..<100).map { _ in 0 }
    #expect(ChangePoints.find(zeros).isEmpty)
  }

  @Test func theChanceOfANewLevelRisesWhenItComes() {
    var watch = OnlineChangePoint(meanRunLength: 100, mean: 0, deviation: 1)
    var generator = SeededGenerator(seed: 4)
    var before = 0.0
    for _ in 0..<60 { before = watch.take(generator.normal()) }
    var after = 0.0
    for _ in 0..<6 { after = watch.take(5 + generator.normal()) }
    #expect(before < 0.5)
    #expect(after > 0.9)
  }

  @Test func partsMayMoveWhileTheTotalStands() throws {
    let figures = (0..<60).map { Figure.known(100 + Double($0 % 3)) }
    func monthly(_ name: String, _ last: Double) -> CountSeries {
      CountSeries(
        name: name, period: .month, first: CalendarDay(number: 16_000), figures: figures + [.known(last)])
    }
    let found = HierarchyAnomaly.find([monthly("total", 101), monthly("north", 260), monthly("south", 20)], at: 60)
    #expect(Set(found.map(\.name)) == ["north", "south"])
  }
}
