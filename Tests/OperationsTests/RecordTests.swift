import Geodesy
import Ledger
import Marking
import Testing

@testable import Operations

@Suite("The record")
struct RecordTests {
  @Test("Every entry has a line that says who, when, why and what, without what was written")
  func lines() async throws {
    let desk = try await TestDesk.open()
    let mara = try await desk.setUpSignedIn()
    _ = try await desk.centre.write(
      WriteLogEntry(text: "confidential words", subject: "235012345"), as: mara.session.acting)
    try await desk.centre.consult(Consultation(.track, subjects: ["track:235012345"]), as: mara.session.acting)
    let page = try await desk.centre.record(RecordQuery(limit: 200), as: mara.session.acting)
    let size = Int(desk.centre.ledger.head.size)
    #expect(page.acts.map(\.sequence) == (1...Int64(size)).reversed())
    let written = try #require(page.acts.first { $0.kind == "log.written" })
    #expect(written.actor == "mara" && written.agency == "coastguard" && written.purpose == "maritimeSafety")
    #expect(written.arguments == ["track": "235012345"] && written.subjects == ["track:235012345"])
    let consulted = try #require(page.acts.first { $0.kind == "consulted" })
    #expect(consulted.arguments == ["scope": "track", "shown": "track:235012345"])
    let signedIn = try #require(page.acts.first { $0.kind == "access.signedIn" })
    #expect(signedIn.arguments == ["person": "mara", "purpose": "maritimeSafety", "proof": "newPassword"])
    let all = page.acts.map { "\($0)" }.joined()
    for hidden in ["confidential", "Quill", "digest"] { #expect(!all.contains(hidden)) }
  }

  @Test("It can be asked by person, kind, beginning of a kind, subject, time, and as known")
  func filters() async throws {
    let desk = try await TestDesk.open()
    let mara = try await desk.setUpSignedIn().session.acting
    let tom = try await desk.add(.tom, roles: [.watchOfficer]).session.acting
    desk.clock.advance(seconds: 100)
    let start = desk.clock.now
    let entry = try await desk.centre.write(WriteLogEntry(text: "a", subject: "235012345"), as: tom)
    desk.clock.advance(seconds: 100)
    _ = try await desk.centre.correct(CorrectLogEntry(entry.sequence, text: "b"), as: tom)
    func kinds(_ query: RecordQuery) async throws -> [String] {
      try await desk.centre.record(query, as: mara).acts.map(\.kind)
    }
    #expect(try await kinds(RecordQuery(kind: "log.written")) == ["log.written"])
    #expect(try await kinds(RecordQuery(kind: "log.")) == ["log.corrected", "log.written"])
    #expect(try await kinds(RecordQuery(kind: "lo.")) == [])
    #expect(try await kinds(RecordQuery(actor: "tom", kind: "log.")) == ["log.corrected", "log.written"])
    #expect(try await kinds(RecordQuery(actor: "mara", kind: "log.")) == [])
    #expect(try await kinds(RecordQuery(subject: "track:235012345")) == ["log.corrected", "log.written"])
    #expect(try await kinds(RecordQuery(subject: "log:\(entry.sequence)")) == ["log.corrected"])
    #expect(try await kinds(RecordQuery(from: start)) == ["log.corrected", "log.written"])
    #expect(try await kinds(RecordQuery(from: start, to: desk.clock.now)) == ["log.written"])
    #expect(try await kinds(RecordQuery(asKnown: .sequence(entry.sequence), kind: "log.")) == ["log.written"])
    let first = try await desk.centre.record(RecordQuery(limit: 1, kind: "log."), as: mara)
    let second = try await desk.centre.record(RecordQuery(before: first.next, limit: 1, kind: "log."), as: mara)
    #expect((first.acts + second.acts).map(\.kind) == ["log.corrected", "log.written"])
    #expect(second.next == nil)
    for odd in [RecordQuery(kind: "."), RecordQuery(kind: ""), RecordQuery(before: .min, limit: .min)] {
      _ = try await kinds(odd)
    }
  }

  @Test("It takes the right to see it, but everyone may see what they did themselves")
  func permission() async throws {
    let desk = try await TestDesk.open()
    _ = try await desk.setUpSignedIn()
    let tom = try await desk.add(.tom, roles: [.watchOfficer]).session.acting
    await expectRefusal(.refused) { _ = try await desk.centre.record(RecordQuery(), as: tom) }
    await expectRefusal(.refused) { _ = try await desk.centre.record(RecordQuery(actor: "mara"), as: tom) }
    let own = try await desk.centre.record(RecordQuery(actor: "tom"), as: tom).acts
    #expect(own.contains { $0.kind == "access.refused" } && own.allSatisfy { $0.actor == "tom" })
    let officer = PersonName("ines")!
    let overseer = try await desk.add(officer, roles: [.dataProtectionOfficer]).session
    #expect(overseer.acting.purpose == .oversight)
    #expect(try await desk.centre.record(RecordQuery(), as: overseer.acting).acts.count > 5)
  }
}

@Suite("Refusals")
struct RefusalTests {
  @Test("A refused act is recorded with its reasons, and nothing of it is done")
  func recorded() async throws {
    let desk = try await TestDesk.open()
    let mara = try await desk.setUpSignedIn().session.acting
    let tom = try await desk.add(.tom, roles: [.statistician]).session.acting
    let error = await expectRefusal(.refused) {
      _ = try await desk.centre.write(WriteLogEntry(text: "no"), as: tom)
    }
    #expect(error?.reasons.contains("actNotGranted") == true)
    let last = try #require(try await desk.centre.record(RecordQuery(limit: 1), as: mara).acts.first)
    #expect(last.kind == "access.refused" && last.actor == "tom")
    #expect(last.arguments["act"] == "append" && last.arguments["object"] == "log")
    #expect(last.arguments["reasons"]?.contains("actNotGranted") == true)
  }

  @Test("Someone who tries in a loop cannot fill the ledger, and what went unrecorded is counted")
  func bounded() async throws {
    let desk = try await TestDesk.open { $0.refusalsRecordedPerHour = 5 }
    _ = try await desk.setUpSignedIn()
    let tom = try await desk.add(.tom, roles: [.statistician]).session.acting
    for _ in 0..<50 { await expectRefusal(.refused) { try await desk.centre.permit(.see, .log, as: tom) } }
    #expect(try desk.kinds().count { $0 == "access.refused" } == 5)
    desk.clock.advance(seconds: 3600)
    await expectRefusal(.refused) { try await desk.centre.permit(.see, .log, as: tom) }
    let facts = try desk.centre.ledger.entries(from: 1, limit: 1_000).compactMap { try $0.fact(Refused.self) }
    #expect(facts.map(\.unrecorded) == [0, 0, 0, 0, 0, 45])
  }

  @Test("The last administrator stays, whoever asks")
  func lastAdministrator() async throws {
    let desk = try await TestDesk.open()
    let mara = try await desk.setUpSignedIn().session.acting
    await expectRefusal(.conflict) { try await desk.centre.disable(DisablePerson(.mara), as: mara) }
    let change = ChangePerson(
      name: .mara, displayName: nil, agency: "coastguard", roles: [.watchOfficer],
      clearance: Clearance(classification: .official))
    await expectRefusal(.conflict) { try await desk.centre.change(change, as: mara) }
    _ = try await desk.add(.tom, roles: [.administrator])
    try await desk.centre.change(change, as: mara)
    await expectRefusal(.conflict) { try await desk.centre.disable(DisablePerson(.tom), as: desk.centre.console) }
  }
}
