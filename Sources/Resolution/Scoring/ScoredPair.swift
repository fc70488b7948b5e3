/// Two records and the evidence that they are one entity.
public struct ScoredPair: Hashable, Sendable {
  /// The records, by their places; the lower first.
  public var left, right: UInt32
  /// The evidence in bits, that before anything is known with it: 0 is even odds, 10 is about 1000 to 1.
  public var bits: Float

  /// The probability that they are one entity.
  public var probability: Double { LinkageModel.probability(bits: Double(bits)) }
}
