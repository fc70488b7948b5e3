import Crypto
package import Geodesy
import Ledger
import Marking

/// Issues a bearer token that acts for a person, within scopes.
package struct IssueToken: Command, Sendable, Hashable {
  static let act = Act.administer
  static let kind = ObjectKind.people

  package var person: PersonName
  package var label: String
  package var scopes: [TokenScope]
  package var expiresAt: Instant?
  /// The hash of the token's text; the centre makes it.
  var digest = ""

  package init(person: PersonName, label: String, scopes: [TokenScope], expiresAt: Instant? = nil) {
    self.person = person
    self.label = label
    self.scopes = scopes
    self.expiresAt = expiresAt
  }

  /// What every token's text begins with, so that a leaked one is recognised for what it is.
  static let prefix = "foreland_"

  struct Issued: Fact {
    static let kind = "token.issued"
    var token: String
    var digest: String
    var person: PersonName
    var label: String
    var scopes: [String]
    var expiresAt: Instant?
    var aggregate: String { "token:\(token)" }
    var subjects: [String] { [aggregate, subject(of: person)] }
  }

  /// Everyone may issue tokens for themselves; for others only whoever holds the machine may, since a token acts as
  /// its person.
  func kind(for acting: Acting) -> ObjectKind { acting.viewer.name == person.text ? .account : .people }

  func entries(_ ground: Ground) throws -> [EntryDraft] {
    let acting = ground.acting
    guard acting.means == .console || acting.viewer.name == person.text else {
      throw OperationsError(.refused, "Tokens for others are issued at the console of the machine.")
    }
    if case .token = acting.means { throw OperationsError(.refused, "A token cannot issue tokens; sign in.") }
    let holder = try Person.existing(person, ground)
    guard holder.state == .active else {
      throw OperationsError(.conflict, "This person is disabled; enable them first.")
    }
    guard !scopes.isEmpty else { throw OperationsError(.invalid, "A token needs at least one scope.") }
    if let expiresAt, expiresAt <= ground.now {
      throw OperationsError(.invalid, "The token would have expired already.")
    }
    let held = try BearerToken.all(of: person, in: ground.views).count { !$0.isRevoked }
    guard held < ground.limits.tokensPerPerson else {
      throw OperationsError(.limit, "This person holds \(held) tokens; revoke one first.")
    }
    let label = try checkedName(label, "The token's label", ground.limits)
    let fact = Issued(
      token: SessionToken.publicName(ofDigest: digest), digest: digest, person: person, label: label,
      scopes: Set(scopes).map(\.rawValue).sorted(), expiresAt: expiresAt)
    return [try EntryDraft(fact, about: ground.now, marking: ground.marking(.official))]
  }
}

/// Says that a token is in use; once in a while.
struct TokenUsed: Fact {
  static let kind = "token.used"
  var token: String
  var person: PersonName
  var aggregate: String { "token:\(token)" }
  var subjects: [String] { [aggregate, subject(of: person)] }
}
