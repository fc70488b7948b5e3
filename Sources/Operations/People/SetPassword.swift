import GRDB
import Ledger
import Marking

/// Says that a person has a new password; its hash stands in a part sealed for the person.
struct PasswordSet: Fact {
  static let kind = "password.set"
  var person: PersonName
  var aggregate: String { subject(of: person) }
}

/// Sets a person's new password, ends all their sessions and begins one anew.
struct SetPassword: Sendable {
  let person: PersonName
  let hash: PasswordHash
  let session: NewSession
  /// The session in which the password is set, which must still be there.
  let setIn: String

  func entries(_ ground: Ground) throws -> [EntryDraft] {
    let person = try Person.existing(person, ground)
    let isLive = try StoredSession.ofPerson(person.name, in: ground.views).contains { $0.id == setIn }
    guard person.state == .active, isLive else {
      throw OperationsError(.signedOut, "The session has ended; sign in again.")
    }
    let fact = PasswordSet(person: person.name)
    let set = try EntryDraft(
      fact, about: ground.now, marking: ground.marking(.official), sealed: [try hash.part(of: person.name)])
    return try [set] + EndSession.ofEvery(person.name, .passwordChanged, ground) + [session.draft(ground)]
  }
}
