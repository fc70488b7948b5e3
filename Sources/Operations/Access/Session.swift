package import Geodesy
package import Marking

/// Someone's time at the desk, from sign-in to its end.
package struct Session: Sendable, Hashable {
  /// The name of the session in the record; it opens nothing.
  package let id: String
  package let person: Person
  /// The lawful purpose that was stated.
  package let purpose: Purpose
  package let startedAt: Instant
  /// When the session ends however much it is used.
  package let endsAt: Instant
  /// Whether the session may do nothing but set a password.
  package let mustSetPassword: Bool
  /// What a page sends back with everything that changes something, so that no other site can send it.
  package let pageToken: String

  /// Whether a page sent back the right page token; compares in a time that does not tell where they differ.
  package func accepts(pageToken typed: String) -> Bool {
    equalInConstantTime(Array(typed.utf8.prefix(SessionToken.longestBytes)), Array(pageToken.utf8))
  }

  /// Who acts in the session. Until a password is set that is somebody without any role.
  package var acting: Acting {
    var viewer = person.viewer
    if mustSetPassword { viewer.roles = [] }
    return Acting(viewer: viewer, purpose: purpose, means: .session(id))
  }
}

/// A session as the list of one's own sessions shows it.
package struct SessionSummary: Sendable, Hashable {
  package let id: String
  package let purpose: Purpose
  package let startedAt: Instant
  package let lastUsedAt: Instant
  package let endsAt: Instant
  /// Whether it is the session that asks.
  package let isThisOne: Bool
}

/// A session with the token that opens it; the token is handed to the browser and kept nowhere.
package struct IssuedSession: Sendable, Hashable {
  /// 256 random bits in base64url.
  package let token: String
  package let session: Session
}

/// What someone typed to sign in.
package struct SignIn: Sendable {
  /// The name as typed.
  package var name: String
  /// The password, or the one-time secret.
  package var password: String
  /// The six digits of the second factor, if they were asked for.
  package var code: String?
  /// The purpose that was chosen; nil for the one that goes with the person's role.
  package var purpose: Purpose?
  /// The network address that it came from.
  package var address: String
  /// The session token that the browser already holds, if any: it ends, whatever it was.
  package var replacing: String?

  package init(
    name: String, password: String, code: String? = nil, purpose: Purpose? = nil, address: String,
    replacing: String? = nil
  ) {
    self.name = name
    self.password = password
    self.code = code
    self.purpose = purpose
    self.address = address
    self.replacing = replacing
  }
}

/// How a sign-in went, when it was not refused.
package enum SignInOutcome: Sendable {
  /// In. When `session.mustSetPassword` is true the next page asks for a new password.
  case signedIn(IssuedSession)
  /// The password is right; ask for the six digits and sign in again with them.
  case codeNeeded
}

/// A second factor on offer, which counts once its first code has come back.
package struct SecondFactorOffer: Sendable, Hashable {
  /// The secret in base32, to type into an authenticator.
  package let secret: String
  /// The same as a link that authenticators read (`otpauth://totp/…`).
  package let link: String
}

/// Access that has just ended.
package struct Revocation: Sendable, Hashable {
  /// What ended: exactly the `Acting.means` of those who held it.
  package let means: Acting.Means
  package let reason: Reason

  package enum Reason: String, Sendable, Hashable, Codable {
    case signedOut
    case replaced
    case idle
    case tooOld
    case passwordChanged
    case personDisabled
    case personReset
    case endedByPerson
    case tokenRevoked
    /// Too many sessions at once.
    case crowdedOut
  }
}
