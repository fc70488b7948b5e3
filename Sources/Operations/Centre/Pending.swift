package import Geodesy
package import Marking

private let pending = OperationsError(.busy, "Not written yet.")

extension Centre {
  // MARK: Centre
  /// Whether nobody has been added yet, so that the first person must be set up.
  package func needsSetUp() async throws -> Bool { throw pending }
  /// Sets up a new centre with its first person, who administers it and keeps watch; throws `conflict` when people exist.
  package func setUp(_ setUp: SetUp) async throws -> IssuedSecret { throw pending }
  /// The settings, from memory.
  package var settings: CentreSettings { .unset }
  package func change(_ command: ChangeSettings, as acting: Acting) async throws { throw pending }
  /// The last sequence that was recorded at a time or before it: what "as known at" means.
  package func sequence(knownAt instant: Instant) async throws -> Int64 { throw pending }
  /// Decides, records a refusal, and throws `refused` with the reasons.
  package func permit(_ act: Act, _ object: Protected, as acting: Acting) async throws { throw pending }

  // MARK: People
  package func agencies(as acting: Acting, asKnown: AsKnown = .now) async throws -> [Agency] { throw pending }
  package func add(_ command: AddAgency, as acting: Acting) async throws { throw pending }
  package func people(as acting: Acting, asKnown: AsKnown = .now) async throws -> [Person] { throw pending }
  package func person(_ name: PersonName, as acting: Acting, asKnown: AsKnown = .now) async throws -> Person {
    throw pending
  }
  package func add(_ command: AddPerson, as acting: Acting) async throws -> IssuedSecret { throw pending }
  package func change(_ command: ChangePerson, as acting: Acting) async throws { throw pending }
  /// Ends every session and token of the person at once.
  package func disable(_ command: DisablePerson, as acting: Acting) async throws { throw pending }
  package func enable(_ command: EnablePerson, as acting: Acting) async throws { throw pending }
  /// Ends every session of the person, voids the password, and gives a one-time secret in its place.
  package func reset(_ command: ResetPerson, as acting: Acting) async throws -> IssuedSecret { throw pending }

  // MARK: Access
  package func signIn(_ attempt: SignIn) async throws -> SignInOutcome { throw pending }
  /// The session that a token opens; throws `signedOut`.
  package func session(token: String) async throws -> Session { throw pending }
  /// Ends the session that a token opens; does nothing when there is none.
  package func signOut(token: String) async throws { throw pending }
  /// The caller's own sessions.
  package func sessions(as acting: Acting) async throws -> [Session] { throw pending }
  /// Ends one of the caller's own sessions.
  package func endSession(id: String, as acting: Acting) async throws { throw pending }
  /// States another purpose for the rest of a session.
  package func state(_ purpose: Purpose, session token: String) async throws -> Session { throw pending }
  /// The purposes that a person may state.
  package static func purposes(of viewer: Viewer) -> [Purpose] { [] }
  /// Sets a new password, ends every session of the person and begins one anew. `current` may be nil only in a session
  /// that must set a password.
  package func setPassword(current: String?, new: String, session token: String) async throws -> IssuedSession {
    throw pending
  }
  package func offerSecondFactor(session token: String) async throws -> SecondFactorOffer { throw pending }
  package func confirmSecondFactor(code: String, session token: String) async throws { throw pending }
  package func removeSecondFactor(code: String, session token: String) async throws { throw pending }
  /// Who acts with a bearer token; throws `tokenRefused`.
  package func bearer(_ text: String) async throws -> Acting { throw pending }
  package func issue(_ command: IssueToken, as acting: Acting) async throws -> IssuedToken { throw pending }
  package func revoke(_ command: RevokeToken, as acting: Acting) async throws { throw pending }
  /// The tokens of a person, or of everyone when nil.
  package func tokens(of person: PersonName?, as acting: Acting) async throws -> [BearerToken] { throw pending }
  /// Access that ends from now on. A stream that ends means that its reader fell behind and must end what it holds.
  package func revocations() -> AsyncStream<Revocation> { AsyncStream { $0.finish() } }

