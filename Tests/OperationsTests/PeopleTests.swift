import Ledger
import Marking
import Testing

@testable import Operations

@Suite("People")
struct PeopleTests {
  @Test(
    "Names of people as typed",
    arguments: [
      ("mara", "mara"), (" Mara.Quill ", "mara.quill"), ("m1", "m1"), ("a_b-c.d", "a_b-c.d"), ("m", nil), ("", nil),
      ("1mara", nil), ("mara quill", nil), ("mära", nil), ("mara\0", nil), (".mara", nil),
      (String(repeating: "a", count: 64), String(repeating: "a", count: 64)), (String(repeating: "a", count: 65), nil),
    ] as [(String, String?)])
  func names(typed: String, name: String?) {
    #expect(PersonName(typed)?.text == name)
  }

  @Test("Roles, clearances and agencies as typed")
  func words() {
    #expect(Role(typed: "watch-officer") == .watchOfficer)
    #expect(Role(typed: "Data Protection Officer") == .dataProtectionOfficer)
    #expect(Role(typed: "captain") == nil)
    #expect(Clearance(typed: "official") == Clearance(classification: .official, sensitive: false))
    #expect(Clearance(typed: "Official-Sensitive") == Clearance(classification: .official, sensitive: true))
    #expect(Clearance(typed: "TOP_SECRET") == Clearance(classification: .topSecret))
    #expect(Clearance(typed: "cosmic") == nil)
    #expect(Agency.code(typed: "Border Force") == "border-force")
    #expect(Agency.code(typed: "Préfecture") == nil)
  }

  @Test("What cannot be added is refused")
  func refused() async throws {
    let desk = try await TestDesk.open()
    let mara = try await desk.setUpSignedIn().session.acting
    await expectRefusal(.conflict) {
      _ = try await desk.centre.add(AddPerson(name: .mara, agency: "coastguard", roles: [.analyst]), as: mara)
    }
    await expectRefusal(.notFound) {
      _ = try await desk.centre.add(AddPerson(name: .tom, agency: "unknown", roles: [.analyst]), as: mara)
    }
    await expectRefusal(.invalid) {
      _ = try await desk.centre.add(AddPerson(name: .tom, agency: "coastguard", roles: []), as: mara)
    }
    await expectRefusal(.invalid) {
      let console = AddPerson(name: PersonName("console")!, agency: "coastguard", roles: [.analyst])
      _ = try await desk.centre.add(console, as: mara)
    }
    await expectRefusal(.invalid) {
      let named = AddPerson(name: .tom, displayName: "Tom\nReed", agency: "coastguard", roles: [.analyst])
      _ = try await desk.centre.add(named, as: mara)
    }
    for agency in [
      Agency(code: "Übel", name: "x", nation: "GB"), Agency(code: "police", name: "", nation: "GB"),
      Agency(code: "police", name: "Police", nation: "gb"), Agency(code: "police", name: "Police", nation: "GBR"),
    ] { await expectRefusal(.invalid) { try await desk.centre.add(AddAgency(agency), as: mara) } }
    #expect(try await desk.centre.people(as: mara).map(\.name) == [.mara])
  }

  @Test("Only who administers sees and changes people; everyone sees themselves")
  func permission() async throws {
    let desk = try await TestDesk.open()
    let mara = try await desk.setUpSignedIn().session.acting
    let tom = try await desk.add(.tom, roles: [.watchOfficer, .analyst]).session.acting
    await expectRefusal(.refused) { _ = try await desk.centre.people(as: tom) }
    await expectRefusal(.refused) { _ = try await desk.centre.person(.mara, as: tom) }
    #expect(try await desk.centre.person(.tom, as: tom).roles == [.watchOfficer, .analyst])
    await expectRefusal(.refused) { _ = try await desk.centre.reset(ResetPerson(.mara), as: tom) }
    await expectRefusal(.refused) { try await desk.centre.disable(DisablePerson(.mara), as: tom) }
    await expectRefusal(.refused) { try await desk.centre.change(ChangeSettings(.unset), as: tom) }
    await expectRefusal(.refused) {
      let own = ChangePerson(
        name: .tom, displayName: nil, agency: "coastguard", roles: [.administrator],
        clearance: Clearance(classification: .topSecret))
      try await desk.centre.change(own, as: tom)
    }
    _ = try await desk.centre.reset(ResetPerson(.tom), as: mara)
  }

  @Test("What an administrator does is recorded as administration, whatever purpose the session states")
  func plainPurpose() async throws {
    let desk = try await TestDesk.open()
    let mara = try await desk.setUpSignedIn().session.acting
    #expect(mara.purpose == .maritimeSafety)
    _ = try await desk.centre.add(AddPerson(name: .tom, agency: "coastguard", roles: [.analyst]), as: mara)
    let entry = try #require(try desk.centre.ledger.entries(from: 1, limit: 100).last)
    #expect(entry.actor == "mara" && entry.purpose == "administration")
  }

  @Test("Nobody widens their own roles or clearance")
  func ownGain() async throws {
    let desk = try await TestDesk.open()
    let mara = try await desk.setUpSignedIn().session.acting
    func change(_ roles: Set<Role>, _ clearance: Clearance) async throws {
      let command = ChangePerson(
        name: .mara, displayName: "Mara", agency: "coastguard", roles: roles, clearance: clearance)
      try await desk.centre.change(command, as: mara)
    }
    let plain = Clearance(classification: .official)
    await expectRefusal(.refused) { try await change([.administrator, .analyst], plain) }
    await expectRefusal(.refused) { try await change([.administrator], Clearance(classification: .secret)) }
    await expectRefusal(.refused) {
      try await change([.administrator], Clearance(classification: .official, compartments: ["HERON"]))
    }
    try await change([.administrator], plain)
    #expect(try await desk.centre.person(.mara, as: mara).roles == [.administrator])
  }
}
