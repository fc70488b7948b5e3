import GRDB
import Ledger
import Marking

/// Takes a person's access away: every session and token ends with it.
package struct DisablePerson: Command, Sendable, Hashable {
  static let act = Act.administer
  static let kind = ObjectKind.people

  package var name: PersonName

  package init(_ name: PersonName) { self.name = name }

  struct Disabled: Fact {
    static let kind = "person.disabled"
    var person: PersonName
    var aggregate: String { subject(of: person) }
  }

  /// Access is cut even when the disk is full.
  var priority: EntryPriority { .record }

  func entries(_ ground: Ground) throws -> [EntryDraft] {
    let person = try Person.existing(name, ground)
    guard person.state == .active else {
      throw OperationsError(.conflict, "This person is disabled already.")
    }
    if person.roles.contains(.administrator) { try Person.refuseWithoutAdministrator(name, ground) }
    let disabled = try EntryDraft(Disabled(person: name), about: ground.now, marking: ground.marking(.official))
    return try [disabled] + EndSession.ofEvery(name, .personDisabled, ground) + RevokeToken.ofEvery(name, ground)
  }
}

/// Gives a disabled person access again; password and second factor are as they were.
package struct EnablePerson: Command, Sendable, Hashable {
  static let act = Act.administer
  static let kind = ObjectKind.people

  package var name: PersonName

  package init(_ name: PersonName) { self.name = name }

  struct Enabled: Fact {
    static let kind = "person.enabled"
    var person: PersonName
    var aggregate: String { subject(of: person) }
  }

  func entries(_ ground: Ground) throws -> [EntryDraft] {
    let person = try Person.existing(name, ground)
    guard person.state == .disabled else {
      throw OperationsError(.conflict, "This person is active already.")
    }
    return [try EntryDraft(Enabled(person: name), about: ground.now, marking: ground.marking(.official))]
  }
}

extension Person {
  /// The person of a name, who must exist.
  static func existing(_ name: PersonName, _ ground: Ground) throws -> Person {
    guard let person = try read(name, in: ground.views) else {
      throw OperationsError(.notFound, "There is no person of this name.")
    }
    return person
  }

  /// Refuses what would leave the centre without an active administrator.
  static func refuseWithoutAdministrator(_ name: PersonName, _ ground: Ground) throws {
    let others = try all(.now, in: ground.views).contains {
      $0.name != name && $0.state == .active && $0.roles.contains(.administrator)
    }
    guard others else {
      throw OperationsError(.conflict, "This is the last administrator; make somebody else one first.")
    }
  }
}
