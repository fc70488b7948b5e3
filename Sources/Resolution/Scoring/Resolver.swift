import Foundation

/// Resolves records: learns from them, finds candidates, weighs pairs and gathers clusters.
///
/// It is a function of its input: the same records give the same answer, without labels and without randomness.
public struct Resolver: Sendable {
  /// The bounds that it keeps.
  public let limits: ResolutionLimits
  /// A more knowing comparison of names, or nil for that of letters alone.
  public let names: (any NameComparing)?

  /// A resolver with these bounds.
  public init(limits: ResolutionLimits = ResolutionLimits(), names: (any NameComparing)? = nil) {
    self.limits = limits
    self.names = names
  }

  /// Resolves a table.
  ///
  /// - Parameters:
  ///   - constraints: what people have judged; it is obeyed.
  ///   - progress: is told how far the run has come.
  public func resolve(
    _ table: CleanTable, constraints: Constraints = Constraints(), progress: (ResolutionProgress) -> Void = { _ in }
  ) -> ResolutionAnswer {
    var comparison = RecordComparison(table, names: names)
    let parts = KeyPart.all(of: table, hasNames: names != nil)
    let hashes = parts.map { $0.hashes(in: table, names: names) }
    let sample = TrainingSample(table, parts: parts, hashes: hashes, comparison: &comparison, limits: limits) {
      progress(ResolutionProgress(stage: "drawing pairs", share: $0))
    }
    let chances = ChanceSurvey(table, comparison: &comparison).shares
    let training = ExpectationMaximisation(table, sample: sample, parts: parts, chances: chances)
    let model = training.learn { progress(ResolutionProgress(stage: "learning", share: $0)) }
    let plan = BlockingPlan(
      table, parts: parts, sample: sample, weighed: training.weighed(by: model), model: model, limits: limits)
    let finder = CandidateFinder(table, plan: plan, hashes: hashes, limits: limits)
    let evidence = PairEvidence(table, model: model)
    let least = Float(-log2(1 / limits.leastProbability - 1))
    var (pairs, candidates) = ([ScoredPair](), 0)
    finder.forEachPair(progress: { progress(ResolutionProgress(stage: "comparing", share: $0)) }) { left, right in
      candidates += 1
      guard evidence.bound(left, right) >= least else { return }
      let bits = evidence.bits(comparison.vector(left, right), left, right)
      if bits >= least { pairs.append(ScoredPair(left: UInt32(left), right: UInt32(right), bits: bits)) }
    }
    progress(ResolutionProgress(stage: "clustering", share: 0))
    var clustering = Clustering(table, pairs: pairs, constraints: constraints, limits: limits)
    clustering.gather(comparison: &comparison, evidence: evidence)
    return ResolutionAnswer(
      model: model, plan: plan, pairs: pairs, clusters: clustering.clusters, bridges: clustering.bridges,
      candidates: candidates, commonRecords: finder.commonRecords)
  }
}
