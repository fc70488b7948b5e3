import Geodesy
import Ledger
import Marking
import Testing

@testable import Operations

@Suite("Consultations")
struct ConsultationTests {
  private func count(_ desk: TestDesk) throws -> Int { try desk.kinds().count { $0 == "consulted" } }

  @Test("The same is recorded once a session and hour, and something else again")
  func once() async throws {
    let desk = try await TestDesk.open()
    let mara = try await desk.setUpSignedIn().session.acting
    let other = try await desk.signIn(.mara).session.acting
    for _ in 0..<20 { try await desk.centre.consult(Consultation(.picture), as: mara) }
    #expect(try count(desk) == 1)
    try await desk.centre.consult(Consultation(.track, subjects: ["track:1"]), as: mara)
    try await desk.centre.consult(Consultation(.track, subjects: ["track:2"]), as: mara)
    try await desk.centre.consult(Consultation(.track, subjects: ["track:1"]), as: mara)
    #expect(try count(desk) == 3)
    try await desk.centre.consult(Consultation(.picture), as: other)
    #expect(try count(desk) == 4)
    desk.clock.advance(seconds: 3600)
    try await desk.centre.consult(Consultation(.picture), as: mara)
    #expect(try count(desk) == 5)
  }

  @Test("A slider that is dragged through the past is recorded by ten minutes")
  func slider() async throws {
    let desk = try await TestDesk.open()
    let mara = try await desk.setUpSignedIn().session.acting
    let hour = Instant(millisecondsSince1970: 1_637_712_000_000)
    for second in 0..<1_200 {
      let asOf = hour.adding(milliseconds: Int64(second) * 1000)
      try await desk.centre.consult(Consultation(.pictureAt, asOf: asOf), as: mara)
    }
    #expect(try count(desk) == 2)
  }

  @Test("Many at once make one entry, and each returns only when it is durable")
  func concurrent() async throws {
    let desk = try await TestDesk.open()
    let mara = try await desk.setUpSignedIn().session.acting
    try await withThrowingTaskGroup(of: Void.self) { group in
      for _ in 0..<100 {
        group.addTask {
          try await desk.centre.consult(Consultation(.log), as: mara)
          let count = try self.count(desk)
          #expect(count == 1)
        }
      }
      try await group.waitForAll()
    }
  }

  @Test("Whoever may not look is refused before anything is shown, and that is recorded")
  func refused() async throws {
    let desk = try await TestDesk.open()
    _ = try await desk.setUpSignedIn()
    let tom = try await desk.add(.tom, roles: [.engineer]).session.acting
    for scope in Consultation.Scope.allCases {
      await expectRefusal(.refused) { try await desk.centre.consult(Consultation(scope), as: tom) }
    }
    #expect(try count(desk) == 0)
    #expect(try desk.kinds().count { $0 == "access.refused" } == Consultation.Scope.allCases.count)
  }

  @Test("Looking at everything one by one is stopped by a named limit")
  func limit() async throws {
    let desk = try await TestDesk.open { $0.consultationsPerHour = 10 }
    let mara = try await desk.setUpSignedIn().session.acting
    for index in 0..<10 {
      try await desk.centre.consult(Consultation(.track, subjects: ["track:\(index)"]), as: mara)
    }
    await expectRefusal(.limit) {
      try await desk.centre.consult(Consultation(.track, subjects: ["track:10"]), as: mara)
    }
    try await desk.centre.consult(Consultation(.track, subjects: ["track:3"]), as: mara)
    let subjects = (0..<501).map { "track:\($0)" }
    await expectRefusal(.limit) { try await desk.centre.consult(Consultation(.search, subjects: subjects), as: mara) }
  }

  @Test("What was asked stays out of the record's line and can be opened in the entry")
  func question() async throws {
    let desk = try await TestDesk.open()
    let mara = try await desk.setUpSignedIn().session.acting
    try await desk.centre.consult(Consultation(.search, subjects: ["track:1"], question: "anna lee"), as: mara)
    let entry = try #require(try desk.centre.ledger.entries(from: 1, limit: 100).last)
    #expect(entry.text(PartName.text) == "anna lee")
    let line = try #require(try await desk.centre.record(RecordQuery(limit: 1), as: mara).acts.first)
    #expect(!"\(line)".contains("anna"))
  }

  @Test("What waits for room keeps to its limit, and what found no place is counted")
  func late() async throws {
    let desk = try await TestDesk.open()
    let acting = try await desk.setUpSignedIn().session.acting
    let fact = Consulted(scope: .log, means: acting.means.text, shown: [], hasQuestion: false)
    let draft = try EntryDraft(fact, about: desk.clock.now, marking: .official)
    var late = LateConsultations(limit: 2)
    for _ in 0..<5 { late.add(.init(acting: acting, draft: draft)) }
    #expect(late.waiting.map(\.number) == [1, 2])
    #expect(late.lost == 3)
    late.remove(1)
    late.add(.init(acting: acting, draft: draft))
    #expect(late.waiting.map(\.number) == [2, 3])
    #expect(late.lost == 3)
  }
}
