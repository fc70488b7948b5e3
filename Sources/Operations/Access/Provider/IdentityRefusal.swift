/// Why what a provider of identities says is not believed. The code stands in the record and picks the words on the page; it
/// holds nothing of what was sent.
package struct IdentityRefusal: Error, Sendable, Hashable {
  package enum Code: String, Sendable, CaseIterable {
    /// The provider answered with an error of its own, such as a refused consent.
    case refusedThere
    /// Nobody began this sign-in here, it was used already, or it took too long.
    case state
    /// The browser is another than the one that began.
    case browser
    /// The answer comes from another issuer than the one that was asked.
    case issuer
    /// The provider cannot be reached, or too slowly.
    case unreachable
    /// The provider answers something that the protocol does not allow.
    case answer
    /// The token cannot be read, or is too large.
    case form
    /// The token is signed with an algorithm that is not accepted.
    case algorithm
    /// No key of the provider fits the token.
    case key
    /// The signature is wrong.
    case signature
    /// The token is meant for another client.
    case audience
    /// The token has expired, or its time lies ahead.
    case time
    /// The token belongs to another sign-in.
    case nonce
    /// The access token is not the one that the token speaks of.
    case accessToken
    /// Nobody here is joined to this identity.
    case unknown
    /// The person has no access, or no role for the purpose.
    case person
  }

  package let code: Code
  /// What an administrator needs to join the identity to a person; only with `unknown`, and only for the one who proved it.
  package var subject: String?

  package init(_ code: Code, subject: String? = nil) {
    self.code = code
    self.subject = subject
  }
}
