/// What was learned of records: the model, the rules of blocking and how common each value is.
public struct LearnedLinkage: Sendable {
  /// How often values agree in records of one entity and by chance.
  public let model: LinkageModel
  /// The rules by which candidates are found.
  public let plan: BlockingPlan
  let evidence: PairEvidence
}
