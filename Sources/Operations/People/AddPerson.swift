import Geodesy
import GRDB
import Ledger
package import Marking

/// Adds a person, who signs in for the first time with a one-time secret.
package struct AddPerson: Command, Sendable, Hashable {
  static let act = Act.append
  static let kind = ObjectKind.people

  package var name: PersonName
  package var displayName: String?
  /// The agency, by its code.
  package var agency: String
  package var roles: Set<Role>
  package var clearance: Clearance
  /// Whether an agency that is not known is added under its code.
  package var addsAgency: Bool
  /// The one-time secret to store; the centre makes it.
  var secret: StoredSecret?

  package init(
    name: PersonName, displayName: String? = nil, agency: String, roles: Set<Role>,
    clearance: Clearance = Clearance(classification: .official), addsAgency: Bool = false
  ) {
    self.name = name
    self.displayName = displayName
    self.agency = agency
    self.roles = roles
    self.clearance = clearance
    self.addsAgency = addsAgency
  }

  struct Added: Fact {
    static let kind = "person.added"
    var person: PersonName
    var agency: String
    var roles: [Role]
    var clearance: Clearance
    var aggregate: String { subject(of: person) }
    var subjects: [String] { [aggregate, "agency:\(agency)"] }
  }

  func entries(_ ground: Ground) throws -> [EntryDraft] {
    guard !SystemActor.reserved.contains(name.text) else {
      throw OperationsError(.invalid, "The record uses this name for the program itself; choose another one.")
    }
    guard try Person.read(name, in: ground.views) == nil else {
      throw OperationsError(.conflict, "There is a person of this name already.")
    }
    var drafts: [EntryDraft] = []
    if try addsAgency && Agency.read(agency, in: ground.views) == nil {
      let unknown = Agency(code: agency, name: agency, nation: ground.acting.viewer.nation)
      drafts += try AddAgency(unknown).entries(ground)
    } else {
      try Person.refuseUnknownAgency(agency, ground)
    }
    let fact = Added(person: name, agency: agency, roles: try roles.checked, clearance: clearance)
    drafts.append(try EntryDraft(fact, of: name, displayName: displayName, ground))
    if let secret { drafts.append(try secret.draft(for: name, ground)) }
    return drafts
  }
}
