import Synchronization
import Foundation
import Geodesy
import HTTPTypes
import Hummingbird
import HummingbirdTesting
import Marking
import Operations
import Testing

@testable import Desk

@Suite("The live stream")
struct StreamTests {
  private func house() async throws -> (House, Visiting) {
    let house = try await House.open()
    try await house.add("wanda", .watchOfficer)
    return (house, .person(try await house.session("wanda")))
  }

  /// Opens a stream, does something while it is open, and gives back all that it was sent.
  private func stream(
    _ house: House, _ visitor: Visiting, _ uri: String = "/api/stream?boxes=50,1,52,2", _ headers: HTTPFields = [:],
    while body: @escaping @Sendable (any TestClientProtocol) async throws -> Void
  ) async throws -> StreamReading {
    try await house.visit(services: [AccessFollower(desk: house.desk), LogFollower(desk: house.desk)]) { client in
      try await Self.untilFollowed(house)
      async let answer = client.get(uri, as: visitor, headers)
      try await until { house.desk.hub.streamCount == 1 }
      try await body(client)
      let response = try await answer
      #expect(response.status == .ok)
      #expect(response.headers[.contentType] == "text/event-stream")
      #expect(house.desk.hub.streamCount == 0)
      return StreamReading(response.body.readableBytesView)
    }
  }

  /// Waits until ended access is followed: a session that ends ends its stream.
  private static func untilFollowed(_ house: House) async throws {
    try await until {
      let session = try await house.session("wanda")
      let probe = LiveHubTests.stream("probe", session: "session:\(session.session.id)")
      guard house.desk.hub.open(probe, after: nil) else { return false }
      defer { house.desk.hub.close(probe) }
      try await house.centre.signOut(token: session.token)
      for _ in 0..<20 where probe.endReason == nil { try await Task.sleep(for: .milliseconds(1)) }
      return probe.endReason != nil
    }
  }

  @Test func endsWithItsSessionAtOnce() async throws {
    let (house, visitor) = try await house()
    let reading = try await stream(house, visitor) { client in
      let out = try await client.post("/sign-out", [:], as: visitor)
      #expect(out.status == .seeOther)
    }
    #expect(reading.events.first?.name == "hello")
    #expect(reading.events.first?.text("stream")?.isEmpty == false)
    #expect(reading.events.last?.name == "bye")
    #expect(reading.events.last?.text("reason") == "signedOut")
  }

