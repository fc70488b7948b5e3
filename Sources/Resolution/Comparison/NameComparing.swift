/// Compares names more knowingly than letters alone allow, such as across scripts.
///
/// The engine asks only for pairs of distinct clean names that its own comparison finds different, each pair seldom twice, and
/// works without an answerer.
public protocol NameComparing: Sendable {
  /// How likely two names are spellings of one, between 0 and 1, calibrated on pairs that are half and half.
  func likeness(_ left: String, _ right: String) -> Double

  /// A key that spellings of one name share, for finding candidates; nil when the name has none.
  func key(_ name: String) -> UInt64?
}
