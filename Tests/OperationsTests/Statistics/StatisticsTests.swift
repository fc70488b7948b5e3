import Foundation
import Geodesy
import GRDB
import Ledger
import Marking
import Testing

@testable import Operations

@Suite("Series, their vintages and the release calendar")
struct StatisticsTests {
  static let series = StatisticSeries(
    id: "channel-daily", title: "Small boats, daily", measure: .arrivals, period: .day, place: "United Kingdom",
    route: .channel)

  static func release(_ day: String, _ figures: [String], note: String = "") throws -> StatisticRelease {
    StatisticRelease(
      series: "channel-daily", released: try #require(StatisticDay(day)), source: "Home Office",
      first: try #require(StatisticDay("2021-11-01")),
      parts: [.init(figures: figures.compactMap { StatisticFigure(text: $0) })], note: note)
  }

  private func counting(_ desk: TestDesk) async throws -> Acting {
    try await desk.setUp()
    return try await desk.add(.tom, roles: [.statistician]).session.acting
  }

  @Test func aDashABlankAndZeroStayApart() async throws {
    let desk = try await TestDesk.open()
    let tom = try await counting(desk)
    try await desk.centre.record(
      RecordRelease(try Self.release("2021-11-20", ["0", "-", "", "12.5"]), of: Self.series), as: tom)
    let (series, releases) = try await desk.centre.releases(of: "channel-daily", as: tom)
    #expect(series == Self.series)
    #expect(releases.map(\.parts) == [[.init(figures: [.number(0), .notAvailable, .blank, .number(12.5)])]])
    for wrong in ["x", "-1", "nan", "inf", "1e13", " "] {
      let figure = StatisticFigure(text: wrong)
      #expect(figure == nil, "\(wrong)")
    }
    let kept = try JSONDecoder().decode([StatisticFigure].self, from: Data(#"["3","-",""]"#.utf8))
    #expect(kept == [.number(3), .notAvailable, .blank])
    #expect(throws: DecodingError.self) {
      try JSONDecoder().decode([StatisticFigure].self, from: Data(#"["Ali"]"#.utf8))
    }
  }

  @Test func everyReleaseIsAVintageAndThePastKnowsWhatWasKnown() async throws {
    let desk = try await TestDesk.open()
    let tom = try await counting(desk)
    try await desk.centre.record(RecordRelease(try Self.release("2021-11-10", ["1", "2"]), of: Self.series), as: tom)
    let first = desk.clock.now
    desk.clock.advance(seconds: 60)
    var revised = try Self.release("2021-11-17", ["1", "3", "0"], note: "2 November revised")
    revised.finalThrough = StatisticDay("2021-11-02")
    try await desk.centre.record(RecordRelease(revised, of: Self.series), as: tom)
    await expectRefusal(.conflict) { [revised] in
      try await desk.centre.record(RecordRelease(revised, of: Self.series), as: tom)
    }
    let now = try await desk.centre.releases(of: "channel-daily", as: tom).releases
    #expect(now.map(\.released.text) == ["2021-11-10", "2021-11-17"])
    #expect(now.last?.finalThrough?.text == "2021-11-02" && now.last?.by == "tom" && now.last?.exercise == false)
    let then = AsKnown.sequence(try await desk.centre.sequence(knownAt: first))
    #expect(try await desk.centre.releases(of: "channel-daily", then, as: tom).releases.count == 1)
    let withdrawal = WithdrawRelease(
      series: "channel-daily", released: try #require(StatisticDay("2021-11-17")), reason: "wrong file")
    try await desk.centre.withdraw(withdrawal, as: tom)
    #expect(try await desk.centre.releases(of: "channel-daily", as: tom).releases.count == 1)
    await expectRefusal(.notFound) { try await desk.centre.withdraw(withdrawal, as: tom) }
    await expectRefusal(.notFound) { _ = try await desk.centre.releases(of: "none", as: tom) }
    let again = try await desk.reopened()
    let kept = try await again.centre.releases(of: "channel-daily", as: tom).releases
    #expect(kept.map(\.released.text) == ["2021-11-10"])
  }

  @Test func onlyWhoCountsMayWriteAndWatchOfficersMayRead() async throws {
    let desk = try await TestDesk.open()
    let mara = try await desk.setUpSignedIn().session.acting
    let release = try Self.release("2021-11-10", ["1"])
    await expectRefusal(.refused) { try await desk.centre.record(RecordRelease(release, of: Self.series), as: mara) }
    #expect(try await desk.centre.statisticSeries(as: mara).isEmpty)
    #expect(try desk.kinds().contains("access.refused"))
    await expectRefusal(.conflict) { try await desk.centre.recordExercise(RecordRelease(release, of: Self.series)) }
  }

  /// A row about a person finds no place: not as a field, not as a label, not as a list in which everyone counts one.
  @Test func aRowAboutAPersonHasNoPlace() async throws {
    let desk = try await TestDesk.open()
    let tom = try await counting(desk)
    var series = Self.series
    series.dimension = .nationality
    func refused(_ parts: [StatisticRelease.Part]) async throws {
      var release = try Self.release("2021-11-10", ["1"])
      release.parts = parts
      await expectRefusal(.invalid) { [release, series] in
        try await desk.centre.record(RecordRelease(release, of: series), as: tom)
      }
    }
    let one = [StatisticFigure.number(1)]
    try await refused([.init(label: "+33 6 12 34 56789", figures: one)])
    try await refused([.init(label: "a@b.example", figures: one)])
    try await refused([.init(label: "Passport 123456789", figures: one)])
    try await refused(["Ali", "Sara", "Omar"].map { .init(label: $0, figures: one) })
    try await refused([.init(label: "", figures: one)])
    try await refused([.init(label: "Albania", figures: one), .init(label: "Albania", figures: one)])
    try await refused([.init(label: "Albania", figures: one), .init(label: "Iran", figures: one + one)])
    try await refused([])
    let fields = Set(Mirror(reflecting: series).children.compactMap(\.label))
    #expect(fields == ["id", "title", "measure", "period", "place", "route", "dimension", "countsDetections"])
    #expect(try await desk.centre.statisticSeries(as: tom).isEmpty)
  }

  /// What is kept of counts names nothing else: no entity, incident, track or person, in no entry and in no table.
  @Test func seriesAreNeverJoinedToAnythingElse() async throws {
    let desk = try await TestDesk.open()
    let tom = try await counting(desk)
    try await desk.centre.record(RecordRelease(try Self.release("2021-11-10", ["1"]), of: Self.series), as: tom)
    for id in ["track:235012345", "incident/i1", "person:tom", "Channel Daily", "", String(repeating: "a", count: 81)] {
      var series = Self.series
      series.id = id
      var release = try Self.release("2021-11-11", ["1"])
      release.series = id
      await expectRefusal(.invalid) { [series, release] in
        try await desk.centre.record(RecordRelease(release, of: series), as: tom)
      }
    }
    let entries = try desk.centre.ledger.entries(from: 1, limit: 10_000).filter { $0.kind.hasPrefix("statistics.") }
    #expect(entries.count == 1)
    #expect(entries.flatMap(\.subjects) == ["statistics:channel-daily"])
    #expect(entries.map(\.aggregate) == ["statistics:channel-daily"])
    let columns = try await desk.centre.ledger.read { db in
      try ["statistic_series", "statistic_release"].flatMap { try db.columns(in: $0).map(\.name) }
    }
    #expect(columns.allSatisfy { !$0.contains("track") && !$0.contains("incident") && !$0.contains("entity") })
    #expect(columns.filter { $0.contains("person") }.isEmpty && columns.count > 10)
  }

  @Test func aPublicationWaitsUntilItIsDueAndEarlyReadersAreRecorded() async throws {
    let desk = try await TestDesk.open()
    let tom = try await counting(desk)
    try await desk.centre.record(RecordRelease(try Self.release("2021-11-10", ["1"]), of: Self.series), as: tom)
    let nina = try await desk.add(try #require(PersonName("nina")), roles: [.watchOfficer]).session.acting
    let due = desk.clock.now.adding(milliseconds: 30 * 3_600_000)
    let publication = StatisticPublication(
      id: "weekly-47", title: "Week 47", series: ["channel-daily"], due: due, rule: "1 to 4 suppressed")
    try await desk.centre.schedule(SchedulePublication(publication), as: tom)
    var late = publication
    late.due = desk.clock.now.adding(milliseconds: -1)
    await expectRefusal(.invalid) { [late] in try await desk.centre.schedule(SchedulePublication(late), as: tom) }
    await expectRefusal(.refused) { _ = try await desk.centre.open(publication: "weekly-47", as: nina) }
    let early = due.adding(milliseconds: -25 * 3_600_000)
    await expectRefusal(.invalid) {
      try await desk.centre.give(
        GiveEarlyAccess("weekly-47", to: "nina", post: "Duty commander", reason: "briefing", from: early), as: tom)
    }
    try await desk.centre.give(
      GiveEarlyAccess("weekly-47", to: "nina", post: "Duty commander", reason: "briefing"), as: tom)
    await expectRefusal(.refused) { _ = try await desk.centre.open(publication: "weekly-47", as: nina) }
    desk.clock.advance(seconds: 7 * 3600)
    let seen = try await desk.centre.open(publication: "weekly-47", as: nina)
    #expect(seen.earlyReaders.map(\.post) == ["Duty commander"])
    let looks = try desk.centre.ledger.entries(from: 1, limit: 10_000).filter { $0.kind == "consulted" }
    #expect(looks.contains { $0.subjects == ["publication:weekly-47"] && $0.actor == "nina" })
    let hash = String(repeating: "a", count: 64)
    let issue = IssuePublication("weekly-47", files: ["weekly-47.ods": hash])
    await expectRefusal(.conflict) { try await desk.centre.issue(issue, as: tom) }
    desk.clock.advance(seconds: 24 * 3600)
    await expectRefusal(.refused) { try await desk.centre.issue(issue, as: nina) }
    try await desk.centre.issue(issue, as: tom)
    #expect(try await desk.centre.open(publication: "weekly-47", as: nina).files == ["weekly-47.ods": hash])
    await expectRefusal(.conflict) { try await desk.centre.issue(issue, as: tom) }
  }

  @Test func daysAreOfTheCalendarAndMonthsKeepTheirEnds() throws {
    #expect(
      StatisticDay("2023-02-29") == nil && StatisticDay("2023-2-1") == nil && StatisticDay("2023-02-28T00") == nil)
    let day = try #require(StatisticDay("2024-01-31"))
    #expect(day.advanced(byMonths: 1).text == "2024-02-29" && day.advanced(byMonths: 3).text == "2024-04-30")
    #expect(try #require(StatisticDay("2023-06-30")).advanced(byMonths: 12).text == "2024-06-30")
    #expect(try #require(StatisticDay("2023-11-15")).advanced(byMonths: 2).text == "2024-01-15")
    #expect(day.advanced(byDays: -31).text == "2023-12-31")
  }
}
