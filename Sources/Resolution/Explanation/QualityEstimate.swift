/// What precision and recall are to be expected, without truth, from probabilities that mean what they say.
public struct QualityEstimate: Hashable, Sendable {
  /// The threshold of probability from which a pair is taken as one entity.
  public let threshold: Double
  /// The expected share of the taken pairs that are one entity.
  public let precision: Double
  /// The expected share of the pairs of one entity that are taken.
  public let recall: Double

  /// The harmonic mean of both.
  public var f1: Double { precision + recall > 0 ? 2 * precision * recall / (precision + recall) : 0 }

  /// The estimate of an answer.
  ///
  /// Pairs under the least probability that is written, and pairs that no rule of blocking finds, are lost to recall.
  public init(_ answer: ResolutionAnswer, threshold: Double) {
    self.threshold = threshold
    var (taken, takenMatches, matches) = (0.0, 0.0, 0.0)
    for pair in answer.pairs {
      let probability = pair.probability
      matches += probability
      if probability >= threshold {
        taken += 1
        takenMatches += probability
      }
    }
    precision = taken > 0 ? takenMatches / taken : 1
    recall = matches > 0 ? takenMatches / matches * answer.learned.plan.expectedRecall : 1
  }
}
