import Geodesy
import Marking
import Testing

@testable import Operations

@Suite("Bearer tokens")
struct TokenTests {
  private func token(_ desk: TestDesk, _ scopes: [TokenScope], expiresAfterSeconds seconds: Int64? = nil)
    async throws -> IssuedToken
  {
    let expiresAt = seconds.map { desk.clock.now.adding(milliseconds: $0 * 1000) }
    return try await desk.centre.issue(
      IssueToken(person: .mara, label: "test", scopes: scopes, expiresAt: expiresAt), as: desk.centre.console)
  }

  @Test("A token does what its scopes cover and its person may, and nothing else")
  func scopes() async throws {
    let desk = try await TestDesk.open()
    _ = try await desk.setUpSignedIn()
    func may(_ scopes: [TokenScope]) async throws -> [String] {
      let acting = try await desk.centre.bearer(try await token(desk, scopes).text)
      var done: [String] = []
      if (try? await desk.centre.write(WriteLogEntry(text: "by a program"), as: acting)) != nil { done.append("write") }
      if (try? await desk.centre.log(LogQuery(), as: acting)) != nil { done.append("log") }
      if (try? await desk.centre.permit(.see, .picture, as: acting)) != nil { done.append("picture") }
      if (try? await desk.centre.people(as: acting)) != nil { done.append("people") }
      if (try? await desk.centre.record(RecordQuery(), as: acting)) != nil { done.append("record") }
      let tom = AddPerson(name: PersonName("tom\(desk.random.bytes(1)[0])")!, agency: "coastguard", roles: [.analyst])
      if (try? await desk.centre.add(tom, as: acting)) != nil { done.append("add") }
      return done
    }
    #expect(try await may([.read]) == ["log", "picture", "people", "record"])
    #expect(try await may([.pictureRead]) == ["picture"])
    #expect(try await may([.logRead]) == ["log"])
    #expect(try await may([.logWrite]) == ["write", "log"])
    #expect(try await may([.recordRead]) == ["record"])
    #expect(try await may([.admin]) == ["people", "add"])
    #expect(try await may([.logWrite, .pictureRead]) == ["write", "log", "picture"])
    #expect(try await may([TokenScope(rawValue: "see:log")!]) == ["log"])

    _ = try await desk.add(.tom, roles: [.statistician])
    let weak = try await desk.centre.issue(
      IssueToken(person: .tom, label: "x", scopes: [.read, .admin, .logWrite]), as: desk.centre.console)
    let acting = try await desk.centre.bearer(weak.text)
    await expectRefusal(.refused) { _ = try await desk.centre.people(as: acting) }
    await expectRefusal(.refused) { _ = try await desk.centre.write(WriteLogEntry(text: "no"), as: acting) }
  }

  @Test("What lacks only the scope says so, and is recorded")
  func scopeMissing() async throws {
    let desk = try await TestDesk.open()
    _ = try await desk.setUpSignedIn()
    let acting = try await desk.centre.bearer(try await token(desk, [.logRead]).text)
    let error = await expectRefusal(.scopeMissing) {
      _ = try await desk.centre.write(WriteLogEntry(text: "no"), as: acting)
    }
    #expect(error?.reasons == ["scopeMissing"])
    #expect(try desk.kinds().last == "access.refused")
  }

  @Test("A reset ends the tokens of the person at once, and nobody else's")
  func reset() async throws {
    let desk = try await TestDesk.open()
    _ = try await desk.setUpSignedIn()
    _ = try await desk.add(.tom, roles: [.watchOfficer])
    let mine = try await token(desk, [.read])
    let others = try await desk.centre.issue(
      IssueToken(person: .tom, label: "x", scopes: [.read]), as: desk.centre.console)
    var revocations = desk.centre.revocations().makeAsyncIterator()
    _ = try await desk.centre.reset(ResetPerson(.mara), as: desk.centre.console)
    var ended: [Revocation] = []
    while ended.last?.means != .token(mine.token.id), let next = await revocations.next() { ended.append(next) }
    #expect(ended.last == Revocation(means: .token(mine.token.id), reason: .tokenRevoked))
    await expectRefusal(.tokenRefused) { _ = try await desk.centre.bearer(mine.text) }
    _ = try await desk.centre.bearer(others.text)
    let again = try await desk.reopened()
    await expectRefusal(.tokenRefused) { _ = try await again.centre.bearer(mine.text) }
  }

