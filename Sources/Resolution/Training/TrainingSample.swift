/// Candidate pairs of many rules, a bounded number of each, so that no common name can outweigh the rest.
struct TrainingSample {
  /// A pair that was drawn, with the rule that drew it.
  struct Draw {
    let rule: Int
    let left, right: UInt32
    let vector: ComparisonVector
    /// Which of the rules that were tried find the pair.
    var finders = RuleSet()
    /// How many pairs of all records it stands for.
    var weight = 1.0
  }

  /// How many pairs all rules together draw, about, and the most and the fewest that one rule may draw.
  private static let (allPairs, mostPairs, fewestPairs) = (240_000, 3_000, 800)
  /// How many records are looked at first for a rule; more when they make too few pairs.
  private static let firstRecords = 20_000.0
  /// The rules that were tried.
  private(set) var rules: [BlockingRule] = []
  /// The share of each rule's pairs that was drawn.
  private(set) var fractions: [Double] = []
  /// The number of pairs of each rule over all records, estimated from what was drawn.
  private(set) var pairs: [Double] = []
  /// The pairs.
  private(set) var draws: [Draw] = []
  private let pairsPerRule: Int
  private let table: CleanTable
  private let hashes: [[UInt32]]
  private let limits: ResolutionLimits

  /// Draws pairs by every rule of one or two parts that makes no more pairs than the budget.
  init(
    _ table: CleanTable, parts: [KeyPart], hashes: [[UInt32]], comparison: inout RecordComparison,
    limits: ResolutionLimits, progress: (Double) -> Void
  ) {
    self.table = table
    self.hashes = hashes
    self.limits = limits
    let candidates = Self.candidates(parts)
    pairsPerRule = min(Self.mostPairs, max(Self.fewestPairs, Self.allPairs / max(1, candidates.count)))
    for (number, rule) in candidates.enumerated() where rules.count < RuleSet.most {
      progress(Double(number) / Double(candidates.count))
      draw(rule, &comparison)
    }
    findFinders()
  }

  private static func candidates(_ parts: [KeyPart]) -> [BlockingRule] {
    var candidates = parts.indices.map { BlockingRule(parts: [$0]) }
    for one in parts.indices {
      for other in parts.indices where other > one && Set(parts[one].fields).isDisjoint(with: parts[other].fields) {
        candidates.append(BlockingRule(parts: [one, other]))
      }
    }
    return candidates
  }

  private mutating func draw(_ rule: BlockingRule, _ comparison: inout RecordComparison) {
    let budget = Double(max(limits.leastPairBudget, table.count * limits.pairsPerRecord))
    // Keys are hashes, so the lowest keys are a random choice of blocks.
    var fraction = min(1, Self.firstRecords / Double(max(1, table.count)))
    while true {
      let bound = UInt32(min(Double(UInt32.max), fraction * Double(UInt32.max)))
      let blocks = Blocks(records: table.count, most: limits.recordsPerBlock) { record in
        let key = rule.key { hashes[$0][record] }
        return key <= bound ? key : 0
      }
      if Double(blocks.pairs) / fraction > budget * 2 { return }
      guard blocks.pairs < pairsPerRule / 2, fraction < 1 else {
        return take(blocks, rule, fraction, &comparison)
      }
      fraction = min(1, fraction * 8)
    }
  }

  private mutating func take(
    _ blocks: Blocks, _ rule: BlockingRule, _ fraction: Double, _ comparison: inout RecordComparison
  ) {
    var (taken, reached, crossing) = (0, 0, 0)
    let boundary = table.firstSourceCount
    blocks.forEachBlock { places in
      guard taken < pairsPerRule else { return }
      for one in places {
        for other in places where other > one {
          let (left, right) = (blocks.record(one), blocks.record(other))
          reached += 1
          if let boundary, (left < boundary) == (right < boundary) { continue }
          crossing += 1
          guard taken < pairsPerRule else { continue }
          taken += 1
          draws.append(
            Draw(
              rule: rules.count, left: UInt32(left), right: UInt32(right), vector: comparison.vector(left, right)))
        }
      }
    }
    guard crossing > 0 else { return }
    rules.append(rule)
    let all = Double(blocks.pairs) / fraction * Double(crossing) / Double(reached)
    pairs.append(all)
    fractions.append(min(1, Double(taken) / all))
  }

  /// Finds for each pair which rules find it: those whose parts it shares, unless so many records do that the key is not used.
  private mutating func findFinders() {
    let places = Dictionary(uniqueKeysWithValues: rules.enumerated().map { ($1, $0) })
    let sharers = hashes.map(Self.sharers)
    let (records, most) = (Double(table.count), Double(limits.recordsPerBlock))
    for index in draws.indices {
      let (left, right) = (Int(draws[index].left), Int(draws[index].right))
      let shared = hashes.indices.filter { hashes[$0][left] != 0 && hashes[$0][left] == hashes[$0][right] }
      let counts = shared.map { Double(sharers[$0][hashes[$0][left]] ?? 1) }
      var finders = RuleSet()
      for one in shared.indices {
        if counts[one] <= most, let rule = places[BlockingRule(parts: [shared[one]])] { finders.insert(rule) }
        for other in shared.indices.dropFirst(one + 1) where counts[one] * counts[other] / records <= most {
          if let rule = places[BlockingRule(parts: [shared[one], shared[other]])] { finders.insert(rule) }
        }
      }
      finders.insert(draws[index].rule)
      draws[index].finders = finders
      var share = 0.0
      finders.forEach { share += fractions[$0] }
      draws[index].weight = 1 / share
    }
  }

  private static func sharers(_ hashes: [UInt32]) -> [UInt32: UInt32] {
    var counts = [UInt32: UInt32]()
    for hash in hashes where hash != 0 { counts[hash, default: 0] += 1 }
    return counts
  }
}
