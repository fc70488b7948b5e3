package import Geodesy

/// What was refused or went wrong in the operations of a centre.
///
/// The desk translates `code`; `message` is plain English for the terminal and for engineers, says what to do and holds
/// no personal data.
package struct OperationsError: Error, Sendable, CustomStringConvertible {
  /// What kind of thing went wrong.
  package var code: Code
  /// What to do about it, in English.
  package var message: String
  /// The codes of the reasons of a refusal, as `Marking` spells them.
  package var reasons: [String]
  /// When it makes sense to try again, if waiting helps.
  package var retryAt: Instant?
  /// The error beneath, if there is one.
  package var cause: (any Error)?

  package init(
    _ code: Code, _ message: String, reasons: [String] = [], retryAt: Instant? = nil, cause: (any Error)? = nil
  ) {
    self.code = code
    self.message = message
    self.reasons = reasons
    self.retryAt = retryAt
    self.cause = cause
  }

  package var description: String {
    var text = "\(code.rawValue): \(message)"
    if !reasons.isEmpty { text += " (\(reasons.joined(separator: ", ")))" }
    if let cause { text += " [\(cause)]" }
    return text
  }
}

extension OperationsError {
  /// The codes that the desk translates.
  package struct Code: RawRepresentable, Hashable, Sendable {
    package let rawValue: String
    package init(rawValue: String) { self.rawValue = rawValue }

    /// The rules of marking and purpose do not permit it.
    package static let refused = Code(rawValue: "refused")
    /// The bearer token does not carry the scope that this needs.
    package static let scopeMissing = Code(rawValue: "scope-missing")
    /// Name, password or code are wrong; which of them is not said.
    package static let signInRefused = Code(rawValue: "sign-in-refused")
    /// Too many failures: wait until `retryAt`.
    package static let signInDelayed = Code(rawValue: "sign-in-delayed")
    /// The one-time secret was right once, and is used, replaced or expired.
    package static let secretSpent = Code(rawValue: "secret-spent")
    /// There is no such session, or it has ended.
    package static let signedOut = Code(rawValue: "signed-out")
    /// The session may do nothing but set a password.
    package static let passwordMustBeSet = Code(rawValue: "password-must-be-set")
    /// The new password breaks a rule; `reasons` holds which.
    package static let passwordRefused = Code(rawValue: "password-refused")
    /// The six digits are wrong, too old or used already.
    package static let codeRefused = Code(rawValue: "code-refused")
    /// There is no such bearer token, or it is revoked or expired.
    package static let tokenRefused = Code(rawValue: "token-refused")
    /// A value in the command cannot be accepted; the message says which.
    package static let invalid = Code(rawValue: "invalid")
    /// What the command names does not exist.
    package static let notFound = Code(rawValue: "not-found")
    /// What the command would add is there already, or the state has moved on.
    package static let conflict = Code(rawValue: "conflict")
    /// What the sensors saw at that time counts as a search already; it can be counted again from `retryAt` on.
    package static let counted = Code(rawValue: "counted")
    /// A named limit is reached.
    package static let limit = Code(rawValue: "limit")
    /// The machine is too busy to check one more password now.
    package static let busy = Code(rawValue: "busy")
  }
}
