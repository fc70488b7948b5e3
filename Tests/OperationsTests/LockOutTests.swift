import Ledger
import Geodesy
import Testing

@testable import Operations

@Suite("Lock-out")
struct LockOutTests {
  private static let rule = LockOutRule(
    freeFailures: 3, firstDelayMilliseconds: 1_000, longestDelayMilliseconds: 8_000,
    forgottenAfterMilliseconds: 3_600_000, keys: 10)
  private let start = Instant(millisecondsSince1970: 0)

  @Test("The delay doubles up to the longest, and no count overflows it")
  func delays() {
    let delays = [0, 3, 4, 5, 6, 7, 8, 100, Int.max].map(Self.rule.delayMilliseconds(afterFailures:))
    #expect(delays == [0, 0, 1_000, 2_000, 4_000, 8_000, 8_000, 8_000, 8_000])
  }

  @Test("Attempts at once are counted before any of them has failed")
  func concurrent() {
    var lockOut = LockOut(rule: Self.rule)
    let admitted = (0..<100).count { _ in lockOut.admit("mara", at: start) == nil }
    #expect(admitted == 4)
    #expect(lockOut.admit("mara", at: start) == start.adding(milliseconds: 1_000))
    #expect(lockOut.admit("tom", at: start) == nil)
    #expect(lockOut.admit("mara", at: start.adding(milliseconds: 1_000)) == nil)
    #expect(lockOut.admit("mara", at: start.adding(milliseconds: 1_001)) == start.adding(milliseconds: 3_000))
  }

  @Test("Failures are forgotten after a while, and at once after a success")
  func forgetting() {
    var lockOut = LockOut(rule: Self.rule)
    for _ in 0..<5 { _ = lockOut.admit("mara", at: start) }
    #expect(lockOut.count("mara", at: start) == 4)
    #expect(lockOut.count("mara", at: start.adding(milliseconds: 3_600_001)) == 0)
    lockOut.forget("mara")
    #expect(lockOut.count("mara", at: start) == 0)
  }

  @Test("A flood of invented names does not free the name under attack")
  func flood() {
    var lockOut = LockOut(rule: Self.rule)
    for _ in 0..<4 { _ = lockOut.admit("mara", at: start) }
    for index in 0..<1_000 { _ = lockOut.admit("name\(index)", at: start) }
    #expect(lockOut.admit("mara", at: start) != nil)
  }

  @Test("Failed sign-ins slow the next one down, under a known and an unknown name alike")
  func signIn() async throws {
    let desk = try await TestDesk.open()
    _ = try await desk.setUpSignedIn()
    for name in ["mara", "nobody-here"] {
      for attempt in 0..<5 {
        await expectRefusal(.signInRefused) {
          _ = try await desk.centre.signIn(
            SignIn(name: name, password: "wrong \(attempt)", address: "192.0.2.\(attempt)"))
        }
      }
      let right = SignIn(name: name, password: TestDesk.password, address: "192.0.2.9")
      let error = await expectRefusal(.signInDelayed) { _ = try await desk.centre.signIn(right) }
      #expect(error?.retryAt == desk.clock.now.adding(milliseconds: 5_000))
    }
    desk.clock.advance(seconds: 5)
    try await desk.signIn(.mara)
    await expectRefusal(.signInRefused) { try await desk.signIn(PersonName("nobody-here")!) }
  }

  @Test("One address that tries many names is slowed down, and success under one name does not free it")
  func address() async throws {
    let desk = try await TestDesk.open { $0.addressLockOut.freeFailures = 6 }
    _ = try await desk.setUpSignedIn()
    for index in 0..<7 {
      await expectRefusal(.signInRefused) { try await desk.signIn(PersonName("name\(index)")!) }
      if index < 6 { try await desk.signIn(.mara) }
    }
    await expectRefusal(.signInDelayed) { try await desk.signIn(.mara) }
    try await desk.signIn(.mara, address: "198.51.100.1")
  }

