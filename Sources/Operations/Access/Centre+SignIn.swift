import Foundation
import Geodesy
import GRDB
import Ledger
import Marking
import Synchronization

/// What the views and the sealed parts hold to check a sign-in against.
private struct Candidate: Sendable {
  var person: Person?
  var hash: PasswordHash?
  var factor: [UInt8]?
  var needsFactor = false
  var spentStep: Int64?
  var secret: StoredSecret.State?
}

/// What someone has proved.
private struct Proven: Sendable {
  let proof: NewSession.Proof
  /// The one-time secret that was used, by its hash.
  let secret: String?
  let step: Int64?
}

extension Centre {
  /// Signs someone in by name and password or one-time secret, and the code of the second factor where there is one.
  ///
  /// An unknown name, a wrong password, a wrong code and a disabled person get the same answer after the same time.
  /// The session is always a new one; what the browser held before ends.
  ///
  /// - Throws: `OperationsError` with code `signInRefused`, `signInDelayed` (with `retryAt`), `secretSpent`, `busy`,
  ///   or `refused` when none of the person's roles works for the purpose.
  package func signIn(_ attempt: SignIn) async throws -> SignInOutcome {
    let now = surroundings.now()
    let name = PersonName(attempt.name)
    let key = name?.text ?? ""
    let address = NetworkAddress.key(of: attempt.address)
    if let openAt = guardPosts.withLock({ $0.admit(name: key, address: address, at: surroundings.steady()) }) {
      throw OperationsError(
        .signInDelayed, "Too many failed sign-ins; wait and try again.", retryAt: openAt)
    }
    let proven: Proven?
    let candidate: Candidate
    do {
      candidate = try await self.candidate(name, typed: attempt.password, at: surroundings.later())
      proven = try await prove(candidate, attempt, at: now)
    } catch let error as OperationsError where [.busy, .secretSpent].contains(error.code) {
      if error.code == .busy { guardPosts.withLock { $0.takeBack(name: key, address: address) } }
      throw error
    }
    guard let person = candidate.person, let proven else {
      try await recordFailure(candidate.person?.name, key: key, address: attempt.address)
      throw Self.signInRefused
    }
    if candidate.needsFactor, proven.step == nil {
      guardPosts.withLock { $0.takeBack(name: key, address: address) }
      return .codeNeeded
    }
    let issued = try await begin(person, proven, attempt)
    guardPosts.withLock { $0.succeed(name: key, address: address) }
    return .signedIn(issued)
  }

  static let signInRefused = OperationsError(
    .signInRefused, "The name, the password or the code is not right.")

  private func candidate(_ name: PersonName?, typed: String, at now: Instant) async throws -> Candidate {
    guard let name else { return Candidate() }
    let secretDigest = StoredSecret.digest(ofTyped: typed)
    let (person, credentials, secret) = try await ledger.read { db in
      (
        try Person.read(name, in: db), try Credentials.read(name, in: db),
        try secretDigest.flatMap { try StoredSecret.state($0, of: name, at: now, in: db) }
      )
    }
    return Candidate(
      person: person, hash: try ledger.passwordHash(credentials.passwordEntry),
      factor: try ledger.secondFactor(credentials.factorEntry), needsFactor: credentials.factorEntry != nil,
      spentStep: credentials.spentStep, secret: secret)
  }

  /// What the attempt proves; nil when it proves nothing.
  private func prove(_ candidate: Candidate, _ attempt: SignIn, at now: Instant) async throws -> Proven? {
    let hash = candidate.hash ?? hashOfNobody
    let isTooLong = attempt.password.utf8.count > 4 * PasswordRules.longest
    let typed = isTooLong ? "" : attempt.password
    let matches = try await passwords.run { try hash.matches(typed) }
    guard let person = candidate.person, person.state == .active else { return nil }
    let knows = matches && candidate.hash != nil && !isTooLong
    if !knows {
      switch candidate.secret {
      case .open: break
      case .spent:
        throw OperationsError(
          .secretSpent, "This one-time secret has been used or has expired; ask an administrator for a new one.")
      case nil: return nil
      }
    }
    let secret = knows ? nil : StoredSecret.digest(ofTyped: attempt.password)
    guard candidate.needsFactor else {
      return Proven(proof: knows ? .password : .oneTimeSecret, secret: secret, step: nil)
    }
    guard let code = attempt.code, !code.isEmpty else {
      return Proven(proof: .password, secret: secret, step: nil)
    }
    // A factor whose secret has been erased cannot be met; an administrator can remove it.
    guard let factor = candidate.factor,
      let step = TimeCode.match(code, secret: factor, at: now, after: candidate.spentStep)
    else { return nil }
    return Proven(proof: knows ? .passwordAndCode : .oneTimeSecret, secret: secret, step: step)
  }

