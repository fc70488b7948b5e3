import Foundation
import Operations
import Outlook
import Testing

@testable import Desk

@Suite("Published tables that are taken in at the desk")
struct ImportTests {
  private static let folder = ProcessInfo.processInfo.environment["FORELAND_DATA"].map {
    URL(filePath: $0).appending(path: "flows")
  }

  private func words() throws -> SeriesImport.Words {
    SeriesImport.Words(
      prefix: "uk", place: "United Kingdom", route: .channel, source: "Home Office",
      released: try #require(StatisticDay("2025-09-01")), finalThrough: StatisticDay("2025-06-30"), note: "",
      countsDetections: false, fileHash: String(repeating: "a", count: 64))
  }

  private func read(_ text: String, _ breakdown: SeriesImport.Breakdown? = nil) throws -> SeriesImport {
    try SeriesImport(
      .init(name: "a.csv", bytes: Array(text.utf8)), words(), breakdown, today: CalendarDay(number: 20_000))
  }

  @Test func everyKnownColumnBecomesASeriesAndTheOthersAreNamed() throws {
    let read = try read(
      "date,people,boats,weather,notes\n2021-11-01,12,1,3,\n2021-11-02,-,,4,storm\n2021-11-03,0,0,1,\n")
    #expect(read.found.map(\.series.id) == ["uk-day-arrivals", "uk-day-craft"])
    #expect(read.found[0].release.parts[0].figures == [.number(12), .notAvailable, .number(0)])
    #expect(read.found[1].release.parts[0].figures == [.number(1), .blank, .number(0)])
    let remarks = read.remarks.joined(separator: "\n")
    #expect(remarks.contains("\"weather\"") && remarks.contains("storm"))
  }

  @Test func partsOfABreakdownAreSummedAndSharePeriods() throws {
    let breakdown = SeriesImport.Breakdown(
      date: "date", value: "count", measure: .arrivals, column: "route", dimension: .route)
    let text = """
      date,route,sex,count
      2022-03-31,Small boat arrivals,F,3
      2022-03-31,Small boat arrivals,M,4
      2022-09-30,Small boat arrivals,M,5
      2022-06-30,Recorded detections at UK ports,M,2
      """
    let found = try read(text, breakdown).found
    let (series, release) = try #require(found.first)
    #expect(series.id == "uk-quarter-arrivals-by-route" && series.period == .quarter && series.dimension == .route)
    #expect(release.parts.map(\.label) == ["Recorded detections at UK ports", "Small boat arrivals"])
    #expect(release.parts.map(\.figures) == [[.blank, .number(2), .blank], [.number(7), .blank, .number(5)]])
    #expect(throws: OutlookError.self) { try read("date,surname,count\n2022-03-31,X,1\n", breakdown) }
    #expect(throws: OutlookError.self) { try read("date,people\n2022-03-31,many\n") }
  }

  @Test(.enabled(if: ImportTests.folder != nil, "FORELAND_DATA names no folder with flows"))
  func theWorkbookOfTheHomeOfficeIsReadAsItIs() throws {
    let file = try #require(Self.folder).appending(path: "home_office_small_boats_to_2025-08.ods")
    let bytes = Array(try Data(contentsOf: file))
    let read = try SeriesImport(.init(name: "a.ods", bytes: bytes), words(), nil, today: CalendarDay(number: 21_000))
    let ids = Set(read.found.map(\.series.id))
    #expect(ids.isSuperset(of: ["uk-day-arrivals", "uk-day-craft", "uk-week-arrivals", "uk-week-people-prevented"]))
    let daily = try #require(read.found.first { $0.series.id == "uk-day-arrivals" }).release
    #expect(daily.first.text == "2018-01-01" && daily.parts[0].figures.count == 2800)
    let landings = try #require(read.found.first { $0.series.id == "uk-day-uncontrolled-landings" }).release
    #expect(landings.parts[0].figures.first == .notAvailable)
  }

  @Test func flowsHideSmallCountsAndThoseThatGiveThemAway() throws {
    let series = StatisticSeries(
      id: "r", title: "By route", measure: .arrivals, period: .quarter, place: "UK", dimension: .route,
      countsDetections: true)
    let release = StatisticRelease(
      series: "r", released: try #require(StatisticDay("2023-01-01")), source: "x",
      first: try #require(StatisticDay("2022-03-31")),
      parts: [
        .init(label: "Small boat arrivals", figures: [.number(900), .number(100)]),
        .init(label: "Recorded detections in the UK", figures: [.number(2), .blank]),
        .init(label: "Inadequately documented air arrivals", figures: [.number(60), .number(1)]),
        .init(label: "Elsewhere", figures: [.number(7), .number(7)]),
      ])
    let board = try FlowBoard([(series, release)], period: nil)
    #expect(board.period == "2022" && board.flows.map(\.route) == [.channel, .airports, .inland])
    #expect(board.flows.map { $0.text(.english) } == ["1,000", "[c]", "[c]"])
    #expect(board.flows.allSatisfy { $0.countsDetections })
    #expect(try FlowBoard([], period: "2022").flows.isEmpty)
  }
}
