import Geodesy
import GRDB
import Ledger
import Marking
import Synchronization

extension Centre {
  /// The session that a token opens; it is in use with that.
  ///
  /// It looks into memory only, but for the first use in a while, which it records.
  ///
  /// - Throws: `OperationsError` with code `signedOut` when there is none, or it has ended, idled or grown too old.
  package func session(token: String) async throws -> Session {
    guard let live = liveSession(token) else { throw Self.signedOut }
    let now = surroundings.steady()
    let person = live.stored.person
    if now >= live.endsAt || now >= live.usedAt.adding(milliseconds: limits.sessionIdleMilliseconds) {
      let reason: Revocation.Reason = now >= live.endsAt ? .tooOld : .idle
      try await unlessFull {
        _ = try await self.append(as: self.itself) { try EndSession.one(live.stored.id, reason, $0) }
        try await self.refreshAccess(of: person)
      }
      throw Self.signedOut
    }
    let isDue = access.withLock {
      $0.useSession(digest: live.stored.digest, at: now, recordedEvery: limits.sessionSeenMilliseconds)
    }
    let session = Self.session(live, token: token)
    if isDue {
      let fact = SessionSeen(session: live.stored.id, person: person)
      try await unlessFull {
        _ = try await self.append(as: session.acting) { ground in
          [try EntryDraft(fact, about: ground.now, marking: ground.marking(.official))]
        }
      }
    }
    return session
  }

  /// Ends the session that a token opens; does nothing when there is none.
  package func signOut(token: String) async throws {
    guard let live = liveSession(token) else { return }
    let acting = Self.session(live, token: token).acting
    _ = try await append(as: acting) { ground in try EndSession.one(live.stored.id, .signedOut, ground) }
    try await refreshAccess(of: live.stored.person)
  }

  /// The caller's own sessions, latest first.
  package func sessions(as acting: Acting) async throws -> [SessionSummary] {
    try await permit(.see, .account, as: acting)
    guard let name = PersonName(acting.viewer.name) else { return [] }
    return access.withLock { $0.sessions(of: name) }
      .sorted { $0.stored.startedAt > $1.stored.startedAt }
      .map { live in
        SessionSummary(
          id: live.stored.id, purpose: live.stored.purpose, startedAt: live.stored.startedAt,
          lastUsedAt: live.usedAt, endsAt: live.endsAt,
          isThisOne: acting.means == .session(live.stored.id))
      }
  }

  /// Ends one of the caller's own sessions.
  package func endSession(id: String, as acting: Acting) async throws {
    try await permit(.administer, .account, as: acting)
    guard let name = PersonName(acting.viewer.name), access.withLock({ $0.sessionIDs(of: name).contains(id) }) else {
      throw OperationsError(.notFound, "There is no such session of yours.")
    }
    _ = try await append(as: acting) { ground in try EndSession.one(id, .endedByPerson, ground) }
    try await refreshAccess(of: name)
  }

  /// Access that ends from now on. A stream that ends means that its reader fell behind, or that the centre closes;
  /// either way the reader must end what it holds open.
  package func revocations() -> AsyncStream<Revocation> { revocationBus.listen() }

  /// Records what a session needs no permission for; where there is no room for it the session goes on without.
  func unlessFull(_ record: () async throws -> Void) async throws {
    do {
      try await record()
    } catch let error as LedgerError where error.code == .diskFull {
      // The record of use is for a restart; who looks at what is recorded by itself.
    }
  }

  static let signedOut = OperationsError(.signedOut, "The session has ended; sign in again.")

  func liveSession(_ token: String) -> AccessBook.LiveSession? {
    guard token.utf8.count <= SessionToken.longestBytes else { return nil }
    let digest = SessionToken.digest(of: token)
    return access.withLock { $0.session(digest: digest) }
  }

  /// A session that has just begun, with its token.
  func issued(_ session: NewSession) throws -> IssuedSession {
    guard let live = liveSession(session.token) else { throw Self.signedOut }
    return IssuedSession(token: session.token, session: Self.session(live, token: session.token))
  }

  static func session(_ live: AccessBook.LiveSession, token: String) -> Session {
    Session(
      id: live.stored.id, person: live.person, purpose: live.stored.purpose, startedAt: live.stored.startedAt,
      endsAt: live.endsAt, mustSetPassword: live.stored.mustSetPassword,
      pageToken: SessionToken.pageToken(of: token))
  }

  /// Brings the memory of a person's access in step with the views, and tells those who hold what has ended.
  func refreshAccess(of name: PersonName) async throws {
    let held = access.withLock { $0.sessionIDs(of: name) }
    let reading = try await ledger.read { db in
      var endedBecause: [String: Revocation.Reason] = [:]
      for id in held {
        endedBecause[id] = try StoredSession.read(id, in: db)?.endedBecause
      }
      return AccessBook.Reading(
        position: try Int64.fetchOne(db, sql: "SELECT max(sequence) FROM entry") ?? 0, name: name,
        person: try Person.read(name, in: db), sessions: try StoredSession.ofPerson(name, in: db),
        tokens: try BearerToken.live(of: name, in: db), endedBecause: endedBecause)
    }
    let clocks = AccessBook.Clocks(
      wall: surroundings.now(), steady: surroundings.steady(), longestMilliseconds: limits.sessionLifeMilliseconds)
    revocationBus.publish(access.withLock { $0.apply(reading, clocks) })
  }
}
