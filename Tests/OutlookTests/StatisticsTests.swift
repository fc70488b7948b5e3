import Outlook
import Testing

@Suite struct StatisticsTests {
  private func day(_ text: String) throws -> CalendarDay { try #require(CalendarDay(text: text)) }

  private func series(_ name: String, _ first: String, _ figures: [Figure]) throws -> CountSeries {
    CountSeries(name: name, period: .day, first: try day(first), figures: figures)
  }

  @Test func releasesMakeATriangle() throws {
    var history = SeriesHistory()
    try history.take(
      Release(
        published: day("2025-02-01"), series: series("p", "2025-01-01", [.known(12), .known(5), .known(7)]),
        provisionalFrom: nil,
        definition: "people, boats of any size"))
    try history.take(
      Release(
        published: day("2025-01-10"), series: series("p", "2025-01-01", [.known(10), .known(5)]), provisionalFrom: nil,
        definition: "people"))
    #expect(try history.known(on: day("2025-01-20"))?.series.count == 2)
    #expect(try history.known(on: day("2025-01-01")) == nil)
    #expect(history.triangle.map(\.figures) == [[.known(10), .known(12)], [.known(5), .known(5)], [nil, .known(7)]])
    let revision = try #require(history.revision)
    #expect(revision == (2, 1, 1))
    #expect(history.remarks.contains { $0.contains("definition changed") })
    #expect(throws: OutlookError.self) { try history.take(history.releases[0]) }
  }

  @Test func derivedFiguresKeepUnknownUnknown() throws {
    let people = try series("p", "2024-12-30", [.known(1), .known(2), .known(3), .notAvailable, .known(5)])
    #expect(DerivedStatistics.cumulativeByYear(people) == [1, 3, 3, nil, nil])
    let craft = try series("c", "2024-12-30", [.known(0), .known(1), .known(2), .known(1), .known(1)])
    #expect(DerivedStatistics.peopleACraft(people: people, craft: craft) == [nil, 2, 1.5, nil, 5])
    let week = try series("w", "2025-01-01", (1...8).map { .known(Double($0)) })
    #expect(DerivedStatistics.sevenDayTotals(week).suffix(2) == [28, 35])
    #expect(DerivedStatistics.preventionShare(prevented: craft, arrived: people)[1] == 1.0 / 3)
  }

  @Test func aBacklogClearsOrDoesNot() throws {
    let clears = try BacklogScenario(open: 100, newCasesAWeek: 10, caseworkers: 10, decisionsACaseworkerAWeek: 2)
    #expect(clears.weeksToClear == 10)
    #expect(clears.path(weeks: 3) == [100, 90, 80, 70])
    let grows = try BacklogScenario(open: 100, newCasesAWeek: 30, caseworkers: 10, decisionsACaseworkerAWeek: 2)
    #expect(grows.weeksToClear == nil)
    // Cases that come back do not keep a backlog from ever being cleared: they are decided with the next.
    let returns = try BacklogScenario(
      open: 100, newCasesAWeek: 10, caseworkers: 10, decisionsACaseworkerAWeek: 2, returningShare: 0.2)
    #expect(returns.weeksToClear == 16)
    #expect(throws: OutlookError.self) {
      try BacklogScenario(open: -1, newCasesAWeek: 0, caseworkers: 0, decisionsACaseworkerAWeek: 0)
    }
  }

