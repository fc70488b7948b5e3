import Marking
import Testing

@testable import Resolution

@Suite struct AdmissionTests {
  private let kinds: [FieldKind] = [.ignored, .name, .purpose]

  @Test func refusesWhatWasGatheredForRescue() throws {
    let table = try Reading.table("id,name,purpose\n1,a,investigation\n2,b,searchAndRescue\n")
    let fault = #expect(throws: ResolutionFault.self) { try Admission().admit(table, key: 0, kinds: kinds) }
    #expect(fault?.code == .purposeRefused)
    #expect(fault?.row == 3)
  }

  @Test func takesTheOneItemThatADecisionIsAbout() throws {
    let table = try Reading.table("id,name,purpose\n2,b,searchAndRescue\n")
    let decision = try #require(ReuseDecision(officer: "Insp. Hale", legalBasis: "s. 36(3)", item: "2"))
    #expect(try Admission(decisions: [decision]).admit(table, key: 0, kinds: kinds).count == 1)
    let other = try #require(ReuseDecision(officer: "Insp. Hale", legalBasis: "s. 36(3)", item: "3"))
    #expect(throws: ResolutionFault.self) { try Admission(decisions: [other]).admit(table, key: 0, kinds: kinds) }
  }

  @Test func refusesARecordThatDoesNotSayWhatItWasGatheredFor() throws {
    let table = try Reading.table("id,name,purpose\n1,a,\n")
    let fault = #expect(throws: ResolutionFault.self) { try Admission().admit(table, key: 0, kinds: kinds) }
    #expect(fault?.row == 2)
  }

  @Test func refusesAWholeTableOfRescueOrSafetyAtSea() throws {
    let table = try Reading.table("id,name\n1,a\n")
    for purpose in [Purpose.searchAndRescue, .maritimeSafety] {
      #expect(throws: ResolutionFault.self) {
        try Admission(gatheredFor: purpose).admit(table, key: 0, kinds: [.ignored, .name])
      }
    }
  }

  @Test func namesTheFileAndTheRowOfTwo() throws {
    let one = try Reading.table("id,name,purpose\n1,a,investigation\n")
    let other = try Reading.table("id,name,purpose\n7,a,investigation\n8,b,searchAndRescue\n")
    let fault = #expect(throws: ResolutionFault.self) {
      try Admission().admit(try one.joined(with: other), key: 0, kinds: kinds)
    }
    #expect(fault?.row == 3)
    #expect(fault?.message.contains("second file") == true)
  }

  @Test func leavesOutPhonesOfVictimsWitnessesPassengersAndUnknown() throws {
    let table = try Reading.table(
      "id,phone,owner_role\n1,1,suspect\n2,2,victim\n3,3,witness\n4,4,passenger\n5,5,unknown\n6,6,\n7,7,driver\n")
    let kinds: [FieldKind] = [.ignored, .phone, .ownerRole]
    let admitted = try Admission().admit(table, key: 0, kinds: kinds)
    #expect(admitted.count == 1)
    #expect(admitted.text(0, 0) == "1")
    #expect(admitted.notices.map(\.count).reduce(0, +) == 6)
    let more = try Admission(roles: [.suspect, .witness]).admit(table, key: 0, kinds: kinds)
    #expect((0..<more.count).map { more.text($0, 0) } == ["1", "3"])
  }
}
