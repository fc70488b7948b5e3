import Geodesy
import Ledger
import Marking
import Testing

@testable import Operations

@Suite("What a person on watch must hear of rescue")
struct RescueAlarmTests {
  private func watch() async throws -> (TestDesk, mara: Acting, ines: Acting, program: Acting) {
    let desk = try await TestDesk.open()
    let mara = try await desk.setUpSignedIn().session.acting
    let ines = try await desk.add(PersonName("ines")!, roles: [.watchOfficer]).session.acting
    return (desk, mara, ines, Acting(viewer: mara.viewer, purpose: mara.purpose, means: .token("1")))
  }

  private func kinds(_ desk: TestDesk, _ acting: Acting) async throws -> [RescueAlarm.Kind] {
    try await desk.centre.rescueAlarms(as: acting).map(\.kind)
  }

  @Test func aNewReportSoundsForEachUntilTheyHaveIt() async throws {
    let (desk, mara, ines, _) = try await watch()
    try await desk.centre.rescue(TakeContact(ContactStatement(.call), opens: .distress), as: mara)
    // Who took it down has it.
    #expect(try await kinds(desk, mara) == [])
    let alarms = try await desk.centre.rescueAlarms(as: ines)
    #expect(alarms.map(\.about) == ["LOCAL-R1"] && alarms.map(\.kind) == [.report])
    try await desk.centre.rescue(HearAlarms(alarms.map(\.key)), as: ines)
    #expect(try await kinds(desk, ines) == [])
    // Said twice it is written once.
    let size = desk.centre.ledger.head.size
    try await desk.centre.rescue(HearAlarms(alarms.map(\.key)), as: ines)
    #expect(desk.centre.ledger.head.size == size)
  }

  @Test func aReportThatAProgramHandsInIsReadByNobody() async throws {
    let (desk, mara, ines, program) = try await watch()
    try await desk.centre.rescue(TakeContact(ContactStatement(.device)), as: program)
    desk.clock.advance(seconds: 10)
    #expect(try await kinds(desk, mara) == [.report])
    desk.clock.advance(seconds: 200)
    #expect(try await kinds(desk, mara) == [.unread])
    #expect(try await kinds(desk, ines) == [.unread])
    #expect(try await desk.centre.rescueBook().unread(at: desk.centre.ledger.origin).count == 1)
    try await desk.centre.rescue(HearAlarms(["report:LOCAL-R1"]), as: mara)
    // Somebody has it now; for the other it is still a new report.
    #expect(try await kinds(desk, mara) == [])
    #expect(try await kinds(desk, ines) == [.report])
    #expect(try await desk.centre.rescueBook().unread(at: desk.centre.ledger.origin).isEmpty)
  }

  @Test func aPromisedCallThatDoesNotComeSoundsUntilItIsDealtWith() async throws {
    let (desk, mara, _, _) = try await watch()
    var statement = ContactStatement(.call)
    statement.nextCall = desk.clock.now.adding(milliseconds: 600_000)
    try await desk.centre.rescue(TakeContact(statement, opens: .alert), as: mara)
    #expect(try await kinds(desk, mara) == [])
    desk.clock.advance(seconds: 660)
    let overdue = try await desk.centre.rescueAlarms(as: mara)
    #expect(overdue.map(\.kind) == [.call])
    try await desk.centre.rescue(HearAlarms(overdue.map(\.key)), as: mara)
    #expect(try await kinds(desk, mara) == [])
    // Another promise is another alarm.
    let next = desk.clock.now.adding(milliseconds: 60_000)
    try await desk.centre.rescue(RecordCall("LOCAL-R1", outcome: "noAnswer", next: next), as: mara)
    desk.clock.advance(seconds: 120)
    #expect(try await kinds(desk, mara) == [.call])
  }

  @Test func aReportFromTheOtherCentreIsUnreadHere() {
    var maker = FactMaker()
    let book = RescueBook([maker.report("GRI-R1", people: nil, incident: nil, at: 0, centre: "GRIS-NEZ")])
    let here = RescueBook.Listener(ledger: "DOVER", person: "mara")
    let there = RescueBook.Listener(ledger: "GRIS-NEZ", person: "mara")
    let later = Instant(millisecondsSince1970: 1_637_719_200_000 + 240_000)
    #expect(book.alarms(for: here, now: later).map(\.kind) == [.unread])
    #expect(book.alarms(for: there, now: later).isEmpty)
  }

  @Test func keysThatNoDeskGivesAreRefused() async throws {
    let (desk, mara, _, _) = try await watch()
    for keys in [[""], ["a b"], [String(repeating: "x", count: 500)], Array(repeating: "x", count: 500)] {
      await #expect(throws: OperationsError.self) { try await desk.centre.rescue(HearAlarms(keys), as: mara) }
    }
  }
}
