import Geodesy

/// Who has access now, in memory: sessions and tokens by the hashes of what opens them.
///
/// It mirrors the views: whatever touches a person's access is followed by applying what the views hold of that person,
/// and an older reading never replaces a newer one.
struct AccessBook: Sendable {
  struct LiveSession: Sendable {
    let stored: StoredSession
    let person: Person
    /// The last use, to the millisecond.
    var usedAt: Instant
    /// The last use that is recorded.
    var seenAt: Instant
    /// When it ends however much it is used, by the steady time.
    let endsAt: Instant
  }

  /// Both times, and how long a session lives at most: what was recorded by a clock that has been moved since means another
  /// moment now.
  struct Clocks: Sendable {
    let wall: Instant
    let steady: Instant
    let longestMilliseconds: Int64

    /// What a recorded time is by the steady time; never later than now.
    func steady(_ recorded: Instant) -> Instant {
      min(steady, recorded.adding(milliseconds: steady.millisecondsSince1970 - wall.millisecondsSince1970))
    }

    /// When a session ends; never later than a whole life from now.
    func end(_ endsAt: Instant) -> Instant { min(endsAt, steady.adding(milliseconds: longestMilliseconds)) }
  }

  struct LiveToken: Sendable {
    let token: BearerToken
    let person: Person
    /// The last use that is recorded.
    var seenAt: Instant?
  }

  /// What the views hold of one person's access at a place in the ledger.
  struct Reading: Sendable {
    let position: Int64
    let name: PersonName
    let person: Person?
    let sessions: [StoredSession]
    let tokens: [(digest: String, token: BearerToken)]
    /// Why those sessions ended that the book still held.
    let endedBecause: [String: Revocation.Reason]
  }

  private var sessions: [String: LiveSession] = [:]
  private var tokens: [String: LiveToken] = [:]
  private var positions: [PersonName: Int64] = [:]

  /// The hash of what opens a session or token.
  func digest(of means: Acting.Means) -> String? {
    switch means {
    case .session(let id): sessions.first { $0.value.stored.id == id }?.key
    case .token(let id): tokens.first { $0.value.token.id == id }?.key
    case .console: nil
    }
  }

  func session(digest: String) -> LiveSession? { sessions[digest] }

  func token(digest: String) -> LiveToken? { tokens[digest] }

  /// The identifiers of the sessions that the book holds of a person.
  func sessionIDs(of person: PersonName) -> [String] {
    sessions.values.filter { $0.stored.person == person }.map(\.stored.id)
  }

  func sessions(of person: PersonName) -> [LiveSession] {
    sessions.values.filter { $0.stored.person == person }
  }

  /// Notes a use.
  ///
  /// - Returns: whether it should be recorded, which no other use will be told until the interval has passed again.
  mutating func useSession(digest: String, at now: Instant, recordedEvery milliseconds: Int64) -> Bool {
    guard var session = sessions[digest] else { return false }
    session.usedAt = max(session.usedAt, now)
    let isDue = session.seenAt.adding(milliseconds: milliseconds) <= now
    if isDue { session.seenAt = now }
    sessions[digest] = session
    return isDue
  }

  /// As `useSession`, for a token.
  mutating func useToken(digest: String, at now: Instant, recordedEvery milliseconds: Int64) -> Bool {
    guard var token = tokens[digest] else { return false }
    let isDue = token.seenAt.map { $0.adding(milliseconds: milliseconds) <= now } ?? true
    if isDue { token.seenAt = now }
    tokens[digest] = token
    return isDue
  }

  /// Takes over what the views hold of a person.
  ///
  /// - Returns: the access that has ended with it.
  mutating func apply(_ reading: Reading, _ clocks: Clocks) -> [Revocation] {
    guard reading.position >= positions[reading.name] ?? 0 else { return [] }
    positions[reading.name] = reading.position
    let active = reading.person.flatMap { $0.state == .active ? $0 : nil }
    var ended: [Revocation] = []

    let formerSessions = sessions.filter { $0.value.stored.person == reading.name }
    for (digest, _) in formerSessions { sessions[digest] = nil }
    if let active {
      for stored in reading.sessions {
        let former = formerSessions[stored.digest]
        let seenAt = clocks.steady(stored.seenAt)
        sessions[stored.digest] = LiveSession(
          stored: stored, person: active, usedAt: former?.usedAt ?? seenAt, seenAt: former?.seenAt ?? seenAt,
          endsAt: former?.endsAt ?? clocks.end(stored.endsAt))
      }
    }
    for (digest, former) in formerSessions where sessions[digest] == nil {
      let reason = reading.endedBecause[former.stored.id] ?? .personDisabled
      ended.append(Revocation(means: .session(former.stored.id), reason: reason))
    }

    let formerTokens = tokens.filter { $0.value.person.name == reading.name }
    for (digest, _) in formerTokens { tokens[digest] = nil }
    if let active {
      for (digest, token) in reading.tokens {
        let seenAt = formerTokens[digest]?.seenAt ?? token.lastUsedAt
        tokens[digest] = LiveToken(token: token, person: active, seenAt: seenAt)
      }
    }
    for (digest, former) in formerTokens where tokens[digest] == nil {
      ended.append(Revocation(means: .token(former.token.id), reason: .tokenRevoked))
    }
    return ended
  }
}