  // MARK: Log
  /// `key` makes a repeated command one command.
  package func write(_ command: WriteLogEntry, as acting: Acting, key: String? = nil) async throws -> LogEntry {
    throw pending
  }
  package func correct(_ command: CorrectLogEntry, as acting: Acting, key: String? = nil) async throws -> LogEntry {
    throw pending
  }
  package func log(_ query: LogQuery, as acting: Acting) async throws -> LogPage { throw pending }
  /// One entry of the log, nil when there is none; for the live stream, with the sequences of `ledger.commits()`.
  package func logEntries(from first: Int64, to last: Int64) async throws -> [LogEntry] { throw pending }

  // MARK: Consultation and record
  /// Records that something is looked at, once a session and hour; call it before showing. Throws `refused`.
  package func consult(_ consultation: Consultation, as acting: Acting) async throws { throw pending }
  package func record(_ query: RecordQuery, as acting: Acting) async throws -> RecordPage { throw pending }
}

package struct SetUp: Sendable {
  package var settings: CentreSettings
  package var agency: Agency
  package var person: PersonName
  package var displayName: String?
  package init(settings: CentreSettings, agency: Agency, person: PersonName, displayName: String? = nil) {
    self.settings = settings
    self.agency = agency
    self.person = person
    self.displayName = displayName
  }
}
package struct AddAgency: Sendable {
  package var agency: Agency
  package init(_ agency: Agency) { self.agency = agency }
}
package struct AddPerson: Sendable {
  package var name: PersonName
  package var displayName: String?
  package var agency: String
  package var roles: Set<Role>
  package var clearance: Clearance
  /// Whether an agency that is not known is added under its code.
  package var addsAgency: Bool
  package init(
    name: PersonName, displayName: String? = nil, agency: String, roles: Set<Role>,
    clearance: Clearance = Clearance(classification: .official), addsAgency: Bool = false
  ) {
    self.name = name
    self.displayName = displayName
    self.agency = agency
    self.roles = roles
    self.clearance = clearance
    self.addsAgency = addsAgency
  }
}
package struct ChangePerson: Sendable {
  package var name: PersonName
  package var displayName: String?
  package var agency: String
  package var roles: Set<Role>
  package var clearance: Clearance
  package init(name: PersonName, displayName: String?, agency: String, roles: Set<Role>, clearance: Clearance) {
    self.name = name
    self.displayName = displayName
    self.agency = agency
    self.roles = roles
    self.clearance = clearance
  }
}
package struct DisablePerson: Sendable {
  package var name: PersonName
  package init(_ name: PersonName) { self.name = name }
}
package struct EnablePerson: Sendable {
  package var name: PersonName
  package init(_ name: PersonName) { self.name = name }
}
package struct ResetPerson: Sendable {
  package var name: PersonName
  /// Whether the second factor goes too, for someone who has lost it.
  package var removesSecondFactor: Bool
  package init(_ name: PersonName, removesSecondFactor: Bool = false) {
    self.name = name
    self.removesSecondFactor = removesSecondFactor
  }
}
package struct IssueToken: Sendable {
  package var person: PersonName
  package var label: String
  package var scopes: [TokenScope]
  package var expiresAt: Instant?
  package init(person: PersonName, label: String, scopes: [TokenScope], expiresAt: Instant? = nil) {
    self.person = person
    self.label = label
    self.scopes = scopes
    self.expiresAt = expiresAt
  }
}
package struct RevokeToken: Sendable {
  package var id: String
  package init(_ id: String) { self.id = id }
}
package struct WriteLogEntry: Sendable {
  package var text: String
  /// The time that it is about; nil for now.
  package var about: Instant?
  /// The track that it is about, by its identifier.
  package var subject: String?
  package init(text: String, about: Instant? = nil, subject: String? = nil) {
    self.text = text
    self.about = about
    self.subject = subject
  }
}
package struct CorrectLogEntry: Sendable {
  /// The entry that is corrected.
  package var sequence: Int64
  package var text: String
  package init(_ sequence: Int64, text: String) {
    self.sequence = sequence
    self.text = text
  }
}
