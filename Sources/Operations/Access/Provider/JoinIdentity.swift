import Crypto
import Foundation
import Ledger
import Marking

/// Somebody as a provider of identities knows them: who says so, and under which name.
package struct Identity: Sendable, Hashable {
  package var issuer: String
  package var subject: String

  package init(issuer: String, subject: String) {
    self.issuer = issuer
    self.subject = subject
  }

  /// What stands for both in the ledger, so that no name of elsewhere is written there in plain.
  var digest: String {
    base64URL([UInt8](SHA256.hash(data: Data("foreland identity \(issuer) \(subject)".utf8))))
  }
}

/// Joins an identity to a person: from then on its holder signs in as that person. It gives no right that the person has not.
package struct JoinIdentity: Command, Sendable, Hashable {
  static let act = Act.administer
  static let kind = ObjectKind.people

  package var person: PersonName
  package var identity: Identity

  package init(_ person: PersonName, _ identity: Identity) {
    self.person = person
    self.identity = identity
  }

  struct Joined: Fact {
    static let kind = "identity.joined"
    var person: PersonName
    var issuer: String
    var digest: String
    var aggregate: String { Operations.subject(of: person) }
  }

  func entries(_ ground: Ground) throws -> [EntryDraft] {
    _ = try Person.existing(person, ground)
    let issuer = try checkedName(identity.issuer, "The issuer", ground.limits)
    let subject = try checkedName(identity.subject, "The subject", ground.limits)
    guard ground.acting.viewer.name != person.text else {
      throw OperationsError(.refused, "Nobody joins an identity to themselves; ask another administrator.")
    }
    let digest = Identity(issuer: issuer, subject: subject).digest
    guard try JoinedIdentities.person(of: digest, in: ground.views) == nil else {
      throw OperationsError(.conflict, "This identity is joined to a person already; part it first.")
    }
    let fact = Joined(person: person, issuer: issuer, digest: digest)
    return [try EntryDraft(fact, about: ground.now, marking: ground.marking(.official))]
  }
}

/// Parts every identity from a person: they sign in with what they have here, or not at all. Their sessions end.
package struct PartIdentities: Command, Sendable, Hashable {
  static let act = Act.administer
  static let kind = ObjectKind.people

  package var person: PersonName

  package init(_ person: PersonName) { self.person = person }

  struct Parted: Fact {
    static let kind = "identity.parted"
    var person: PersonName
    var aggregate: String { Operations.subject(of: person) }
  }

  func entries(_ ground: Ground) throws -> [EntryDraft] {
    _ = try Person.existing(person, ground)
    guard try JoinedIdentities.count(of: person, in: ground.views) > 0 else {
      throw OperationsError(.conflict, "No identity is joined to this person.")
    }
    let parted = try EntryDraft(Parted(person: person), about: ground.now, marking: ground.marking(.official))
    return try [parted] + EndSession.ofEvery(person, .personReset, ground)
  }
}

/// Says that a sign-in through the provider was refused, and why.
struct IdentityRefused: Fact {
  static let kind = "identity.refused"
  var reason: String
  /// What stands for the identity, when one was proved.
  var digest: String?
  /// How many further refusals went unrecorded, since there were too many.
  var unrecorded: Int
  var aggregate: String { "access" }
}
