import Geodesy
import Ledger
import Marking
import Rescue
import Testing

@testable import Operations

@Suite struct IncidentRulesTests {
  private func statement(_ people: Int?, _ channel: ContactStatement.Channel = .call) -> ContactStatement {
    var statement = ContactStatement(channel)
    (statement.least, statement.most) = (people, people)
    return statement
  }

  private func watch() async throws -> (TestDesk, mara: Acting, senior: Acting) {
    let desk = try await TestDesk.open()
    let mara = try await desk.setUpSignedIn().session.acting
    let senior = try await desk.add(PersonName("ines")!, roles: [.seniorOfficer]).session.acting
    return (desk, mara, senior)
  }

  @Test func anEmptyReportIsSaved() async throws {
    let (desk, mara, _) = try await watch()
    let names = try await desk.centre.rescue(TakeContact(ContactStatement(.call)), as: mara)
    #expect(names == ["LOCAL-R1"])
    #expect(try await desk.centre.rescueSummary().untied == 1)
  }

  @Test func aBoatIsClosedOnlyWhenTheSumHolds() async throws {
    let (desk, mara, senior) = try await watch()
    let names = try await desk.centre.rescue(TakeContact(statement(33), opens: .distress), as: mara)
    let incident = try #require(names.first)
    #expect(names == ["LOCAL-1", "LOCAL-R1"])
    await #expect(throws: OperationsError.self) {
      try await desk.centre.rescue(CloseIncident(incident, reason: "looks the same as another"), as: mara)
    }
    try await desk.centre.rescue(CountPeople(incident, .recovered, people: 29, asset: "RNLI 17-31"), as: mara)
    for officer in [mara, senior] {
      await #expect(throws: OperationsError.self) {
        try await desk.centre.rescue(CloseIncident(incident, reason: "calls have stopped"), as: officer)
      }
    }
    await #expect(throws: OperationsError.self) {
      try await desk.centre.rescue(
        CloseIncident(incident, reason: "over", seen: ["more:LOCAL-R1:4-4"], overrides: true), as: mara)
    }
    // A senior officer who has not had every conflict on the screen is refused as well.
    await #expect(throws: OperationsError.self) {
      try await desk.centre.rescue(CloseIncident(incident, reason: "over", overrides: true), as: senior)
    }
    #expect(try await desk.centre.rescueSummary().most == 4)
    try await desk.centre.rescue(CountPeople(incident, .dead, people: 4, asset: "RNLI 17-31"), as: mara)
    try await desk.centre.rescue(CloseIncident(incident, reason: "all 33 found"), as: mara)
    let summary = try await desk.centre.rescueSummary()
    #expect(summary.isZero)
    let boat = try #require(try await desk.centre.rescueBook().boat(of: incident))
    #expect(boat.closure?.overrides == false && boat.closure?.reason == "all 33 found")
  }

  @Test func aSeniorOfficerClosesInTheirOwnNameWithEveryConflictListed() async throws {
    let (desk, mara, senior) = try await watch()
    let incident = try #require(
      try await desk.centre.rescue(TakeContact(statement(33), opens: .distress), as: mara).first)
    let boat = try #require(try await desk.centre.rescueBook().boat(of: incident))
    let close = CloseIncident(
      incident, reason: "search ended", seen: Set(boat.openMatters.map(\.key)), overrides: true)
    try await desk.centre.rescue(close, as: senior)
    let closed = try #require(try await desk.centre.rescueBook().boat(of: incident)?.closure)
    #expect(closed.by == "ines" && closed.overrides && closed.conflicts == ["more:LOCAL-R1:33-33"])
    // Whoever is reported afterwards opens it again.
    try await desk.centre.rescue(TakeContact(statement(nil), incident: incident), as: mara)
    #expect(try await desk.centre.rescueSummary().openBoats == 1)
  }

  @Test func theWallIsOpenForOneStatedItemOnly() async throws {
    let (desk, mara, senior) = try await watch()
    let analyst = try await desk.add(PersonName("noor")!, roles: [.intelligenceOfficer]).session.acting
    let asking = Acting(viewer: analyst.viewer, purpose: .investigation, means: analyst.means)
    for phone in ["+33612345678", "+33687654321"] {
      try await desk.centre.rescue(TakeContact(statement(20), words: ContactWords(phone: phone)), as: mara)
    }
    await #expect(throws: OperationsError.self) { _ = try await desk.centre.rescue(as: asking) }
    await #expect(throws: OperationsError.self) {
      _ = try await desk.centre.contactUnderDecision("LOCAL-R1", as: asking)
    }
    await #expect(throws: OperationsError.self) {
      try await desk.centre.open(DecideReuse("LOCAL-R1", legalBasis: "curiosity"), as: mara)
    }
    try await desk.centre.open(DecideReuse("LOCAL-R1", legalBasis: "Warrant 17/2026"), as: senior)
    #expect(try await desk.centre.contactUnderDecision("LOCAL-R1", as: asking).words?.phone == "+33612345678")
    await #expect(throws: OperationsError.self) {
      _ = try await desk.centre.contactUnderDecision("LOCAL-R2", as: asking)
    }
    #expect(try desk.kinds().filter { $0 == "wall.opened" || $0 == "access.refused" }.count >= 4)
  }

  @Test func statisticiansSeeNoWords() async throws {
    let (desk, mara, _) = try await watch()
    try await desk.centre.rescue(
      TakeContact(statement(20), words: ContactWords(phone: "+33612345678", text: "we sink")), as: mara)
    let counter = try await desk.add(PersonName("stat")!, roles: [.statistician]).session.acting
    let asking = Acting(viewer: counter.viewer, purpose: .statistics, means: counter.means)
    let book = try await desk.centre.rescue(as: asking)
    #expect(book.contacts["LOCAL-R1"]?.statement.least == 20 && book.contacts["LOCAL-R1"]?.words == nil)
  }

  @Test func whatWasKnownAtAMomentIsAQuestion() async throws {
    let (desk, mara, _) = try await watch()
    try await desk.centre.rescue(TakeContact(statement(33), opens: .distress), as: mara)
    let then = try await desk.centre.ledger.read { db in
      try RescueFact.read(in: db).map(\.origin.sequence).max() ?? 0
    }
    try await desk.centre.rescue(CountPeople("LOCAL-1", .recovered, people: 33, asset: "LB"), as: mara)
    #expect(try await desk.centre.rescueSummary(.sequence(then)).most == 33)
    #expect(try await desk.centre.rescueSummary().most == 0)
    let boats = try await desk.centre.rescueBook().boats
    #expect(try await desk.reopened().centre.rescueBook().boats == boats)
  }

  @Test func aCallersWordsCanBeErasedAndTheReckoningStands() async throws {
    let (desk, mara, _) = try await watch()
    try await desk.centre.rescue(
      TakeContact(statement(33), words: ContactWords(phone: "+33612345678", text: "help"), opens: .distress), as: mara)
    let officer = try await desk.add(PersonName("dara")!, roles: [.dataProtectionOfficer])
    #expect(officer.session.acting.viewer.name == "dara")
    let order = EraseSubject("contact:LOCAL-R1", officer: PersonName("dara")!, reason: "request 12 of the caller")
    _ = try await desk.centre.erase(order, from: nil)
    let contact = try #require(try await desk.centre.rescueBook().contacts["LOCAL-R1"])
    #expect(contact.words == nil && contact.statement.least == 33)
    #expect(try await desk.centre.rescueSummary().most == 33)
  }

  @Test func coordinationPassesOnlyWhenTheOtherCentreAccepts() async throws {
    let (desk, mara, _) = try await watch()
    try await desk.centre.rescue(TakeContact(statement(33), opens: .distress), as: mara)
    try await desk.centre.rescue(MoveTransfer("LOCAL-1", .offered, to: "GRISNEZ"), as: mara)
    let offered = try #require(try await desk.centre.rescueBook().incidents["LOCAL-1"])
    #expect(offered.centre == "LOCAL" && offered.offeredTo == "GRISNEZ")
    await #expect(throws: OperationsError.self) {
      try await desk.centre.rescue(MoveTransfer("LOCAL-1", .accepted), as: mara)
    }
    try await desk.centre.rescue(MoveTransfer("LOCAL-1", .withdrawn), as: mara)
    #expect(try await desk.centre.rescueBook().incidents["LOCAL-1"]?.offeredTo == nil)
  }

  @Test func rubbishIsRefusedInWords() async throws {
    let (desk, mara, _) = try await watch()
    try await desk.centre.rescue(TakeContact(statement(33), opens: .distress), as: mara)
    var far = ContactStatement(.pin)
    far.place = ContactStatement.Place(latitude: .nan, longitude: 1e300)
    var crowd = ContactStatement(.call)
    crowd.most = .max
    for wrong in [far, crowd] {
      await #expect(throws: OperationsError.self) { try await desk.centre.rescue(TakeContact(wrong), as: mara) }
    }
    await #expect(throws: OperationsError.self) {
      try await desk.centre.rescue(CountPeople("LOCAL-1", .recovered, people: -4), as: mara)
    }
    await #expect(throws: OperationsError.self) {
      try await desk.centre.rescue(JoinIncidents("LOCAL-1", "LOCAL-1", reason: "same"), as: mara)
    }
    await #expect(throws: OperationsError.self) {
      try await desk.centre.rescue(NoteIncident("LOCAL-9", text: "x"), as: mara)
    }
  }
}
