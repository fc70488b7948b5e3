import GRDB
import Ledger
import Marking
import Synchronization

extension Centre {
  /// Signs in whoever is joined to an identity that was proved. The session is always a new one; what the browser held
  /// before ends.
  ///
  /// - Throws: `IdentityRefusal` when nobody is joined to it or the person has no access; the refusal is recorded.
  package func signIn(
    _ identity: Identity, address: String, replacing: String?
  ) async throws -> IssuedSession {
    let person = try await ledger.read { db in
      try JoinedIdentities.person(of: identity.digest, in: db).flatMap { try Person.read($0, in: db) }
    }
    guard let person else {
      try await recordIdentityRefusal(.unknown, identity: identity)
      throw IdentityRefusal(.unknown, subject: identity.subject)
    }
    guard person.state == .active else {
      try await recordIdentityRefusal(.person, identity: identity)
      throw IdentityRefusal(.person)
    }
    return try await begin(person, provedBy: identity.digest, address: address, replacing: replacing)
  }

  /// Records that a sign-in through the provider was refused; those beyond what a minute may hold are counted.
  package func recordIdentityRefusal(_ reason: IdentityRefusal.Code, identity: Identity? = nil) async throws {
    let now = surroundings.now()
    guard let unrecorded = guardPosts.withLock({ $0.admitRecord(at: now) }) else { return }
    let fact = IdentityRefused(reason: reason.rawValue, digest: identity?.digest, unrecorded: unrecorded)
    _ = try await append(as: itself) { ground in
      [try EntryDraft(fact, about: now, marking: ground.marking(.official))]
    }
  }

  /// Joins an identity of a provider to a person.
  package func join(_ command: JoinIdentity, as acting: Acting) async throws {
    _ = try await perform(command, as: acting)
  }

  /// Parts every identity from a person; their sessions end at once.
  package func part(_ command: PartIdentities, as acting: Acting) async throws {
    _ = try await perform(command, as: acting)
    try await refreshAccess(of: command.person)
  }
}
