/// The rules by which candidate pairs are found, chosen from the records, with the recall that is expected of them.
public struct BlockingPlan: Sendable {
  /// A rule that was chosen.
  public struct Chosen: Sendable {
    /// The rule in words.
    public let words: String
    /// How many pairs it makes, about.
    public let pairs: Double
    /// The share of the matches that the rules up to this one find.
    public let recall: Double
    let rule: BlockingRule
  }

  /// The rules, the most useful first; none when every pair is compared.
  public let chosen: [Chosen]
  /// The share of all matches that are expected among the candidates, those that no rule finds among all; 0 when no drawn pair was a
  /// match and nothing is known of it.
  public let expectedRecall: Double
  /// Whether every pair is compared, since there are few.
  public let isExhaustive: Bool
  let parts: [KeyPart]

  /// Chooses rules one by one, each time the one that finds most matches for its pairs, until nothing is gained or the budget is spent.
  ///
  /// The matches that no rule at all finds are estimated from those that one rule finds and those that two find (Chao 1984).
  init(
    _ table: CleanTable, parts: [KeyPart], sample: TrainingSample,
    weighed: [(bits: Double, weight: Double, finders: RuleSet)], model: LinkageModel, limits: ResolutionLimits
  ) {
    let budget = Double(max(limits.leastPairBudget, table.count * limits.pairsPerRecord))
    isExhaustive = table.possiblePairs <= Double(limits.leastPairBudget) / 4
    var (matches, sure) = ([RuleSet: Double](), [RuleSet: Double]())
    for draw in weighed {
      let probability = LinkageModel.probability(bits: draw.bits + model.priorBits)
      if probability > 0.2 { matches[draw.finders, default: 0] += probability * draw.weight }
      if probability > 0.9 { sure[draw.finders, default: 0] += probability * draw.weight }
    }
    let total = matches.values.reduce(0, +)
    var (open, chosen, spent) = (matches, [Chosen](), 0.0)
    while chosen.count < limits.blockingRules, !isExhaustive {
      let best = Self.best(sample, open: open, total: total, left: budget - spent, records: table.count)
      guard let best else { break }
      let rule = sample.rules[best]
      open = open.filter { !$0.key.contains(best) }
      spent += sample.pairs[best]
      let words = rule.parts.map { parts[$0].words(in: table) }.joined(separator: " + ")
      let found = total > 0 ? 1 - open.values.reduce(0, +) / total : 0
      chosen.append(Chosen(words: words, pairs: sample.pairs[best], recall: found, rule: rule))
    }
    self.parts = parts
    self.chosen = chosen
    expectedRecall = isExhaustive ? 1 : (chosen.last?.recall ?? 0) * Self.completeness(sure)
  }

  /// The hashes of the parts that the rules use, by part and record.
  func hashes(of table: CleanTable, names: (any NameComparing)?) -> [[UInt32]?] {
    let used = Set(chosen.flatMap(\.rule.parts))
    return parts.indices.map { used.contains($0) ? parts[$0].hashes(in: table, names: names) : nil }
  }

  /// The rule that finds most for its pairs, or nil when none finds enough.
  private static func best(
    _ sample: TrainingSample, open: [RuleSet: Double], total: Double, left: Double, records: Int
  ) -> Int? {
    var (best, bestYield) = (Int?.none, 0.0)
    for number in sample.rules.indices where sample.pairs[number] <= left {
      let gain = open.reduce(0.0) { $1.key.contains(number) ? $0 + $1.value : $0 }
      guard gain > total * 2e-4, gain > 0.5, gain * 2_000 > sample.pairs[number] else { continue }
      let yield = gain / (sample.pairs[number] + Double(records) / 2)
      if yield > bestYield { (best, bestYield) = (number, yield) }
    }
    return best
  }

  /// The share of matches that any rule finds, from those that one rule finds and those that two find; doubtful matches are
  /// left aside, for chance pairs are found once.
  private static func completeness(_ matches: [RuleSet: Double]) -> Double {
    let total = matches.values.reduce(0, +)
    guard total > 0 else { return 0 }
    var (once, twice) = (0.0, 0.0)
    for (finders, weight) in matches {
      if finders.count == 1 { once += weight } else if finders.count == 2 { twice += weight }
    }
    let unseen = twice > 0 ? once * once / (2 * twice) : once
    return total / (total + unseen)
  }
}
