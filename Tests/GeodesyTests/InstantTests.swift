import Foundation
import Geodesy
import Testing

@Suite struct InstantTests {
  @Test(arguments: [
    ("1970-01-01T00:00:00Z", 0),
    ("2021-11-24T01:48:00Z", 1_637_718_480_000),
    ("2021-11-24T01:48:00.250Z", 1_637_718_480_250),
    ("2000-02-29T23:59:59.999Z", 951_868_799_999),
    ("1969-12-31T23:59:59.999Z", -1),
    ("0000-01-01T00:00:00Z", -62_167_219_200_000),
    ("9999-12-31T23:59:59Z", 253_402_300_799_000),
    ("+010000-01-01T00:00:00Z", 253_402_300_800_000),
    ("-000001-12-31T00:00:00Z", -62_167_305_600_000),
  ])
  func writesAndReads(text: String, milliseconds: Int64) {
    #expect(Instant(millisecondsSince1970: milliseconds).iso8601 == text)
    #expect(Instant.parse(text)?.millisecondsSince1970 == milliseconds)
  }

  @Test(arguments: [
    ("2021-11-24 02:48:00+01:00", 1_637_718_480_000),
    ("2021-11-24t01:48z", 1_637_718_480_000),
    ("2021-11-23T20:48:00-0500", 1_637_718_480_000),
    ("2021-11-24T01:48:00,5Z", 1_637_718_480_500),
    ("2021-11-24T01:48:00.123456789Z", 1_637_718_480_123),
    ("2016-12-31T23:59:60Z", 1_483_228_800_000),
    ("2021-11-24T02+01", nil),
    ("2021-11-24T01:48:00", nil),
    ("2021-11-24", nil),
    ("2021-02-29T00:00:00Z", nil),
    ("2021-13-01T00:00:00Z", nil),
    ("2021-11-24T24:00:00Z", nil),
    ("2021-11-24T01:48:00Zulu", nil),
    ("2021-11-24T01:48:00.Z", nil),
    ("", nil),
    ("+999999999-01-01T00:00:00Z", nil),
    ("２０２１-11-24T01:48:00Z", nil),
  ])
  func readsWhatOthersWrite(text: String, milliseconds: Int64?) {
    #expect(Instant.parse(text)?.millisecondsSince1970 == milliseconds)
  }

  @Test func takesUTCOnlyWhenAsked() {
    #expect(Instant.parse("2021-11-24T01:48:00", assumingUTC: true)?.millisecondsSince1970 == 1_637_718_480_000)
    #expect(Instant.parse("2021-11-24", assumingUTC: true)?.iso8601 == "2021-11-24T00:00:00Z")
  }

  @Test(arguments: [Int64.min, -1_000_000_000_000_000_000, -1, 0, 86_399_999, 86_400_000, Int64.max])
  func everyCountHasAText(milliseconds: Int64) {
    let text = Instant(millisecondsSince1970: milliseconds).iso8601
    if milliseconds != .min && milliseconds != .max {
      #expect(Instant.parse(text)?.millisecondsSince1970 == milliseconds)
    }
    #expect(text.hasSuffix("Z"))
  }

  @Test func reckonsWithoutOverflow() {
    let start = Instant(millisecondsSince1970: 1_000)
    #expect(start.adding(milliseconds: 500).seconds(since: start) == 0.5)
    #expect(start.adding(milliseconds: .max).millisecondsSince1970 == .max)
    #expect(Instant(millisecondsSince1970: -5).adding(milliseconds: .min).millisecondsSince1970 == .min)
    #expect(
      Instant(millisecondsSince1970: .max).seconds(since: Instant(millisecondsSince1970: .min)) > 1.8e16)
    #expect(start < start.adding(milliseconds: 1))
  }

  @Test func isCodedAsText() throws {
    let instant = Instant(millisecondsSince1970: 1_637_718_480_250)
    let coded = try JSONEncoder().encode([instant])
    #expect(String(decoding: coded, as: UTF8.self) == #"["2021-11-24T01:48:00.250Z"]"#)
    #expect(try JSONDecoder().decode([Instant].self, from: coded) == [instant])
    #expect(throws: DecodingError.self) { try JSONDecoder().decode([Instant].self, from: Data(#"["now"]"#.utf8)) }
  }
}
