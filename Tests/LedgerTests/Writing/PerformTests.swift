import Foundation
import GRDB
import Testing

@testable import Ledger

@Suite("Commands")
struct PerformTests {
  struct Rule: Error, Equatable {}

  let folder: TestFolder
  let ledger: Ledger

  init() throws {
    folder = try TestFolder()
    ledger = try Ledger.sample(folder)
  }

  @Test func anEntryIsReadAsItWasDrafted() async throws {
    let receipt = try await ledger.perform(.sample()) { _ in
      [.note("first", subjects: ["person-9"]), .note("second"), .note("other", aggregate: "log-2")]
    }
    #expect(
      receipt
        == AppendReceipt(firstSequence: 1, lastSequence: 3, recordedMilliseconds: 1_790_000_000_000, repeated: false))
    let entries = try ledger.entries(from: 1, limit: 10)
    #expect(entries.map(\.sequence) == [1, 2, 3])
    #expect(entries.map(\.version) == [1, 2, 1])
    #expect(entries[0].part("text") == [UInt8]("first".utf8))
    #expect(entries[0].subjects == ["person-9"])
    #expect(entries[0].parts.first?.subjects == ["person-9"])
    #expect(entries[1].actor == "person-1")
    #expect(entries[1].aboutMilliseconds == 1_789_999_000_000)
    #expect(try ledger.entry(3)?.aggregate == "log-2")
    #expect(try ledger.entry(4) == nil)
    #expect(try ledger.version(of: "log-1") == 2)
    #expect(ledger.head.size == 3)
    #expect(try ledger.reader.head() == ledger.head)
  }

  @Test func sealedBytesHoldNoPlainPayload() async throws {
    try await ledger.write(.note("a very particular sentence"))
    let sealed = try #require(try ledger.reader.sealedBytes(1))
    #expect(Data(sealed).range(of: Data("particular".utf8)) == nil)
    #expect(Data(sealed).range(of: Data("OFFICIAL".utf8)) != nil)
  }

  @Test func aRuleSeesEveryEntryBeforeIt() async throws {
    try await ledger.write(.note("first"))
    try await ledger.write(.note("second"))
    let receipt = try await ledger.perform(.sample()) { db in
      [.note(try NoteView.texts(db).joined(separator: "+") + "+third")]
    }
    #expect(receipt.firstSequence == 3)
    #expect(try ledger.reader.read { try NoteView.texts($0) } == ["second+third"])
  }

  @Test func whatARuleThrowsReachesItsCallerAsItIs() async throws {
    await #expect(throws: Rule()) { try await ledger.perform(.sample()) { _ in throw Rule() } }
    #expect(ledger.head.size == 0)
  }

  @Test func aStaleViewIsAConflictThatSaysWhichAndWhat() async throws {
    try await ledger.write(.note("first"))
    try await ledger.write(.note("second"))
    let error = await #expect(throws: LedgerError.self) {
      try await ledger.perform(.sample(expecting: ["log-1": 1])) { _ in [.note("third")] }
    }
    #expect(error?.code == .conflict)
    #expect(error?.conflict == LedgerError.Conflict(aggregate: "log-1", expectedVersion: 1, actualVersion: 2))
    let fresh = await #expect(throws: LedgerError.self) {
      try await ledger.perform(.sample(expecting: ["log-1": 0])) { _ in [.note("third")] }
    }
    #expect(fresh?.conflict?.actualVersion == 2)
    _ = try await ledger.perform(.sample(expecting: ["log-1": 2, "log-9": 0])) { _ in [.note("third")] }
    #expect(try ledger.version(of: "log-1") == 3)
  }

  @Test func aRepeatedCommandIsOneCommandEvenAfterReopening() async throws {
    let first = try await ledger.write(.note("one"), .note("two"), key: "key-1")
    let second = try await ledger.write(.note("three"), key: "key-1")
    #expect(!first.repeated)
    #expect(second.repeated)
    #expect(second.firstSequence == 1 && second.lastSequence == 2)
    #expect(second.recordedMilliseconds == first.recordedMilliseconds)
    try ledger.close()
    let reopened = try Ledger.sample(folder)
    // A repetition is answered before its expectations are looked at: they were met the first time.
    let third = try await reopened.perform(.sample(key: "key-1", expecting: ["log-1": 0])) { _ in [.note("four")] }
    #expect(third.repeated && third.firstSequence == 1)
    #expect(reopened.head.size == 2)
    var other = CommandContext.sample(key: "key-1")
    other.actor = "person-2"
    #expect(try await reopened.perform(other) { _ in [.note("five")] }.repeated == false)
  }

  @Test func aCommandThatFailsInAGroupFailsAlone() async throws {
    let limit = 60
    let outcomes = await withTaskGroup(of: (Int, Bool).self) { group in
      for number in 0..<limit {
        group.addTask { [ledger] in
          do {
            _ = try await ledger.perform(.sample()) { _ in
              if number % 3 == 0 { throw Rule() }
              let kind = number % 3 == 1 ? "note.refused" : "note.written"
              return [.note("\(number)", aggregate: "a-\(number)"), .note("x", aggregate: "b-\(number)", kind: kind)]
            }
            return (number, true)
          } catch {
            return (number, false)
          }
        }
      }
      return await group.reduce(into: [Int: Bool]()) { $0[$1.0] = $1.1 }
    }
    for number in 0..<limit { #expect(outcomes[number] == (number % 3 == 2)) }
    #expect(ledger.head.size == Int64(limit / 3 * 2))
    #expect(try ledger.reader.read { try NoteView.count($0) } == limit / 3 * 2)
    #expect(try ledger.reader.verify().isSound)
    #expect(try ledger.version(of: "a-1") == 0)
  }

  @Test func aRuleMayNotWrite() async throws {
    let error = await #expect(throws: LedgerError.self) {
      try await ledger.perform(.sample()) { db in
        try db.execute(sql: "UPDATE note_count SET entries = 77")
        return [.note("x")]
      }
    }
    #expect(error?.code == .invalid)
    #expect(try ledger.reader.read { try NoteView.count($0) } == 0)
  }

  @Test func aCommandMayDecideOnNothing() async throws {
    try await ledger.write(.note("x"))
    let receipt = try await ledger.perform(.sample(key: "nothing")) { _ in [] }
    #expect(receipt.firstSequence == 2 && receipt.lastSequence == 1)
    #expect(ledger.head.size == 1)
  }

  @Test func aClockThatStepsBackIsNoted() async throws {
    let clock = TestClock(1000)
    let folder = try TestFolder()
    let ledger = try Ledger.sample(folder, environment: clock.environment)
    try await ledger.write(.note("a"))
    clock.move(by: -400)
    try await ledger.write(.note("b"))
    clock.move(by: 100)
    try await ledger.write(.note("c"))
    let entries = try ledger.entries(from: 1, limit: 9)
    #expect(entries.map(\.recordedMilliseconds) == [1000, 600, 700])
    #expect(entries.map(\.clockStepped) == [false, true, false])
    #expect(try ledger.sequence(knownAtMilliseconds: 650) == 2)
    #expect(try ledger.reader.verify().isSound)
  }

  @Test func whatCannotBeAcceptedIsRefused() async throws {
    let long = String(repeating: "a", count: 1025)
    let drafts: [EntryDraft] = [
      .note("x", aggregate: ""), .note("x", aggregate: "a\0b"), .note("x", aggregate: "é"), .note("x", aggregate: long),
      .note("x", kind: "ledger.erased"), .note("x", subjects: ["s", "s"]), .note("x", subjects: [""]),
      EntryDraft(
        kind: "k", aggregate: "a", aboutMilliseconds: 0, marking: "m",
        parts: [PayloadPart(name: "p", bytes: []), PayloadPart(name: "p", bytes: [])]),
      EntryDraft(
        kind: "k", aggregate: "a", aboutMilliseconds: 0, marking: "m",
        parts: [PayloadPart(name: "p", bytes: [UInt8](repeating: 0, count: 4_194_305))]),
    ]
    for draft in drafts {
      let error = await #expect(throws: LedgerError.self) { try await ledger.write(draft) }
      #expect(error?.code == .invalid || error?.code == .limit)
    }
    #expect(ledger.head.size == 0)
    let nobody = CommandContext(actor: "", agency: "a", purpose: "p")
    await #expect(throws: LedgerError.self) { try await ledger.perform(nobody) { _ in [.note("x")] } }
  }

  @Test func followersHearOfEveryCommitInOrder() async throws {
    let stream = ledger.commits()
    try await ledger.write(.note("a"), .note("b"))
    try await ledger.write(.note("c"))
    try ledger.close()
    var heard: [CommittedRange] = []
    for await range in stream { heard.append(range) }
    #expect(
      heard == [CommittedRange(firstSequence: 1, lastSequence: 2), CommittedRange(firstSequence: 3, lastSequence: 3)])
    for await _ in ledger.commits() { Issue.record("A closed ledger has no commits.") }
  }

  @Test func aClosedLedgerSaysSo() async throws {
    try ledger.close()
    let error = await #expect(throws: LedgerError.self) { try await ledger.write(.note("x")) }
    #expect(error?.code == .closed)
    let reading = #expect(throws: LedgerError.self) { try ledger.entries(from: 1, limit: 1) }
    #expect(reading?.code == .closed)
  }
}
