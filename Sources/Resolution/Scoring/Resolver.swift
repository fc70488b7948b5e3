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

  /// Learns from a table how to tell who is who, and resolves it.
  ///
  /// - Parameters:
  ///   - constraints: what people have judged; it is obeyed.
  ///   - progress: is told how far the run has come.
  public func resolve(
    _ table: CleanTable, constraints: Constraints = Constraints(),
    progress: (ResolutionProgress) -> Void = { _ in }
  ) -> ResolutionAnswer {
    let learned = learn(table, progress: progress)
    return resolve(table, learned: learned, constraints: constraints, progress: progress)
  }

  /// Learns from a table, without labels, how often values agree and which rules find candidates.
  public func learn(
    _ table: CleanTable, progress: (ResolutionProgress) -> Void = { _ in }
  ) -> LearnedLinkage {
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
    return LearnedLinkage(model: model, plan: plan, evidence: PairEvidence(table, model: model))
  }

  /// Resolves a table by what was learned before, of the same columns.
  public func resolve(
    _ table: CleanTable, learned: LearnedLinkage, constraints: Constraints = Constraints(),
    progress: (ResolutionProgress) -> Void = { _ in }
  ) -> ResolutionAnswer {
    let least = Self.bits(probability: limits.leastProbability)
    var scorer = PairScorer(table, evidence: learned.evidence, names: names, least: least)
    let finder = CandidateFinder(table, plan: learned.plan, names: names, limits: limits)
    let width = table.fields.count
    var (pairs, candidates) = ([ScoredPair](), 0)
    return table.cells.withUnsafeBufferPointer { cells in
      finder.forEachPair(progress: { progress(ResolutionProgress(stage: "comparing", share: $0)) }) { one, other in
        candidates += 1
        let (left, right) = (RecordRow(cells, one, width: width), RecordRow(cells, other, width: width))
        if let bits = scorer.bits(left, right) {
          pairs.append(ScoredPair(left: UInt32(min(one, other)), right: UInt32(max(one, other)), bits: bits))
        }
      }
      progress(ResolutionProgress(stage: "gathering", share: 0))
      var clustering = Clustering(count: table.count, constraints: constraints, limits: limits)
      clustering.gather(pairs) { one, other in
        let (left, right) = (RecordRow(cells, Int(one), width: width), RecordRow(cells, Int(other), width: width))
        return scorer.byField(left, right)
      }
      return ResolutionAnswer(
        learned: learned, pairs: clustering.pairs, candidatePairs: pairs, clusters: clustering.clusters,
        bridges: clustering.bridges, comparisons: candidates, commonRecords: finder.commonRecords)
    }
  }

  /// The evidence that a probability stands for.
  static func bits(probability: Double) -> Float { Float(-log2(1 / probability - 1)) }
}
