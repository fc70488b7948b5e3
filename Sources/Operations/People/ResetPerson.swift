import Ledger
import Marking

/// Puts a one-time secret in the place of a person's password, for someone who cannot sign in any more.
///
/// Every session and every bearer token of the person ends: whoever knew the password may have had one issued. The
/// second factor stays, so that whoever resets passwords cannot sign in as somebody else unnoticed, unless its removal is
/// asked for and recorded too.
package struct ResetPerson: Command, Sendable, Hashable {
  static let act = Act.administer
  static let kind = ObjectKind.people

  package var name: PersonName
  /// Whether the second factor goes too, for someone who has lost it.
  package var removesSecondFactor: Bool
  /// Whether the bearer tokens go too; they stay for someone who has never had a password that another could have known.
  package var endsTokens: Bool
  /// The one-time secret to store; the centre makes it.
  var secret: StoredSecret?

  package init(_ name: PersonName, removesSecondFactor: Bool = false, endsTokens: Bool = true) {
    self.name = name
    self.removesSecondFactor = removesSecondFactor
    self.endsTokens = endsTokens
  }

  struct Reset: Fact {
    static let kind = "person.reset"
    var person: PersonName
    var removesSecondFactor: Bool
    var aggregate: String { subject(of: person) }
  }

  /// Access is cut even when the disk is full.
  var priority: EntryPriority { .record }

  func entries(_ ground: Ground) throws -> [EntryDraft] {
    let person = try Person.existing(name, ground)
    guard person.state == .active else {
      throw OperationsError(.conflict, "This person is disabled; enable them first.")
    }
    let fact = Reset(person: name, removesSecondFactor: removesSecondFactor)
    var drafts = [try EntryDraft(fact, about: ground.now, marking: ground.marking(.official))]
    drafts += try EndSession.ofEvery(name, .personReset, ground)
    if endsTokens { drafts += try RevokeToken.ofEvery(name, ground) }
    if let secret { drafts.append(try secret.draft(for: name, ground)) }
    return drafts
  }
}