  @Test func endsWithItsTokenAndWithItsPerson() async throws {
    let (house, _) = try await house()
    let issued = try await house.token("wanda", "picture:read")
    let revoked = try await stream(house, .program(issued)) { _ in
      try await house.centre.revoke(RevokeToken(issued.token.id), as: house.centre.console)
    }
    #expect(revoked.events.last?.text("reason") == "tokenRevoked")
    try await house.add("walt", .watchOfficer)
    let walt = Visiting.person(try await house.session("walt"))
    let disabled = try await stream(house, walt) { _ in
      try await house.centre.disable(DisablePerson(try #require(PersonName("walt"))), as: house.centre.console)
    }
    #expect(disabled.events.last?.text("reason") == "personDisabled")
  }

  @Test func bringsWhatIsInViewAndWhatIsWritten() async throws {
    let (house, visitor) = try await house()
    let other = Visiting.person(try await house.session("wanda"))
    try house.hear(Lines.position(235_012_345, latitude: 51, longitude: 1.4))
    let reading = try await stream(house, visitor) { client in
      try house.hear(
        Lines.position(235_099_999, latitude: 51.1, longitude: 1.5)
          + Lines.position(235_000_001, latitude: 48, longitude: -5)
      )
      #expect(try await client.send("/api/log", "{\"text\":\"Fog <b>\"}", as: other).status == .created)
      // The entry reaches the hub on a way of its own.
      try await until { house.desk.hub.hasAnnounced("Fog <b>") && house.desk.hub.hasSentEverything }
      try await house.centre.signOut(token: visitor.sessionToken)
    }
    let seen = reading.named("tracks").reduce(into: Set<String>()) { $0.formUnion($1.trackIDs) }
    #expect(seen == ["235012345", "235099999"])
    #expect(reading.named("log").first?.text("text") == "Fog <b>")
    #expect(reading.events.last?.name == "bye")
  }

  @Test func bringsTheLogOnlyToWhoMayReadIt() async throws {
    let (house, visitor) = try await house()
    try await house.add("paul", .watchOfficer, agency: "police")
    let paul = Visiting.person(try await house.session("paul"))
    let issued = try await house.token("wanda", "picture:read")
    // Each time of its own, so that what was announced before is not taken for it.
    let write: @Sendable (any TestClientProtocol, Int) async throws -> Void = { client, time in
      let police = "{\"text\":\"Smugglers \(time)\",\"marking\":\"OFFICIAL // AGENCIES police\"}"
      #expect(try await client.send("/api/log", police, as: paul).status == .created)
      #expect(try await client.send("/api/log", "{\"text\":\"Fog \(time)\"}", as: paul).status == .created)
      let hub = house.desk.hub
      try await until { hub.hasAnnounced("Smugglers \(time)") && hub.hasAnnounced("Fog \(time)") }
      try await until { hub.hasSentEverything }
    }
    let colleague = try await stream(house, visitor) { client in
      try await write(client, 1)
      try await house.centre.signOut(token: visitor.sessionToken)
    }
    #expect(colleague.named("log").map { $0.text("text") } == ["Fog 1"])
    let program = try await stream(house, .program(issued)) { client in
      try await write(client, 2)
      try await house.centre.revoke(RevokeToken(issued.token.id), as: house.centre.console)
    }
    #expect(program.named("log").isEmpty && program.events.first?.name == "hello")
    let author = try await stream(house, paul) { client in
      try await write(client, 3)
      try await house.centre.signOut(token: paul.sessionToken)
    }
    #expect(Set(author.named("log").map { $0.text("text") }) == ["Fog 3", "Smugglers 3"])
  }

  @Test func aViewIsChangedOnlyByItsOwnSession() async throws {
    let (house, visitor) = try await house()
    let other = Visiting.person(try await house.session("wanda"))
    try house.hear(Lines.position(235_000_001, latitude: 48, longitude: -5))
    let reading = try await stream(house, visitor) { client in
      let id = try #require(house.desk.hub.streamIDs.first)
      let boxes = "{\"boxes\":[[47,-6,49,-4]]}"
      #expect(try await client.send("/api/stream/\(id)/view", boxes, as: other).status == .notFound)
      #expect(try await client.send("/api/stream/\(id)/view", boxes, as: visitor).status == .noContent)
      try await until { house.desk.hub.hasSentEverything }
      try await house.centre.signOut(token: visitor.sessionToken)
    }
    #expect(reading.named("tracks").last?.trackIDs == ["235000001"])
  }

  @Test func isRefusedWhenThereAreTooMany() async throws {
    let house = try await House.open(hub: .init(streams: 1))
    try await house.add("wanda", .watchOfficer)
    let visitor = Visiting.person(try await house.session("wanda"))
    #expect(house.desk.hub.open(LiveHubTests.stream("first"), after: nil))
    try await house.visit { client in
      let answer = try await client.get("/api/stream", as: visitor)
      #expect(answer.status == .tooManyRequests)
      #expect(try answer.errorCode() == "tooMany")
    }
  }
}

extension LiveHub {
  fileprivate var streamIDs: [String] { state.withLock { Array($0.streams.keys) } }

  /// Whether every stream has taken all that there is.
  fileprivate var hasSentEverything: Bool {
    state.withLock { state in
      state.streams.values.map { $0.need() }.allSatisfy { !$0.wantsSnapshot && $0.after == state.lastNumber }
    }
  }

  fileprivate func hasAnnounced(_ text: String) -> Bool {
    state.withLock { state in
      String(decoding: state.announcements.after(0, for: { _ in true }), as: UTF8.self).contains(text)
    }
  }
}

extension Visiting {
  fileprivate var sessionToken: String {
    guard case .person(let issued) = self else { return "" }
    return issued.token
  }
}
