import Ledger
import Marking
import Testing

@testable import Operations

@Suite("Sessions")
struct SessionTests {
  @Test("A session idles out, grows too old, and survives a restart in between")
  func limits() async throws {
    let desk = try await TestDesk.open()
    let idle = try await desk.setUpSignedIn()
    let used = try await desk.signIn(.mara)
    for _ in 0..<7 {
      desk.clock.advance(seconds: 100 * 60)
      _ = try await desk.centre.session(token: used.token)
    }
    await expectRefusal(.signedOut) { _ = try await desk.centre.session(token: idle.token) }
    let again = try await desk.reopened()
    _ = try await again.centre.session(token: used.token)
    again.clock.advance(seconds: 20 * 60)
    await expectRefusal(.signedOut) { _ = try await again.centre.session(token: used.token) }
    let reasons = try again.centre.ledger.entries(from: 1, limit: 100)
      .compactMap { try $0.fact(EndSession.Ended.self)?.reason }
    #expect(reasons == [.passwordChanged, .idle, .tooOld])
  }

  @Test("A restart revives no idle session")
  func restart() async throws {
    let desk = try await TestDesk.open()
    let issued = try await desk.setUpSignedIn()
    desk.clock.advance(seconds: 2 * 3600)
    let again = try await desk.reopened()
    await expectRefusal(.signedOut) { _ = try await again.centre.session(token: issued.token) }
  }

  @Test("Use is recorded once in a while, not at every look")
  func seen() async throws {
    let desk = try await TestDesk.open()
    let issued = try await desk.setUpSignedIn()
    for _ in 0..<60 {
      desk.clock.advance(seconds: 60)
      for _ in 0..<50 { _ = try await desk.centre.session(token: issued.token) }
    }
    #expect(try desk.kinds().count { $0 == "access.seen" } == 2)
  }

  @Test("Looking a session up is cheap")
  func cheap() async throws {
    let desk = try await TestDesk.open()
    let issued = try await desk.setUpSignedIn()
    let time = try await ContinuousClock().measure {
      for _ in 0..<2_000 { _ = try await desk.centre.session(token: issued.token) }
    }
    // A tenth of a second when the machine is quiet; one slow hash for each would take minutes.
    #expect(time < .seconds(20), "2,000 look-ups in \(time)")
  }

  @Test("Disabling, resetting and a new password end every session at once and say so")
  func revocation() async throws {
    let desk = try await TestDesk.open()
    let mara = try await desk.setUpSignedIn()
    let tom = try await desk.add(.tom, roles: [.analyst])
    let token = try await desk.centre.issue(
      IssueToken(person: .tom, label: "script", scopes: [.read]), as: tom.session.acting)
    var revocations = desk.centre.revocations().makeAsyncIterator()

    try await desk.centre.disable(DisablePerson(.tom), as: mara.session.acting)
    let ended = Set([await revocations.next(), await revocations.next()])
    #expect(
      ended == [
        Revocation(means: .session(tom.session.id), reason: .personDisabled),
        Revocation(means: .token(token.token.id), reason: .tokenRevoked),
      ])
    await expectRefusal(.signedOut) { _ = try await desk.centre.session(token: tom.token) }
    await expectRefusal(.tokenRefused) { _ = try await desk.centre.bearer(token.text) }

    try await desk.centre.enable(EnablePerson(.tom), as: mara.session.acting)
    await expectRefusal(.signedOut) { _ = try await desk.centre.session(token: tom.token) }
    await expectRefusal(.tokenRefused) { _ = try await desk.centre.bearer(token.text) }
    let second = try await desk.signIn(.tom)
    _ = try await desk.centre.reset(ResetPerson(.tom), as: mara.session.acting)
    #expect(await revocations.next() == Revocation(means: .session(second.session.id), reason: .personReset))
    await expectRefusal(.signInRefused) { try await desk.signIn(.tom) }

