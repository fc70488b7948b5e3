import Ledger
package import Marking

/// Changes a person's name in full, agency, roles and clearance; all of them are stated anew.
package struct ChangePerson: Command, Sendable, Hashable {
  static let act = Act.correct
  static let kind = ObjectKind.people

  package var name: PersonName
  package var displayName: String?
  package var agency: String
  package var roles: Set<Role>
  package var clearance: Clearance

  package init(name: PersonName, displayName: String?, agency: String, roles: Set<Role>, clearance: Clearance) {
    self.name = name
    self.displayName = displayName
    self.agency = agency
    self.roles = roles
    self.clearance = clearance
  }

  struct Changed: Fact {
    static let kind = "person.changed"
    var person: PersonName
    var agency: String
    var roles: [Role]
    var clearance: Clearance
    var aggregate: String { subject(of: person) }
    var subjects: [String] { [aggregate, "agency:\(agency)"] }
  }

  func entries(_ ground: Ground) throws -> [EntryDraft] {
    let person = try Person.existing(name, ground)
    try Person.refuseUnknownAgency(agency, ground)
    if ground.acting.viewer.name == name.text { try refuseGain(over: person) }
    if person.roles.contains(.administrator), !roles.contains(.administrator) {
      try Person.refuseWithoutAdministrator(name, ground)
    }
    let fact = Changed(person: name, agency: agency, roles: try roles.checked, clearance: clearance)
    return [try EntryDraft(fact, of: name, displayName: displayName, ground)]
  }

  /// Nobody gives themselves more than they have; taking something off is one's own affair.
  private func refuseGain(over person: Person) throws {
    let isWithin =
      roles.isSubset(of: person.roles) && agency == person.agency
      && clearance.classification <= person.clearance.classification
      && (!clearance.sensitive || person.clearance.sensitive)
      && clearance.compartments.isSubset(of: person.clearance.compartments)
    guard isWithin else {
      throw OperationsError(.refused, "Nobody widens their own roles or clearance; ask another administrator.")
    }
  }
}
