import Ledger
import Marking

/// Revokes a bearer token.
package struct RevokeToken: Command, Sendable, Hashable {
  static let act = Act.administer
  static let kind = ObjectKind.people

  package var id: String
  /// Whose token it is, as the centre has looked up.
  var person: PersonName?

  package init(_ id: String) { self.id = id }

  struct Revoked: Fact {
    static let kind = "token.revoked"
    var token: String
    var person: PersonName
    var aggregate: String { "token:\(token)" }
    var subjects: [String] { [aggregate, subject(of: person)] }
  }

  func kind(for acting: Acting) -> ObjectKind { acting.viewer.name == person?.text ? .account : .people }

  /// Access is cut even when the disk is full.
  var priority: EntryPriority { .record }

  func entries(_ ground: Ground) throws -> [EntryDraft] {
    guard let token = try BearerToken.read(id, in: ground.views), token.person == person else {
      throw OperationsError(.notFound, "There is no token of this identifier.")
    }
    guard !token.isRevoked else { throw OperationsError(.conflict, "This token is revoked already.") }
    return [try Self.draft(token, ground)]
  }

  /// Revokes every token of a person.
  static func ofEvery(_ person: PersonName, _ ground: Ground) throws -> [EntryDraft] {
    try BearerToken.all(of: person, in: ground.views).filter { !$0.isRevoked }.map { try draft($0, ground) }
  }

  private static func draft(_ token: BearerToken, _ ground: Ground) throws -> EntryDraft {
    try EntryDraft(
      Revoked(token: token.id, person: token.person), about: ground.now, marking: ground.marking(.official))
  }
}
