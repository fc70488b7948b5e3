import Testing

@testable import Operations

@Suite("Passwords")
struct PasswordTests {
  @Test("The vector of RFC 7914, section 12, for N = 1024, r = 8, p = 16")
  func vector() throws {
    let hash = try PasswordHash.make(
      "password", cost: PasswordCost(rounds: 1024, blockSize: 8, parallelism: 16), salt: Array("NaCl".utf8))
    // The vector has 64 bytes; scrypt's last step gives the same first 32 when only 32 are asked for.
    #expect(hexadecimal(hash.hash) == "fdbabe1c9d3472007856e7190d01e9fe7c6ad7cbc8237830e77376634b373162")
  }

  @Test("The cost that is used outside tests works and is not cheap")
  func standardCost() throws {
    let cost = PasswordCost.standard
    #expect(cost.rounds >= 1 << 15 && cost.blockSize >= 8)
    let hash = try PasswordHash.make("correct horse", cost: cost, salt: SeededBytes(seed: 3).bytes(16))
    #expect(try hash.matches("correct horse"))
    #expect(try !hash.matches("correct horsf"))
  }

  @Test("Characters that look alike are the same password")
  func normalised() throws {
    let hash = try PasswordHash.make("caf\u{E9} ﬁn", cost: TestDesk.quickCost, salt: [1, 2, 3])
    #expect(try hash.matches("cafe\u{301} fin"))
  }

  @Test(
    "What is obvious is refused",
    arguments: [
      ("short", "password-too-short"), ("aaaaaaaaaaaaaaaa", "password-too-uniform"),
      ("121212121212121212", "password-too-uniform"), ("passwordpassword", "password-obvious"),
      ("P4$$w0rd12345678", "password-obvious"), ("qwertyuiopasdfgh", "password-obvious"),
      ("MaraQuill2026!!!", "password-obvious"), ("coastguard-dover", "password-obvious"),
      ("abcdefghijklmnop", "password-obvious"), ("1234567890123456", "password-obvious"),
      ("Welcome2Foreland", "password-obvious"), (String(repeating: "xK9#", count: 80), "password-too-long"),
    ])
  func refused(password: String, reason: String) {
    let breaches = PasswordRules.breaches(password, context: ["mara", "Mara Quill", "coastguard", "Dover"])
    #expect(breaches.map(\.rawValue) == [reason])
  }

  @Test(
    "What is long and unlikely is accepted, whatever classes of characters it has",
    arguments: [
      "correct horse battery staple", "vier Möwen im Regen", "tr0mb0ne-lantern-7", "北海の灯台は今夜も静かです", "kjq8w-hzt1x-mvd0p",
    ])
  func accepted(password: String) {
    #expect(PasswordRules.breaches(password, context: ["mara", "coastguard"]) == [])
  }

  @Test("No length of input traps")
  func anyLength() {
    for length in [0, 1, 2, 3, 4, 5, 6, 11, 12, 13, 255, 256, 257, 100_000] {
      let text = String(String(repeating: "aQ7-rt5Zp", count: length / 9 + 1).prefix(length))
      let isRefused = !PasswordRules.breaches(text, context: ["", " ", "é"]).isEmpty
      if length < 12 || length > 256 { #expect(isRefused) }
    }
  }

  @Test("Too many at once are turned away, and the others are served")
  func worker() async throws {
    let worker = PasswordWorker(limit: 4)
    let outcomes = await withTaskGroup(of: Bool.self) { group in
      for _ in 0..<50 {
        group.addTask {
          (try? await worker.run {
            try PasswordHash.make("x", cost: .init(rounds: 1 << 12, blockSize: 8, parallelism: 1), salt: [1])
          })
            != nil
        }
      }
      return await group.reduce(into: []) { $0.append($1) }
    }
    let served = outcomes.count { $0 }
    #expect(served >= 4)
    #expect(served < 50)
    #expect(try await worker.run { 7 } == 7)
  }
}
