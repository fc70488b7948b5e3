import Foundation
import Testing

@testable import Desk

@Suite("JSON written by hand")
struct JSONTextTests {
  private func text(_ write: (inout JSONText) -> Void) -> String {
    var json = JSONText()
    write(&json)
    return String(decoding: json.bytes, as: UTF8.self)
  }

  @Test(arguments: [
    (0.0, 2, "0"), (-0.0, 2, "0"), (1, 0, "1"), (1.5, 1, "1.5"), (1.25, 1, "1.3"), (-1.25, 1, "-1.3"),
    (51.123_456_7, 6, "51.123457"), (-0.000_001, 6, "-0.000001"), (-0.000_000_4, 6, "0"), (0.05, 2, "0.05"),
    (2.50, 2, "2.5"), (100, 3, "100"), (99.999, 2, "100"), (-179.999_999_9, 6, "-180"), (359.96, 1, "360"),
    (999_999_999_999.4, 0, "999999999999"), (0.1, 12, "0.1"),
  ])
  func numbersAreRoundedAndShort(_ value: Double, _ decimals: Int, _ expected: String) {
    #expect(text { $0.number(value, decimals: decimals) } == expected)
  }

  @Test(arguments: [nil, Double.nan, .infinity, -.infinity, 1e12, -1e300, .greatestFiniteMagnitude])
  func whatIsNoNumberIsNull(_ value: Double?) {
    #expect(text { $0.number(value, decimals: 6) } == "null")
  }

  /// Seeded: what is written is what a reader gets back, within half of the last digit.
  @Test func randomNumbersComeBack() throws {
    var random = Seeded(state: 7)
    for _ in 0..<5_000 {
      let decimals = Int.random(in: 0...6, using: &random)
      let value = Double.random(in: -1...1, using: &random) * pow(10, Double.random(in: -7...6, using: &random))
      let written = text { $0.number(value, decimals: decimals) }
      let read = try #require(Double(written))
      #expect((read - value).magnitude <= 0.51 * pow(10, -Double(decimals)), "\(value) as \(written)")
      #expect(!written.contains(".") || !written.hasSuffix("0"))
    }
  }

  @Test func stringsAreEscaped() throws {
    let all = String(String.UnicodeScalarView((0...0x9F).compactMap { UnicodeScalar($0) })) + "\u{2028}\"\\/🚢é"
    let written = text { json in json.array { $0.string(all) } }
    #expect(try JSONDecoder().decode([String].self, from: Data(written.utf8)) == [all])
    #expect(!written.utf8.contains { $0 < 0x20 })
    #expect(text { $0.string("a\"b\\c\n") } == "\"a\\\"b\\\\c\\u000a\"")
    #expect(text { $0.string(nil) } == "null")
  }

  @Test func structuresNestWithTheirCommas() throws {
    let written = text { json in
      json.object { json in
        json.key("empty")
        json.array { _ in }
        json.key("rows")
        json.array { json in
          json.integer(-3)
          json.null()
          json.array { json in
            json.boolean(true)
            json.boolean(false)
          }
          json.object { _ in }
          json.encoded(Array("1,2".utf8))
          json.encoded([])
          json.string("end")
        }
        json.member("na\"me", "va\"lue")
        json.key("last")
        json.number(1.5, decimals: 1)
      }
    }
    #expect(
      written == #"{"empty":[],"rows":[-3,null,[true,false],{},1,2,"end"],"na\"me":"va\"lue","last":1.5}"#)
    #expect(try JSONSerialization.jsonObject(with: Data(written.utf8)) is [String: Any])
  }
}