    let other = try await desk.signIn(.mara)
    _ = try await desk.centre.setPassword(
      current: TestDesk.password, new: "another lantern on the quay", session: mara.token)
    let both = Set([await revocations.next(), await revocations.next()])
    #expect(both == Set([mara, other].map { Revocation(means: .session($0.session.id), reason: .passwordChanged) }))
  }

  @Test("A change of roles reaches open sessions at once")
  func roles() async throws {
    let desk = try await TestDesk.open()
    let mara = try await desk.setUpSignedIn()
    let tom = try await desk.add(.tom, roles: [.watchOfficer])
    _ = try await desk.centre.write(WriteLogEntry(text: "all quiet"), as: tom.session.acting)
    try await desk.centre.change(
      ChangePerson(
        name: .tom, displayName: "Tom", agency: "coastguard", roles: [.statistician],
        clearance: Clearance(classification: .official)), as: mara.session.acting)
    let session = try await desk.centre.session(token: tom.token)
    #expect(session.person.roles == [.statistician])
    await expectRefusal(.refused) {
      _ = try await desk.centre.write(WriteLogEntry(text: "not any more"), as: session.acting)
    }
  }

  @Test("Sign-out ends the session, one can end one's own others, and nobody else's")
  func ending() async throws {
    let desk = try await TestDesk.open()
    let mara = try await desk.setUpSignedIn()
    let other = try await desk.signIn(.mara)
    let tom = try await desk.add(.tom, roles: [.analyst])
    #expect(try await desk.centre.sessions(as: mara.session.acting).map(\.isThisOne).count { $0 } == 1)
    await expectRefusal(.notFound) {
      try await desk.centre.endSession(id: tom.session.id, as: mara.session.acting)
    }
    try await desk.centre.endSession(id: other.session.id, as: mara.session.acting)
    await expectRefusal(.signedOut) { _ = try await desk.centre.session(token: other.token) }
    try await desk.centre.signOut(token: mara.token)
    try await desk.centre.signOut(token: mara.token)
    await expectRefusal(.signedOut) { _ = try await desk.centre.session(token: mara.token) }
    _ = try await desk.centre.session(token: tom.token)
  }

  @Test("One person holds so many sessions and no more; the oldest goes")
  func crowding() async throws {
    let desk = try await TestDesk.open { $0.sessionsPerPerson = 3 }
    let first = try await desk.setUpSignedIn()
    var issued: [IssuedSession] = []
    for _ in 0..<3 {
      desk.clock.advance(seconds: 1)
      issued.append(try await desk.signIn(.mara))
    }
    await expectRefusal(.signedOut) { _ = try await desk.centre.session(token: first.token) }
    for session in issued { _ = try await desk.centre.session(token: session.token) }
  }

  @Test("The current password is asked for, wrong ones are slowed down, and the former one is no new one")
  func changing() async throws {
    let desk = try await TestDesk.open()
    let mara = try await desk.setUpSignedIn()
    await expectRefusal(.passwordRefused) {
      _ = try await desk.centre.setPassword(
        current: TestDesk.password, new: TestDesk.password, session: mara.token)
    }
    for current in [nil, "", "wrong", "wrong again", "and again"] as [String?] {
      await expectRefusal(.signInRefused) {
        _ = try await desk.centre.setPassword(
          current: current, new: "another lantern on the quay", session: mara.token)
      }
    }
    await expectRefusal(.signInDelayed) {
      _ = try await desk.centre.setPassword(
        current: TestDesk.password, new: "another lantern on the quay", session: mara.token)
    }
  }

  @Test("No token of any form traps or opens anything")
  func brokenTokens() async throws {
    let desk = try await TestDesk.open()
    _ = try await desk.setUpSignedIn()
    for token in ["", "\0", "é", String(repeating: "A", count: 1_000_000), "foreland_"] {
      await expectRefusal(.signedOut) { _ = try await desk.centre.session(token: token) }
      await expectRefusal(.tokenRefused) { _ = try await desk.centre.bearer(token) }
    }
  }

  @Test("A page token is its session's own, and nothing else is accepted for it")
  func pageTokens() async throws {
    let desk = try await TestDesk.open()
    let first = try await desk.setUpSignedIn()
    let second = try await desk.signIn(.mara)
    let found = try await desk.centre.session(token: first.token)
    #expect(found.accepts(pageToken: first.session.pageToken))
    for other in [second.session.pageToken, first.token, "", String(repeating: "A", count: 1_000_000)] {
      #expect(!found.accepts(pageToken: other))
    }
  }
}
