public import Geodesy

/// Estimates how many boats the evidence of a night is about, and which evidence is about which boat.
///
/// It advises: it proposes a grouping with its chances, says why, and names the question that would settle it. A person
/// decides, and what an officer has decided is obeyed without exception. The same evidence, seed and history of calls
/// give the same answer on every machine of one kind. What was reckoned for the last answer is kept, so that one more
/// report costs a small part of a first answer.
public struct BoatDiscriminator: Sendable {
  /// How much is sampled: the more, the steadier the answer.
  public struct Effort: Hashable, Sendable {
    /// Independent chains, which guard each other against being stuck.
    public var chains: Int
    /// Rounds of each chain while it warms up.
    public var warming: Int
    /// Rounds of each chain that count.
    public var counting: Int
    /// Rounds while a chain of the last answer takes in new evidence.
    public var rewarming: Int

    /// What a desk needs, or as given; each number is held between 1 and 10,000.
    public init(chains: Int = 4, warming: Int = 20, counting: Int = 50, rewarming: Int = 6) {
      func held(_ number: Int) -> Int { min(10_000, max(1, number)) }
      (self.chains, self.warming) = (held(chains), held(warming))
      (self.counting, self.rewarming) = (held(counting), held(rewarming))
    }
  }

  private let parameters: DiscriminationParameters
  private let effort: Effort
  private let seed: UInt64
  private var memory = DiscriminationMemory()

  /// A discriminator.
  public init(parameters: DiscriminationParameters = .learned, effort: Effort = Effort(), seed: UInt64 = 1) {
    self.parameters = parameters
    self.effort = effort
    self.seed = seed
  }

  /// The answer for all that is known now; what has not changed since the last call is not reckoned again.
  ///
  /// - Parameter now: the moment for which the boats' whereabouts are estimated; the moment of the last evidence when none is
  ///   given. Nothing else depends on it.
  public mutating func picture(of evidence: NightEvidence, now: Instant? = nil) -> BoatPicture {
    var table = EvidenceTable(evidence, parameters: parameters, reference: memory.reference)
    memory.take(evidence, &table)
    let atoms = EvidenceAtoms(table, evidence.constraints)
    var scorer = BoatScorer(table: table, known: memory.takeScores())
    scorer.compareAll()
    let start = memory.start(table, evidence.constraints)
    let samples = GroupingSampler.sample(&scorer, atoms, effort: effort, seed: seed, start: start)
    memory.keep(scorer.known, samples.kept, table, evidence.constraints)
    let last = table.reference.adding(milliseconds: Int64((table.items.map(\.seconds).max() ?? 0) * 1000))
    return BoatPicture(samples, &scorer, atoms, evidence, now: now ?? last)
  }
}