  @Test("Failures are recorded without what was typed, and a restart forgives nothing")
  func recorded() async throws {
    let desk = try await TestDesk.open()
    _ = try await desk.setUpSignedIn()
    for _ in 0..<5 { await expectRefusal(.signInRefused) { try await desk.signIn(.mara, "wrong") } }
    let typed = SignIn(name: "hunter2hunter2", password: "x", address: "192.0.2.1")
    await expectRefusal(.signInRefused) { _ = try await desk.centre.signIn(typed) }
    let failures = try desk.centre.ledger.entries(from: 1, limit: 1_000).filter { $0.kind == SignInFailed.kind }
    #expect(failures.count == 6)
    #expect(failures.prefix(5).allSatisfy { $0.subjects == [] || $0.aggregate == "person:mara" })
    #expect(
      !failures.contains { $0.parts.contains { String(decoding: $0.bytes ?? [], as: UTF8.self).contains("hunter") } })

    let again = try await desk.reopened()
    await expectRefusal(.signInDelayed) { try await again.signIn(.mara) }
    again.clock.advance(seconds: 6)
    try await again.signIn(.mara)
    let third = try await again.reopened()
    try await third.signIn(.mara)
  }

  @Test("A restart forgives an address nothing, and an hour does")
  func addressAfterRestart() async throws {
    let desk = try await TestDesk.open { $0.addressLockOut.freeFailures = 6 }
    _ = try await desk.setUpSignedIn()
    for index in 0..<7 {
      await expectRefusal(.signInRefused) { try await desk.signIn(PersonName("name\(index)")!) }
    }
    let again = try await desk.reopened()
    await expectRefusal(.signInDelayed) { try await again.signIn(.mara) }
    try await again.signIn(.mara, address: "198.51.100.1")
    again.clock.advance(seconds: 3_601)
    try await again.signIn(.mara)
    await expectRefusal(.signInRefused) { try await again.signIn(.mara, "wrong", address: "203.0.113.1") }
    #expect(try again.rows("SELECT address FROM sign_in_failure_address") == ["address=\"203.0.113.1\""])
  }

  @Test("Addresses of version 6 are counted by the half that their holder was given")
  func networks() {
    #expect(NetworkAddress.key(of: "192.0.2.7") == "192.0.2.7")
    #expect(NetworkAddress.key(of: "::ffff:192.0.2.7") == "192.0.2.7")
    #expect(NetworkAddress.key(of: "2001:db8:1:2:3:4:5:6") == "2001:db8:1:2::/64")
    #expect(NetworkAddress.key(of: "2001:db8:1:2::1") == NetworkAddress.key(of: "2001:db8:1:2:ffff::1"))
    #expect(NetworkAddress.key(of: "2001:db8:1:3::1") != NetworkAddress.key(of: "2001:db8:1:2::1"))
    #expect(NetworkAddress.key(of: "unknown") == "unknown" && NetworkAddress.key(of: "::x") == "::x")
  }

  @Test("A flood of failures cannot fill the ledger, and what went unrecorded is counted")
  func flooded() async throws {
    let desk = try await TestDesk.open { $0.failuresRecordedPerMinute = 10 }
    _ = try await desk.setUpSignedIn()
    for index in 0..<40 {
      await expectRefusal(.signInRefused) {
        try await desk.signIn(PersonName("name\(index)")!, address: "198.51.100.\(index)")
      }
    }
    desk.clock.advance(seconds: 60)
    await expectRefusal(.signInRefused) { try await desk.signIn(PersonName("one-more")!, address: "203.0.113.1") }
    let facts = try desk.centre.ledger.entries(from: 1, limit: 1_000).compactMap { try $0.fact(SignInFailed.self) }
    #expect(facts.count == 11)
    #expect(facts.last?.unrecorded == 30)
  }
}
