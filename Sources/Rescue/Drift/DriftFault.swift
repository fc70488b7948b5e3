/// Why a drift cannot be computed, in words that say what to change.
public struct DriftFault: Error, Hashable, Sendable, CustomStringConvertible {
  /// What kind of thing is wrong.
  public enum Code: String, Sendable {
    /// A number lies outside its limits.
    case limit
    /// There is no hypothesis, or its weight is not a number above 0.
    case hypothesis
    /// A field does not cover the time of the drift.
    case cover
    /// Two wishes exclude each other.
    case contradiction
  }

  /// What kind of thing is wrong.
  public let code: Code
  /// The fault in a sentence.
  public let message: String

  /// A fault of a scenario.
  public init(code: Code, message: String) {
    self.code = code
    self.message = message
  }

  /// The fault in a sentence.
  public var description: String { message }
}
