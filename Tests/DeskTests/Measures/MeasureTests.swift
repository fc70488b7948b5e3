import Foundation
import Operations
import Testing

@testable import Desk

@Suite("What the desk measures")
struct MeasureTests {
  @Test func theMeasuresSurviveOddNames() async throws {
    let house = try await House.open()
    try house.desk.picture.open(feed: "a\"b\\c\nd", exercise: false)
    let text = house.desk.metrics()
    #expect(text.contains("foreland_feed_messages_total{feed=\"a\\\"b\\\\c\\nd\"} 0\n"))
    for line in text.split(separator: "\n") {
      #expect(
        line.hasPrefix("# ") || line.wholeMatch(of: /foreland_\w+(\{\w+=".*"\})? (-?\d+(\.\d+)?(e-?\d+)?|NaN)/) != nil,
        "\(line)")
    }
  }

  @Test func everyMeasureIsNamedAfterItsKindAndUnit() {
    #expect(Set(MeasureTable.all.map(\.name)).count == MeasureTable.all.count)
    for measure in MeasureTable.all {
      #expect(measure.name.wholeMatch(of: /[a-z][a-z_]*/) != nil, "\(measure.name)")
      #expect(measure.name.hasSuffix("_total") == (measure.kind == .counter), "\(measure.name)")
      for unit in ["seconds", "bytes"] {
        #expect(measure.name.contains("_\(unit)") == (measure.unit == unit), "\(measure.name)")
      }
      #expect(measure.meaning.hasSuffix(".") && measure.meaning.count > 10, "\(measure.name)")
      #expect(!measure.meaning.contains("|") && !measure.meaning.contains("\n"), "\(measure.name)")
    }
  }

  @Test func whatADeskMeasuresStandsInTheTableAndHasItsLabels() async throws {
    let house = try await House.open()
    try house.desk.picture.open(feed: "dover", exercise: false)
    let ground = MeasureGround(house.desk)
    for measure in MeasureTable.all {
      for reading in measure.read(ground) {
        #expect(reading.labels.count == measure.labels.count, "\(measure.name)")
      }
    }
    let answered = try #require(MeasureTable.all.first { $0.name == "requests_total" })
    house.desk.requests.count(status: 204)
    house.desk.requests.count(status: 503)
    #expect(answered.read(ground).map(\.value) == [0, 1, 0, 0, 1])
  }

  @Test func theDocumentationIsTheTable() throws {
    let page = Repository.root.appending(path: "docs/measures.md")
    let text = try String(contentsOf: page, encoding: .utf8)
    #expect(text.contains(MeasureText.markdown), "renew it with `foreland measures`")
  }
}
