import Testing

@testable import Operations

@Suite("Second factor")
struct SecondFactorTests {
  /// Mara with a second factor, and its secret.
  private func enrolled(_ desk: TestDesk) async throws -> (IssuedSession, [UInt8]) {
    let issued = try await desk.setUpSignedIn()
    let offer = try await desk.centre.offerSecondFactor(session: issued.token)
    let secret = try #require(Base32.standard.decode(offer.secret))
    await expectRefusal(.codeRefused) {
      try await desk.centre.confirmSecondFactor(code: "000000", session: issued.token)
    }
    try await desk.centre.confirmSecondFactor(code: code(secret, desk), session: issued.token)
    return (issued, secret)
  }

  private func code(_ secret: [UInt8], _ desk: TestDesk) -> String {
    TimeCode.code(secret, step: TimeCode.step(at: desk.clock.now))
  }

  @Test("Once enrolled, the code is asked for, and each counts once")
  func replay() async throws {
    let desk = try await TestDesk.open()
    let (_, secret) = try await enrolled(desk)
    await #expect(throws: NotSignedIn.self, "the code is asked for") { try await desk.signIn(.mara) }
    await expectRefusal(.signInRefused) { try await desk.signIn(.mara, code: code(secret, desk)) }
    desk.clock.advance(seconds: 30)
    let used = code(secret, desk)
    try await desk.signIn(.mara, code: used)
    await expectRefusal(.signInRefused) { try await desk.signIn(.mara, code: used) }
    desk.clock.advance(seconds: 30)
    await expectRefusal(.signInRefused) { try await desk.signIn(.mara, code: used) }
    await expectRefusal(.signInRefused) { try await desk.signIn(.mara, "wrong", code: code(secret, desk)) }
    try await desk.signIn(.mara, code: code(secret, desk))
  }

  @Test("Two sign-ins at once with one code: one gets in, also after a restart")
  func race() async throws {
    let desk = try await TestDesk.open()
    let (_, secret) = try await enrolled(desk)
    desk.clock.advance(seconds: 60)
    let present = code(secret, desk)
    let wins = await withTaskGroup(of: Bool.self) { group in
      for _ in 0..<4 { group.addTask { (try? await desk.signIn(.mara, code: present)) != nil } }
      return await group.reduce(0) { $0 + ($1 ? 1 : 0) }
    }
    #expect(wins == 1)
    let again = try await desk.reopened()
    await expectRefusal(.signInRefused) { try await again.signIn(.mara, code: present) }
  }

  @Test("A reset leaves the factor in place unless its removal is asked for")
  func reset() async throws {
    let desk = try await TestDesk.open()
    let (_, secret) = try await enrolled(desk)
    let first = try await desk.centre.reset(ResetPerson(.mara), as: desk.centre.console)
    await #expect(throws: NotSignedIn.self, "the code is asked for") { try await desk.signIn(.mara, first.text) }
    desk.clock.advance(seconds: 30)
    try await desk.signIn(.mara, first.text, code: code(secret, desk))
    let second = try await desk.centre.reset(
      ResetPerson(.mara, removesSecondFactor: true), as: desk.centre.console)
    let issued = try await desk.signIn(.mara, second.text)
    #expect(!issued.session.person.hasSecondFactor)
  }

  @Test("Removal takes a code, and wrong ones are slowed down")
  func removal() async throws {
    let desk = try await TestDesk.open()
    let (issued, secret) = try await enrolled(desk)
    await expectRefusal(.conflict) { _ = try await desk.centre.offerSecondFactor(session: issued.token) }
    desk.clock.advance(seconds: 30)
    try await desk.centre.removeSecondFactor(code: code(secret, desk), session: issued.token)
    try await desk.signIn(.mara)
    await expectRefusal(.notFound) { try await desk.centre.removeSecondFactor(code: "123456", session: issued.token) }

    let offer = try await desk.centre.offerSecondFactor(session: issued.token)
    for _ in 0..<5 {
      await expectRefusal(.codeRefused) {
        try await desk.centre.confirmSecondFactor(code: "000000", session: issued.token)
      }
    }
    let newSecret = try #require(Base32.standard.decode(offer.secret))
    await expectRefusal(.signInDelayed) {
      try await desk.centre.confirmSecondFactor(code: code(newSecret, desk), session: issued.token)
    }
    desk.clock.advance(seconds: 601)
    await expectRefusal(.notFound) {
      try await desk.centre.confirmSecondFactor(code: code(newSecret, desk), session: issued.token)
    }
  }
}
