import Testing

@testable import Desk

@Suite("Language of a visitor")
struct LanguageTests {
  @Test(arguments: [
    (nil, Language.english), ("", .english), ("*", .english), ("de-DE,de;q=0.9", .english), ("fr", .french),
    ("fr-FR,fr;q=0.9,en;q=0.8", .french), ("en-GB,en;q=0.9,fr;q=0.8", .english), ("de,fr;q=0.5,en;q=0.4", .french),
    ("en;q=0.1,fr;q=0.9", .french), ("en;q=0,fr;q=0.1", .french), ("fr;q=0", .english), ("FR-ca", .french),
    (" fr ; q=0.7 , en ; q=0.6", .french), ("fr;q=nonsense", .french), (",,;;,fr", .french), ("fr;q=nan", .english),
    // North Frisian and Old French are not French.
    ("frr,en;q=0.5", .english), ("fro", .english),
  ])
  func isTheBestThatTheHeaderNames(_ header: String?, _ expected: Language) {
    #expect(Language.preferred(header) == expected)
  }

  @Test func aHeaderWithoutEndIsCutShort() {
    let long = String(repeating: "de;q=0.1,", count: 100_000) + "fr"
    #expect(Language.preferred(long) == .english)
  }
}
