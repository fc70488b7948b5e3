import Foundation
import Testing

@testable import Desk

@Suite("Charts as table, words, JSON and CSV")
struct ChartTests {
  private var chart: Chart {
    Chart(
      name: "published", address: "/api/charts/published?series=x", title: "A <title>", caption: "From a to b",
      notes: ["=note"],
      columns: [.init(name: "Day", isText: true), .init(name: "People, all"), .init(name: "Share", decimals: 2)],
      rows: [
        [.text("2021-11-01"), .number(0), .number(0.125)], [.text("2021-11-02"), .missing("-"), .missing("")],
        [.text("=1+1"), .number(1_234), .number(-0.005)],
      ], vertical: "People", marks: [.init(column: 1, shape: .line, colour: "craft-cargo")])
  }

  @Test func theTableIsWholeAndEscaped() {
    let html = chart.figure(.english).text
    #expect(html.contains("A &lt;title&gt;") && html.contains("<td class=\"number\">1234</td>"))
    #expect(html.contains("<td class=\"number\">-</td><td class=\"number\"></td>"))
    #expect(html.contains("data-figure=\"/api/charts/published?series=x\""))
    #expect(html.contains("href=\"/api/charts/published?series=x&amp;format=csv\""))
    #expect(html.contains("<details class=\"chart-table\" open>") && html.contains("<figcaption"))
    var long = chart
    long.rows = (0..<500).map { [.text("\($0)"), .number(1), .number(1)] }
    let some = long.figure(.english).text
    #expect(some.contains("120 of 500") && some.contains(">499<") && !some.contains(">379<"))
  }

  @Test func theCSVKeepsDashesAndStartsNoFormula() {
    let lines = chart.csv.split(separator: "\r\n", omittingEmptySubsequences: false).map(String.init)
    #expect(lines[0] == "# A <title>" && lines[2] == "# =note")
    #expect(lines[3...6] == ["Day,\"People, all\",Share", "2021-11-01,0,0.13", "2021-11-02,-,", "'=1+1,1234,-0.01"])
  }

  @Test func theJSONHasNullWhereThereIsNoNumber() throws {
    let text = String(decoding: chart.json.bytes, as: UTF8.self)
    let object = try #require(try JSONSerialization.jsonObject(with: Data(text.utf8)) as? [String: Any])
    #expect(text.contains(#"["2021-11-02",null,null]"#) && text.contains(#"["2021-11-01",0,0.125]"#))
    #expect((object["marks"] as? [[String: Any]])?.first?["colour"] as? String == "craft-cargo")
    #expect(Chart.Cell(Double.nan) == .missing("") && Chart.Cell(nil) == .missing("") && Chart.Cell(2) == .number(2))
  }

  @Test func numbersAreGroupedAsTheLanguageDoes() {
    #expect(Strings.english.figure(1_234_567) == "1,234,567" && Strings.english.figure(12) == "12")
    #expect(Strings.english.figure(-1_234.5, decimals: 1) == "−1,234.5")
    #expect(Strings.french.figure(1_234_567.25, decimals: 1) == "1\u{202F}234\u{202F}567,3")
  }

  /// Every colour that a chart may name is one of every theme.
  @Test func everyColourIsInEveryTheme() throws {
    let css = try Repository.texts(below: "share/web", ending: "desk.css").values.joined()
    for colour in Chart.colours {
      #expect(css.ranges(of: "--\(colour):").count == 3, "\(colour)")
    }
  }
}
