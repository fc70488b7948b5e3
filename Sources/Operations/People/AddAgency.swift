import Ledger
import Marking

/// Adds an agency.
package struct AddAgency: Command, Sendable, Hashable {
  static let act = Act.append
  static let kind = ObjectKind.people

  package var agency: Agency

  package init(_ agency: Agency) { self.agency = agency }

  struct Added: Fact {
    static let kind = "agency.added"
    var agency: Agency
    var aggregate: String { "agency:\(agency.code)" }
  }

  func entries(_ ground: Ground) throws -> [EntryDraft] {
    guard Agency.isCode(agency.code) else { throw Agency.badCode }
    guard try Agency.read(agency.code, in: ground.views) == nil else {
      throw OperationsError(.conflict, "There is an agency with this code already.")
    }
    let letters = UInt8(ascii: "A")...UInt8(ascii: "Z")
    guard agency.nation.utf8.count == 2, agency.nation.utf8.allSatisfy(letters.contains) else {
      throw OperationsError(.invalid, "A nation is a two-letter ISO 3166 code such as GB or FR.")
    }
    let name = try checkedName(agency.name, "The agency's name", ground.limits)
    let fact = Added(agency: Agency(code: agency.code, name: name, nation: agency.nation))
    return [try EntryDraft(fact, about: ground.now, marking: ground.marking(.official))]
  }
}