  @Test("Revoked and expired tokens open nothing, and a restart changes nothing")
  func ending() async throws {
    let desk = try await TestDesk.open()
    let mara = try await desk.setUpSignedIn()
    let revoked = try await token(desk, [.read])
    let brief = try await token(desk, [.read], expiresAfterSeconds: 60)
    let lasting = try await token(desk, [.read])
    try await desk.centre.revoke(RevokeToken(revoked.token.id), as: mara.session.acting)
    await expectRefusal(.conflict) {
      try await desk.centre.revoke(RevokeToken(revoked.token.id), as: mara.session.acting)
    }
    await expectRefusal(.notFound) { try await desk.centre.revoke(RevokeToken("none"), as: desk.centre.console) }
    _ = try await desk.centre.bearer(brief.text)
    desk.clock.advance(seconds: 60)
    let again = try await desk.reopened()
    await expectRefusal(.tokenRefused) { _ = try await again.centre.bearer(revoked.text) }
    await expectRefusal(.tokenRefused) { _ = try await again.centre.bearer(brief.text) }
    #expect(try await again.centre.bearer(lasting.text).viewer.name == "mara")
  }

  @Test("Use is recorded once a day")
  func used() async throws {
    let desk = try await TestDesk.open()
    _ = try await desk.setUpSignedIn()
    let issued = try await token(desk, [.read])
    for _ in 0..<50 {
      _ = try await desk.centre.bearer(issued.text)
      desk.clock.advance(seconds: 3600)
    }
    #expect(try desk.kinds().count { $0 == "token.used" } == 3)
    let listed = try await desk.centre.tokens(of: .mara, as: desk.centre.console)
    #expect(listed.map(\.id) == [issued.token.id])
    #expect(listed[0].lastUsedAt != nil)
  }

  @Test("One issues tokens for oneself; neither for others nor with a token")
  func issuing() async throws {
    let desk = try await TestDesk.open()
    let mara = try await desk.setUpSignedIn()
    let tom = try await desk.add(.tom, roles: [.watchOfficer])
    let own = try await desk.centre.issue(
      IssueToken(person: .tom, label: "own", scopes: [.read, .admin]), as: tom.session.acting)
    await expectRefusal(.refused) {
      _ = try await desk.centre.issue(
        IssueToken(person: .tom, label: "x", scopes: [.read]), as: mara.session.acting)
    }
    let acting = try await desk.centre.bearer(own.text)
    await expectRefusal(.refused) {
      _ = try await desk.centre.issue(IssueToken(person: .tom, label: "x", scopes: [.read]), as: acting)
    }
    await expectRefusal(.refused) {
      try await desk.centre.revoke(
        RevokeToken(try await token(desk, [.read]).token.id), as: tom.session.acting)
    }
    try await desk.centre.revoke(RevokeToken(own.token.id), as: tom.session.acting)
  }

  @Test("A token may state a purpose that its person's roles work for, and no other")
  func purpose() async throws {
    let desk = try await TestDesk.open()
    _ = try await desk.setUpSignedIn()
    let text = try await token(desk, [.read]).text
    #expect(try await desk.centre.bearer(text).purpose == .maritimeSafety)
    #expect(try await desk.centre.bearer(text, purpose: .searchAndRescue).purpose == .searchAndRescue)
    await expectRefusal(.refused) { _ = try await desk.centre.bearer(text, purpose: .investigation) }
  }
}
