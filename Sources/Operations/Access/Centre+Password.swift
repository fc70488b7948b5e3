import Ledger
import Marking
import Synchronization

extension Centre {
  /// Sets a new password, ends every session of the person and begins one anew.
  ///
  /// - Parameters:
  ///   - current: the password until now; nil only in a session that must set a password.
  /// - Throws: `OperationsError` with code `passwordRefused` and the rules that the new password breaks as reasons,
  ///   `signInRefused` when the current password is wrong, `signInDelayed` after too many wrong ones.
  package func setPassword(current: String?, new: String, session token: String) async throws -> IssuedSession {
    let session = try await self.session(token: token)
    let person = session.person
    if !session.mustSetPassword { try await check(current ?? "", of: session) }
    let context = [person.name.text, person.displayName ?? "", person.agency, settings.name]
    let breaches = PasswordRules.breaches(new, context: context)
    guard breaches.isEmpty, new != current else {
      let reasons = breaches.isEmpty ? [PasswordRules.Breach.unchanged] : breaches
      throw OperationsError(
        .passwordRefused,
        "A password has at least \(PasswordRules.shortest) characters and is neither obvious nor the former one.",
        reasons: reasons.map(\.rawValue))
    }
    let salt = surroundings.randomBytes(PasswordHash.saltBytes)
    let hash = try await passwords.run { [limits] in
      try PasswordHash.make(new, cost: limits.passwordCost, salt: salt)
    }
    let next = NewSession.make(
      person.name, purpose: session.purpose, proof: .newPassword, address: nil, surroundings, limits)
    let command = SetPassword(person: person.name, hash: hash, session: next, setIn: session.id)
    let acting = Acting(viewer: person.viewer, purpose: .administration, means: session.acting.means)
    _ = try await append(as: acting) { ground in try command.entries(ground) }
    try await refreshAccess(of: person.name)
    return try issued(next)
  }

  /// Checks the password of someone who is signed in; wrong ones count like wrong sign-ins.
  private func check(_ password: String, of session: Session) async throws {
    let name = session.person.name
    let now = surroundings.steady()
    if let openAt = guardPosts.withLock({ $0.names.admit(name.text, at: now) }) {
      throw OperationsError(.signInDelayed, "Too many wrong passwords; wait and try again.", retryAt: openAt)
    }
    let credentials = try await ledger.read { db in try Credentials.read(name, in: db) }
    let hash = try ledger.passwordHash(credentials.passwordEntry) ?? hashOfNobody
    let isTooLong = password.utf8.count > 4 * PasswordRules.longest
    do {
      guard try await passwords.run({ try hash.matches(isTooLong ? "" : password) }), !isTooLong else {
        throw OperationsError(.signInRefused, "The current password is not right.")
      }
    } catch let error as OperationsError where error.code == .busy {
      guardPosts.withLock { $0.names.takeBack(name.text) }
      throw error
    }
    guardPosts.withLock { $0.names.forget(name.text) }
  }
}
