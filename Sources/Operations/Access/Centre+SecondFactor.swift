import Geodesy
import GRDB
import Ledger
import Marking
import Synchronization

/// Second factors that were offered and wait for their first code, by session.
struct SecondFactorOffers: Sendable {
  private var bySession: [String: (secret: [UInt8], expiresAt: Instant)] = [:]

  /// - Returns: false when too many wait.
  mutating func put(_ secret: [UInt8], session: String, expiresAt: Instant, now: Instant, limit: Int) -> Bool {
    bySession = bySession.filter { $0.value.expiresAt > now }
    guard bySession[session] != nil || bySession.count < limit else { return false }
    bySession[session] = (secret, expiresAt)
    return true
  }

  func secret(session: String, now: Instant) -> [UInt8]? {
    bySession[session].flatMap { $0.expiresAt > now ? $0.secret : nil }
  }

  mutating func remove(session: String) { bySession[session] = nil }
}

extension Centre {
  /// Offers a second factor, which counts once `confirmSecondFactor` has seen its first code.
  ///
  /// - Throws: `OperationsError` with code `conflict` when there is one already.
  package func offerSecondFactor(session token: String) async throws -> SecondFactorOffer {
    let session = try await wholeSession(token)
    guard !session.person.hasSecondFactor else {
      throw OperationsError(.conflict, "There is a second factor already; remove it first.")
    }
    let secret = surroundings.randomBytes(TimeCode.secretBytes)
    let now = surroundings.now()
    let isKept = offers.withLock { offers in
      offers.put(
        secret, session: session.id, expiresAt: now.adding(milliseconds: limits.factorOfferMilliseconds), now: now,
        limit: limits.factorOffers)
    }
    guard isKept else { throw OperationsError(.limit, "Too many second factors are being set up; try later.") }
    return SecondFactorOffer(
      secret: Base32.standard.encode(secret),
      link: TimeCode.link(secret, person: session.person.name.text, centre: settings.name))
  }

  /// Takes the offered second factor into use when the code is its.
  ///
  /// - Throws: `OperationsError` with code `codeRefused`, or `notFound` when none is on offer.
  package func confirmSecondFactor(code: String, session token: String) async throws {
    let session = try await wholeSession(token)
    let now = surroundings.now()
    guard let secret = offers.withLock({ $0.secret(session: session.id, now: now) }) else {
      throw OperationsError(.notFound, "No second factor is on offer, or it has expired; begin again.")
    }
    let name = session.person.name
    let credentials = try await ledger.read { db in try Credentials.read(name, in: db) }
    let step = try await countingFailures(of: name) {
      TimeCode.match(code, secret: secret, at: now, after: credentials.spentStep)
    }
    let fact = SecondFactorEnrolled(person: name, step: step)
    _ = try await append(as: session.acting.settled(for: .administer, on: .account, exercise: settings.exercise)) {
      ground in
      guard try Credentials.read(name, in: ground.views).factorEntry == nil else {
        throw OperationsError(.conflict, "There is a second factor already; remove it first.")
      }
      return [try fact.draft(secret: secret, ground)]
    }
    offers.withLock { $0.remove(session: session.id) }
    try await refreshAccess(of: name)
  }

  /// Removes the second factor, which takes a code of it.
  ///
  /// - Throws: `OperationsError` with code `codeRefused`, or `notFound` when there is none.
  package func removeSecondFactor(code: String, session token: String) async throws {
    let session = try await wholeSession(token)
    let name = session.person.name
    let now = surroundings.now()
    let credentials = try await ledger.read { db in try Credentials.read(name, in: db) }
    guard let secret = try ledger.secondFactor(credentials.factorEntry) else {
      throw OperationsError(.notFound, "There is no second factor.")
    }
    _ = try await countingFailures(of: name) {
      TimeCode.match(code, secret: secret, at: now, after: credentials.spentStep)
    }
    let fact = SecondFactorRemoved(person: name)
    _ = try await append(as: session.acting.settled(for: .administer, on: .account, exercise: settings.exercise)) {
      ground in
      [try EntryDraft(fact, about: ground.now, marking: ground.marking(.official))]
    }
    try await refreshAccess(of: name)
  }

  /// A session that may do more than set a password.
  private func wholeSession(_ token: String) async throws -> Session {
    let session = try await self.session(token: token)
    guard !session.mustSetPassword else {
      throw OperationsError(.passwordMustBeSet, "Set a password first.")
    }
    return session
  }

  /// The step of a right code; wrong ones count like wrong sign-ins, since six digits can be tried through.
  private func countingFailures(of name: PersonName, _ match: () -> Int64?) async throws -> Int64 {
    let now = surroundings.steady()
    if let openAt = guardPosts.withLock({ $0.names.admit(name.text, at: now) }) {
      throw OperationsError(.signInDelayed, "Too many wrong codes; wait and try again.", retryAt: openAt)
    }
    guard let step = match() else {
      throw OperationsError(.codeRefused, "The code is wrong, too old or used already.")
    }
    guardPosts.withLock { $0.names.takeBack(name.text) }
    return step
  }
}
