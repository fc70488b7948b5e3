import Feeds
import Foundation
import Geodesy
import HummingbirdTesting
import Ledger
import Marking
import Operations
import Testing

@testable import Desk

@Suite("Boats and reports as the chart shows them")
struct BoatFeaturesTests {
  private static func value(_ feature: [String: Any], _ name: String) -> Any? {
    (feature["properties"] as? [String: Any])?[name]
  }

  @Test func showsBoatsAndReportsWithWhatIsKnownOfThem() async throws {
    let house = try await House.open()
    try await house.add("wanda", .watchOfficer)
    let wanda = Visiting.person(try await house.session("wanda"))
    let before = house.clock.now
    house.clock.advance(seconds: 60)
    try await house.visit { client in
      let call = """
        {"statement":{"channel":"call","least":33,"most":45,"place":{"latitude":51.1,"longitude":1.4}},"incident":"new",
        "words":{"phone":"+33612345678","text":"Water is coming in"}}
        """
      let names = try #require(try await client.send("/api/contacts", call, as: wanda).json()["names"] as? [String])
      house.clock.advance(seconds: 60)
      let heard = """
        {"statement":{"channel":"relay","bearing":{"latitude":51,"longitude":1.3,"degrees":120}}}
        """
      _ = try await client.send("/api/contacts", heard, as: wanda)
      let answer = try await client.get("/api/boats", as: wanda)
      let features = try #require(try answer.json()["features"] as? [[String: Any]])
      try #require(features.count == 3 && names.count == 2)
      #expect(Self.value(features[0], "layer") as? String == "boat")
      #expect(Self.value(features[0], "unaccountedMost") as? Int == 45)
      #expect(Self.value(features[0], "seenBy") as? String == names[1])
      #expect(Self.value(features[1], "boat") as? String == names[0])
      #expect(features[2]["geometry"] as? [String: Any] == nil && Self.value(features[2], "bearing") as? Double == 120)
      // Neither the number nor the words of a caller leave with the chart.
      #expect(!answer.text.contains("33612345678") && !answer.text.contains("Water"))
      let earlier = try await client.get("/api/boats?at=\(before.iso8601)", as: wanda).json()["features"] as? [Any]
      #expect(earlier?.isEmpty == true)
    }
  }

  @Test func handheldsAreToldOfBoatsAndOfNobodyWhoCalled() async throws {
    let house = try await House.open()
    try await house.add("wanda", .watchOfficer)
    let wanda = Visiting.person(try await house.session("wanda"))
    try await house.visit { client in
      let call = """
        {"statement":{"channel":"call","least":33,"most":45,"place":{"latitude":51.1,"longitude":1.4,"accuracyMetres":400}},
        "incident":"new","words":{"phone":"+33612345678","text":"Water is coming in"}}
        """
      _ = try await client.send("/api/contacts", call, as: wanda)
      _ = try await client.send(
        "/api/contacts", "{\"statement\":{\"channel\":\"call\"},\"incident\":\"new\"}", as: wanda)
    }
    let events = try await house.desk.cursorEvents(mostTracks: 10)
    // The boat that nobody can place is on no handheld.
    let event = try #require(events.first)
    #expect(events.count == 1 && event.uid.hasPrefix("FORELAND-") && event.kind.rawValue == "b-a-o-tbl")
    #expect(event.callSign?.hasSuffix("33-45 POB") == true && event.circularErrorMetres == 400)
    var bytes = ByteWriter(capacity: 2_048)
    CursorOnTargetWriter().write(event, to: &bytes)
    let text = bytes.withBytes { String(decoding: $0, as: UTF8.self) }
    #expect(!text.contains("33612345678") && !text.contains("Water"))
  }

  @Test func aChangeIsToldToEveryStreamOnce() async throws {
    let house = try await House.open()
    try await house.desk.refreshRescue()
    let told = house.desk.rescue.tells(of: house.centre.ledger.head.size)
    #expect(!told, "the same length is told twice")
    #expect(house.desk.rescue.tells(of: house.centre.ledger.head.size + 1))
  }
}
