import Foundation
import GRDB
import Ledger
import Marking
import Testing

@testable import Operations

@Suite("Views")
struct ViewTests {
  private static let tables = [
    "centre", "agency", "person", "credential", "spent_code", "one_time_secret", "sign_in_failure", "session",
    "token", "log", "record",
  ]

  /// A night in which everything happens once.
  private func night() async throws -> TestDesk {
    let desk = try await TestDesk.open()
    let mara = try await desk.setUpSignedIn()
    let tom = try await desk.add(.tom, roles: [.watchOfficer])
    let entry = try await desk.centre.write(
      WriteLogEntry(text: "boat at the Varne", subject: "235012345"), as: tom.session.acting)
    _ = try await desk.centre.correct(CorrectLogEntry(entry.sequence, text: "no boat"), as: tom.session.acting)
    try await desk.centre.consult(Consultation(.picture), as: tom.session.acting)
    await expectRefusal(.signInRefused) { try await desk.signIn(.tom, "wrong") }
    await expectRefusal(.refused) { _ = try await desk.centre.people(as: tom.session.acting) }
    let token = try await desk.centre.issue(
      IssueToken(person: .mara, label: "script", scopes: [.read]), as: mara.session.acting)
    _ = try await desk.centre.bearer(token.text)
    let offer = try await desk.centre.offerSecondFactor(session: mara.token)
    let secret = try #require(Base32.standard.decode(offer.secret))
    let code = TimeCode.code(secret, step: TimeCode.step(at: desk.clock.now))
    try await desk.centre.confirmSecondFactor(code: code, session: mara.token)
    _ = try await desk.centre.state(.borderSecurity, session: mara.token)
    try await desk.centre.change(
      ChangePerson(
        name: .tom, displayName: "Tom Reed", agency: "coastguard", roles: [.analyst],
        clearance: Clearance(classification: .secret, compartments: ["HERON"])), as: mara.session.acting)
    try await desk.centre.disable(DisablePerson(.tom), as: mara.session.acting)
    try await desk.centre.enable(EnablePerson(.tom), as: mara.session.acting)
    _ = try await desk.centre.reset(ResetPerson(.tom, removesSecondFactor: true), as: mara.session.acting)
    try await desk.centre.revoke(RevokeToken(token.token.id), as: mara.session.acting)
    var settings = desk.centre.settings
    settings.name = "Dover Strait"
    try await desk.centre.change(ChangeSettings(settings), as: mara.session.acting)
    try await desk.centre.signOut(token: mara.token)
    await expectRefusal(.signInRefused) { try await desk.signIn(.mara, "wrong") }
    return desk
  }

  @Test("Rebuilding every view gives equal tables")
  func rebuild() async throws {
    let desk = try await night()
    let order =
      Self.tables.map { "SELECT rowid, * FROM \($0) ORDER BY 1" } + [
        "SELECT rowid, * FROM log_words ORDER BY 1", "SELECT * FROM record_subject ORDER BY 1, 2",
      ]
    let before = try order.map { try desk.rows($0) }
    #expect(before.allSatisfy { !$0.isEmpty }, "a table that holds nothing proves nothing")
    try await desk.centre.ledger.rebuild()
    let after = try order.map { try desk.rows($0) }
    for (index, table) in zip(order.indices, order) { #expect(before[index] == after[index], "\(table)") }
  }

  @Test("People are known as they were, and later changes leave the past alone")
  func asKnown() async throws {
    let desk = try await night()
    let entries = try desk.centre.ledger.entries(from: 1, limit: 1_000)
    func sequence(_ kind: String) throws -> Int64 { try #require(entries.first { $0.kind == kind }).sequence }
    func tom(_ sequence: Int64) async throws -> Person? {
      try await desk.centre.people(as: desk.centre.console, asKnown: .sequence(sequence)).first { $0.name == .tom }
    }
    let changed = try sequence("person.changed")
    #expect(try await tom(changed - 1)?.roles == [.watchOfficer])
    #expect(try await tom(changed)?.roles == [.analyst])
    #expect(try await tom(changed)?.clearance.compartments == ["HERON"])
    #expect(try await tom(try sequence("person.disabled"))?.state == .disabled)
    #expect(try await tom(try sequence("person.enabled"))?.state == .active)
    #expect(try await tom(try sequence("person.enabled"))?.hasPassword == true)
    #expect(try await tom(try sequence("person.reset"))?.hasPassword == false)
    #expect(try await tom(1) == nil)
  }

  @Test("Every kind of entry has its sentence in the record, and the ledger verifies")
  func sentences() async throws {
    let desk = try await night()
    let overseer = try await desk.add(PersonName("ines")!, roles: [.dataProtectionOfficer]).session.acting
    let silent = try await desk.centre.record(RecordQuery(limit: 200), as: overseer).acts
      .filter { $0.arguments.isEmpty }
    #expect(silent.map(\.kind) == [])
    let report = try LedgerReader.open(desk.location).verify()
    #expect(report.isSound, "\(report)")
  }

  @Test("Erasing a person takes the name away and the sign-in with it; the record keeps who did what")
  func erasure() async throws {
    let desk = try await TestDesk.open()
    let mara = try await desk.setUpSignedIn()
    let overseer = try await desk.add(PersonName("ines")!, roles: [.dataProtectionOfficer]).session.acting
    #expect(try await desk.centre.person(.mara, as: mara.session.acting).displayName == "Mara Quill")
    _ = try await desk.centre.ledger.erase(
      subject: "person:mara", marking: "OFFICIAL",
      context: CommandContext(actor: "console", agency: "coastguard", purpose: "oversight"))
    for _ in 0..<2 {
      #expect(try await desk.centre.person(.mara, as: desk.centre.console).displayName == nil)
      await expectRefusal(.signInRefused) { try await desk.signIn(.mara) }
      #expect(try await desk.centre.record(RecordQuery(actor: "mara"), as: overseer).acts.count > 0)
      #expect(try desk.rows("SELECT * FROM person").allSatisfy { !$0.contains("Quill") })
      try await desk.centre.ledger.rebuild()
    }
  }

  @Test("A command that is decided on a view of the same instant makes one person, not two")
  func race() async throws {
    let desk = try await TestDesk.open()
    _ = try await desk.setUpSignedIn()
    let command = AddPerson(name: .tom, agency: "coastguard", roles: [.analyst])
    let added = await withTaskGroup(of: Bool.self) { group in
      for _ in 0..<8 { group.addTask { (try? await desk.centre.add(command, as: desk.centre.console)) != nil } }
      return await group.reduce(0) { $0 + ($1 ? 1 : 0) }
    }
    #expect(added == 1)
  }
}