  /// Begins a session for whoever proved an identity of the provider, as long as it is joined to the person.
  func begin(
    _ person: Person, provedBy identity: String, address: String, replacing: String?
  ) async throws -> IssuedSession {
    let attempt = SignIn(name: person.name.text, password: "", address: address, replacing: replacing)
    return try await begin(person, Proven(proof: .provider, secret: nil, step: nil), attempt) { ground in
      guard try JoinedIdentities.person(of: identity, in: ground.views) == person.name else {
        throw IdentityRefusal(.unknown)
      }
    }
  }

  /// Begins the session, in one command with the spending of secret and code and the end of what it replaces.
  private func begin(
    _ person: Person, _ proven: Proven, _ attempt: SignIn,
    provided: @escaping @Sendable (Ground) throws -> Void = { _ in }
  ) async throws -> IssuedSession {
    let purpose = attempt.purpose ?? Self.plainPurpose(of: person.viewer)
    let session = NewSession.make(
      person.name, purpose: purpose, proof: proven.proof, step: proven.step, address: attempt.address, surroundings,
      limits)
    let acting = Acting(viewer: person.viewer, purpose: purpose, means: .session(session.began.session))
    guard Self.purposes(of: person.viewer).contains(purpose) else {
      let error = OperationsError([.purposeNotGranted])
      try await recordRefusal(error, act: .see, kind: .account, item: nil, as: acting)
      throw error
    }
    let replaced = try await endReplaced(attempt.replacing)
    let later = surroundings.later()
    _ = try await append(as: acting) { ground in
      // The views may have moved on while the password was being checked.
      guard try Person.existing(person.name, ground).state == .active else { throw Self.signInRefused }
      try provided(ground)
      var drafts = try EndSession.makingRoom(for: person.name, ground)
      if let digest = proven.secret {
        guard try StoredSecret.state(digest, of: person.name, at: later, in: ground.views) == .open else {
          throw OperationsError(.secretSpent, "This one-time secret has just been used.")
        }
        let used = StoredSecret.Used(person: person.name, digest: digest)
        drafts.append(try EntryDraft(used, about: ground.now, marking: ground.marking(.official)))
      }
      let spent = try Credentials.read(person.name, in: ground.views).spentStep
      if let step = proven.step, step <= spent ?? .min { throw Self.signInRefused }
      return drafts + [try session.draft(ground)]
    }
    if let replaced, replaced != person.name { try await refreshAccess(of: replaced) }
    try await refreshAccess(of: person.name)
    return try issued(session)
  }

  /// Ends the session that the browser held before.
  private func endReplaced(_ token: String?) async throws -> PersonName? {
    guard let token, let live = liveSession(token) else { return nil }
    _ = try await append(as: itself) { ground in try EndSession.one(live.stored.id, .replaced, ground) }
    return live.stored.person
  }

  private func recordFailure(_ person: PersonName?, key: String, address: String) async throws {
    let (now, steady) = (surroundings.now(), surroundings.steady())
    let (failures, addressFailures, unrecorded) = guardPosts.withLock { posts in
      (
        posts.names.count(key, at: steady), posts.addresses.count(NetworkAddress.key(of: address), at: steady),
        posts.admitRecord(at: steady)
      )
    }
    guard let unrecorded else { return }
    let fact = SignInFailed(
      person: person, failures: failures, addressFailures: addressFailures, unrecorded: unrecorded)
    let subjects = person.map { [subject(of: $0)] } ?? []
    let part = PayloadPart(name: PartName.address, subjects: subjects, bytes: [UInt8](address.utf8.prefix(128)))
    _ = try await append(as: itself) { ground in
      [try EntryDraft(fact, about: now, marking: ground.marking(.official), sealed: [part])]
    }
  }
}
