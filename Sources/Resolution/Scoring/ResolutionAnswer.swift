/// The answer to "who is who": pairs with their probabilities, and the clusters that follow.
public struct ResolutionAnswer: Sendable {
  /// What was learned.
  public let learned: LearnedLinkage
  /// The pairs, each judged together with the others of its clusters: those within a cluster, and those between.
  public let pairs: [ScoredPair]
  /// The candidate pairs, each judged by itself.
  public let candidatePairs: [ScoredPair]
  /// The cluster of each record, numbered by its first record.
  public let clusters: [UInt32]
  /// Places where a cluster hangs together by little.
  public let bridges: [DoubtfulBridge]
  /// How many pairs were compared.
  public let comparisons: Int
  /// How many records had keys too common to be used, by rule.
  public let commonRecords: [Int]
}
