/// The answer to "who is who": pairs with their probabilities, and the clusters that follow.
public struct ResolutionAnswer: Sendable {
  /// What was learned.
  public let model: LinkageModel
  /// How candidates were found.
  public let plan: BlockingPlan
  /// The pairs that are written down.
  public let pairs: [ScoredPair]
  /// The cluster of each record, numbered by its first record.
  public let clusters: [UInt32]
  /// Places where a cluster hangs together by little.
  public let bridges: [DoubtfulBridge]
  /// How many pairs were compared.
  public let candidates: Int
  /// How many records had keys too common to be used, by rule.
  public let commonRecords: [Int]
}
