/// A place where a cluster hangs together by little: the two parts and how likely they are one.
public struct DoubtfulBridge: Hashable, Sendable {
  /// The records whose pair joined the two parts.
  public let left, right: UInt32
  /// How many records each part had when they were joined.
  public let leftCount, rightCount: Int
  /// How likely the two parts are one entity, by all that is known of them.
  public let probability: Double
}
