import HTTPTypes
import HummingbirdTesting
import Marking
import Operations
import Testing

@testable import Desk

@Suite("The line about people who are not accounted for")
struct UnaccountedLineTests {
  @Test(arguments: Language.allCases)
  func aZeroIsNeverSaidOfWhatNobodyKnows(_ language: Language) throws {
    let strings = Strings.of(language)
    var summary = RescueSummary()
    #expect(summary.sentence(strings) == nil)
    // Reports of people whom nobody has tied to a boat, and a boat of which nobody said how many: not zero people.
    summary.untied = 3
    let untied = try #require(summary.sentence(strings))
    #expect(untied.hasPrefix(strings("rescue.unaccounted.notKnown", ["boats": "0"])) && untied.contains("3"))
    (summary.untied, summary.openBoats, summary.unknownBoats) = (0, 1, 1)
    #expect(try #require(summary.sentence(strings)).hasPrefix(strings("rescue.unaccounted.notKnown", ["boats": "1"])))
    (summary.least, summary.most) = (33, 40)
    let known = strings("rescue.unaccounted", ["people": "33–40", "boats": "1"])
    #expect(try #require(summary.sentence(strings)).hasPrefix(known))
    // All of an open boat are found: then zero is the truth.
    (summary.least, summary.most, summary.unknownBoats) = (0, 0, 0)
    #expect(summary.sentence(strings) == strings("rescue.unaccounted", ["people": "0", "boats": "1"]))
  }

  @Test func aTimeIsReadAsTheScreensShowIt() async throws {
    let house = try await House.open()
    try await house.add("wanda", .watchOfficer)
    let wanda = Visiting.person(try await house.session("wanda"))
    try await house.visit { client in
      for time in ["T02:31:00Z", "%2002:31", "%2002:31:00", "%2002:31%20UTC"].map({ "2021-11-24" + $0 }) {
        let page = try await client.get("/log?at=\(time)", as: wanda)
        #expect(page.status == .ok && page.text.contains("2021-11-24T02:31:00"), "\(time)")
      }
      let page = try await client.get("/log?at=yesterday", as: wanda, [.acceptLanguage: "fr"])
      #expect(page.status == .badRequest && page.text.contains("L’heure est illisible"))
    }
  }
}
