package import Geodesy

/// A bearer token, as a list shows it.
package struct BearerToken: Sendable, Hashable {
  /// The name of the token in the record; it opens nothing.
  package let id: String
  package let person: PersonName
  /// What the person calls it.
  package let label: String
  package let scopes: [TokenScope]
  package let issuedAt: Instant
  /// nil when it does not expire.
  package let expiresAt: Instant?
  /// The day of the last use, roughly: uses are recorded once in a while. nil when it was never used.
  package let lastUsedAt: Instant?
  package let isRevoked: Bool
}

/// A bearer token with the text that opens it; the text is shown once and kept nowhere.
package struct IssuedToken: Sendable, Hashable {
  package let text: String
  package let token: BearerToken
}
