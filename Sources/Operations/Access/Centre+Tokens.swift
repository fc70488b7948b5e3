import GRDB
import Ledger
package import Marking
import Synchronization

extension Centre {
  /// Issues a bearer token: for oneself, or at the console for anyone.
  ///
  /// - Returns: the token with its text, which is shown once.
  package func issue(_ command: IssueToken, as acting: Acting) async throws -> IssuedToken {
    var command = command
    let text = IssueToken.prefix + base64URL(surroundings.randomBytes(NewSession.tokenBytes))
    command.digest = SessionToken.digest(of: text)
    let digest = command.digest
    _ = try await perform(command, as: acting)
    try await refreshAccess(of: command.person)
    guard let live = access.withLock({ $0.token(digest: digest) }) else { throw Self.tokenRefused }
    return IssuedToken(text: text, token: live.token)
  }

  /// Revokes a bearer token: one's own, or as an administrator anyone's. It ends at once.
  package func revoke(_ command: RevokeToken, as acting: Acting) async throws {
    var command = command
    let id = command.id
    command.person = try await ledger.read { db in try BearerToken.read(id, in: db)?.person }
    let person = command.person
    _ = try await perform(command, as: acting)
    if let person { try await refreshAccess(of: person) }
  }

  /// The tokens of a person, or of everyone when nil, oldest first; revoked ones too.
  package func tokens(of person: PersonName?, as acting: Acting) async throws -> [BearerToken] {
    let isOwn = person != nil && person?.text == acting.viewer.name
    try await permit(.see, isOwn ? .account : .people, as: acting)
    return try await ledger.read { db in try BearerToken.all(of: person, in: db) }
  }

  /// Who acts with a bearer token.
  ///
  /// - Parameter purpose: the purpose that the caller states; nil for the one that goes with the person's role.
  /// - Throws: `OperationsError` with code `tokenRefused` when there is no such token, or it is revoked or expired;
  ///   `refused` when none of the person's roles works for the purpose.
  package func bearer(_ text: String, purpose: Purpose? = nil) async throws -> Acting {
    guard text.utf8.count <= SessionToken.longestBytes, text.hasPrefix(IssueToken.prefix) else {
      throw Self.tokenRefused
    }
    let digest = SessionToken.digest(of: text)
    let now = surroundings.now()
    guard let live = access.withLock({ $0.token(digest: digest) }) else { throw Self.tokenRefused }
    if let expiresAt = live.token.expiresAt, surroundings.later() >= expiresAt { throw Self.tokenRefused }
    let viewer = live.viewer
    let acting = Acting(
      viewer: viewer, purpose: purpose ?? Self.plainPurpose(of: viewer), means: .token(live.token.id))
    guard Self.purposes(of: viewer).contains(acting.purpose) else {
      let error = OperationsError([.purposeNotGranted])
      try await recordRefusal(error, act: .see, kind: .account, item: nil, as: acting)
      throw error
    }
    let isDue = access.withLock {
      $0.useToken(digest: digest, at: now, recordedEvery: limits.tokenSeenMilliseconds)
    }
    if isDue {
      let fact = TokenUsed(token: live.token.id, person: live.person.name)
      try await unlessFull {
        _ = try await self.append(as: acting) { ground in
          [try EntryDraft(fact, about: now, marking: ground.marking(.official))]
        }
      }
    }
    return acting
  }

  private static let tokenRefused = OperationsError(
    .tokenRefused, "The bearer token is unknown, revoked or expired.")
}
