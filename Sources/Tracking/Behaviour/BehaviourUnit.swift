/// The unit of a number in a rule or in evidence.
public enum BehaviourUnit: String, Hashable, Sendable, Codable, CaseIterable {
  case knots, degrees, seconds, metres
  /// A number of things.
  case count
  /// A probability or part of a whole, 0 to 1.
  case share
  /// A maritime identity.
  case mmsi
}
