import Ledger
package import Marking

/// What is said of a person is held to the same rules when they are added and when they are changed.
extension Person {
  /// Refuses an agency that nobody has added.
  static func refuseUnknownAgency(_ code: String, _ ground: Ground) throws {
    guard try Agency.read(code, in: ground.views) != nil else {
      throw OperationsError(.notFound, "There is no agency of this code; add it first.")
    }
  }
}

extension Set<Role> {
  /// The roles in the order in which `Role` lists them.
  package var inOrder: [Role] { Role.allCases.filter(contains) }

  /// The same, for somebody who needs at least one.
  var checked: [Role] {
    get throws {
      guard !isEmpty else { throw OperationsError(.invalid, "A person needs at least one role.") }
      return inOrder
    }
  }
}

extension EntryDraft {
  /// A draft that says a fact about a person, with what is personal about them sealed for that person.
  init(_ fact: some Fact, of person: PersonName, displayName: String?, _ ground: Ground) throws {
    let personal = try displayName.map { typed in
      let checked = try checkedName(typed, "A person's name", ground.limits)
      return PayloadPart(name: PartName.personal, subjects: [subject(of: person)], bytes: [UInt8](checked.utf8))
    }
    try self.init(
      fact, about: ground.now, marking: ground.marking(.official), sealed: personal.map { [$0] } ?? [])
  }
}
