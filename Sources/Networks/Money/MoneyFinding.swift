/// A pattern that was found on an account, with the transfers that make it.
///
/// It says what was seen and from where on it is named; it is no judgement of a person. Wages, rents and shops look alike.
public struct MoneyFinding: Hashable, Sendable {
  /// Which pattern.
  public enum Pattern: String, CaseIterable, Hashable, Sendable {
    /// Many pay into one account.
    case fanIn = "fan-in"
    /// One account pays many.
    case fanOut = "fan-out"
    /// What comes in goes out at once.
    case passThrough = "rapid pass-through"
    /// Payments cut to stay below an amount that must be reported.
    case structuring = "structuring"
  }

  /// Which pattern.
  public let pattern: Pattern
  /// The account on which it was found.
  public let account: Int
  /// The transfers that make it, by their place in the list, in the order of time.
  public let transfers: [Int]
  /// What was seen, and the threshold.
  public let explanation: String
}
