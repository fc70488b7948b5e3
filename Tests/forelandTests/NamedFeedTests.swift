import Testing

@testable import foreland

@Suite("A feed on the command line")
struct NamedFeedTests {
  @Test func hasANameBeforeItsAddress() throws {
    #expect(try NamedFeed("dover=tcp://127.0.0.1:10110").name == "dover")
    #expect(try NamedFeed("a=file:/tmp/x=y.nmea").name == "a")
  }

  @Test(arguments: ["dover", "=tcp://127.0.0.1:1", "dover=gopher://x", "dover=udp://nowhere", ""])
  func withoutOneOrTheOtherIsRefused(text: String) {
    #expect(throws: (any Error).self) { try NamedFeed(text) }
  }
}