  @Test func smallCountsCannotBeWorkedOut() throws {
    let table = try CountTable(
      title: "t", corner: "r", columns: ["a", "b", "c"], rows: ["x", "y", "z"],
      figures: [
        [.known(3), .known(40), .known(50)], [.known(60), .known(70), .known(80)], [.known(90), .known(20), .known(0)],
      ])
    let shown = try Suppression(threshold: 5).apply(table)
    #expect(shown[0][0] == .small)
    for row in shown { #expect(row.count(where: \.isHidden) != 1) }
    for column in 0..<4 { #expect(shown.map { $0[column] }.count(where: \.isHidden) != 1) }
    #expect(shown[3][3] == .figure(.known(413)))
  }

  @Test func everyRandomTableIsSafe() throws {
    var generator = SeededGenerator(seed: 8)
    for _ in 0..<100 {
      let (rows, columns) = (1 + Int(generator.next() % 6), 1 + Int(generator.next() % 6))
      let figures = (0..<rows).map { _ in (0..<columns).map { _ in Figure.known(Double(generator.next() % 12)) } }
      let table = try CountTable(
        title: "t", corner: "r", columns: (0..<columns).map { "c\($0)" }, rows: (0..<rows).map { "r\($0)" },
        figures: figures)
      let shown = try Suppression(threshold: 5).apply(table)
      for row in shown { #expect(row.count(where: \.isHidden) != 1) }
      for column in 0...columns { #expect(shown.map { $0[column] }.count(where: \.isHidden) != 1) }
      for row in 0..<rows {
        for column in 0..<columns {
          let number = figures[row][column].number ?? 0
          #expect(shown[row][column].isHidden || number == 0 || number >= 5)
        }
      }
    }
  }

  @Test func roundsAndSaysSo() throws {
    let table = try CountTable(
      title: "t", corner: "r", columns: ["a"], rows: ["x", "y"], figures: [[.known(13)], [.known(12)]])
    let rule = try Suppression(threshold: 0, roundedTo: 5)
    #expect(rule.apply(table)[0][0] == .figure(.known(15)))
    #expect(rule.clauses == [.rounded(to: 5)])
    #expect(try Suppression(threshold: 5, roundedTo: 10).clauses == [.hidden(upTo: 4), .rounded(to: 10)])
    #expect(try Suppression(threshold: 5).shown(.known(3)) == .small)
    #expect(rule.shown(.notAvailable) == .figure(.notAvailable))
    #expect(throws: OutlookError.self) { try Suppression(threshold: -1) }
  }

  @Test func readsLongAndWideTablesAndLeavesTotalsOut() throws {
    let wide = "freq,citizen,geo\\TIME_PERIOD\t2023-01\t2023-02\t2023-03\nM,AAA,UK\t10\t20\t5\nM,BBB,UK\t1 p\t:\t2\n"
    let table = try FlowTable(try CommaText.read(Array(wide.utf8), name: "e"), date: nil, value: nil)
    #expect(table.breakdowns == ["freq", "citizen", "geo"])
    #expect(table.cells.map(\.figure) == [.known(10), .known(20), .known(5), .known(1), .notAvailable, .known(2)])
    let long =
      "route,month,count\n"
      + (1...4).map { "A,2023-0\($0),1\($0)\nB,2023-0\($0),2\nTotal,2023-0\($0),\(12 + $0)\n" }.joined()
    let routes = try FlowTable(try CommaText.read(Array(long.utf8), name: "l"), date: "month", value: "count")
    #expect(!routes.cells.contains { $0.keys == ["Total"] })
    #expect(routes.remarks.contains { $0.contains("\"Total\" of route") })
    #expect(routes.summed(by: []).map(\.figure) == [.known(13), .known(14), .known(15), .known(16)])
  }

  @Test func hasNoPlaceForARowAboutAPerson() throws {
    let table = try CommaText.read(Array("Surname,Date of birth,month,count\nX,1990-01-01,2023-01,1\n".utf8), name: "p")
    #expect(throws: OutlookError.self) { try FlowTable(table, date: "month", value: "count") }
  }

  @Test func calendarsRecordWhoSeesFiguresEarly() throws {
    var calendar = ReleaseCalendar()
    let day = try day("2025-09-01")
    try calendar.announce("Crossings", on: day)
    try calendar.grant(
      .init(office: "Minister's office", reason: "briefing", hoursBefore: 24), to: "Crossings", on: day)
    #expect(calendar.entries[0].earlyAccess.count == 1)
    #expect(throws: OutlookError.self) {
      try calendar.grant(.init(office: "Press", reason: "briefing", hoursBefore: 48), to: "Crossings", on: day)
    }
    #expect(throws: OutlookError.self) { try calendar.announce("Crossings", on: day) }
  }

  @Test func textCarriesItsMetadata() throws {
    let table = try CountTable(title: "t", corner: "r", columns: ["a"], rows: ["x"], figures: [[.known(7)]])
    let safe = Publication.SafeTable(name: "T", table, try Suppression(threshold: 5), total: "Sum", isProvisional: true)
    let publication = Publication(
      title: "Crossings", released: try day("2025-09-01"), nextRelease: try day("2025-10-01"), publisher: "Desk",
      notes: [.words("A note\nin two lines")],
      revisionsPolicy: "none", earlyAccess: [], tables: [safe])
    let wording = Publication.Wording(
      notes: "Notes", cover: { if case .nextRelease(let day?) = $0 { "Next: \(day)" } else { "\($0)" } },
      note: { if case .words(let words) = $0 { words } else { "\($0)" } })
    let text = publication.text(safe, wording)
    #expect(text.contains("# Next: 2025-10-01\n"))
    #expect(text.contains("# A note in two lines\n"))
    #expect(text.hasSuffix("r,a,Sum\nx,7 [p],7 [p]\nSum,7 [p],7 [p]\n"))
  }
}
