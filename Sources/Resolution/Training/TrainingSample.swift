/// Candidate pairs of many rules, a bounded number of each, so that no common name can outweigh the rest.
struct TrainingSample {
  /// A pair that was drawn, with the rule that drew it.
  struct Draw {
    let rule: Int
    /// Which parts of keys the two records share.
    let shared: UInt64
    let vector: ComparisonVector
  }

  /// The most pairs that one rule may draw.
  static let pairsPerRule = 3_000
  /// The rules that were tried.
  private(set) var rules: [BlockingRule] = []
  /// The share of each rule's pairs that was drawn.
  private(set) var fractions: [Double] = []
  /// The number of pairs of each rule over all records, estimated from what was drawn.
  private(set) var pairs: [Double] = []
  /// The pairs.
  private(set) var draws: [Draw] = []

  /// Draws pairs by every rule of one or two parts that makes no more pairs than the budget.
  init(
    _ table: CleanTable, parts: [KeyPart], hashes: [[UInt32]], comparison: inout RecordComparison,
    limits: ResolutionLimits, progress: (Double) -> Void
  ) {
    let budget = Double(max(limits.leastPairBudget, table.count * limits.pairsPerRecord))
    var candidates = parts.indices.map { BlockingRule(parts: [$0]) }
    for one in parts.indices {
      for other in parts.indices where other > one && Set(parts[one].fields).isDisjoint(with: parts[other].fields) {
        candidates.append(BlockingRule(parts: [one, other]))
      }
    }
    for (number, rule) in candidates.enumerated() {
      progress(Double(number) / Double(candidates.count))
      draw(rule, table, hashes, budget: budget, most: limits.recordsPerBlock, &comparison)
    }
  }

  private mutating func draw(
    _ rule: BlockingRule, _ table: CleanTable, _ hashes: [[UInt32]], budget: Double, most: Int,
    _ comparison: inout RecordComparison
  ) {
    // Keys are hashes, so the lowest keys are a random choice of blocks.
    var fraction = min(1, 20_000 / Double(max(1, table.count)))
    while true {
      let bound = UInt32(min(Double(UInt32.max), fraction * Double(UInt32.max)))
      let blocks = Blocks(records: table.count, most: most) { record in
        let key = rule.key { hashes[$0][record] }
        return key <= bound ? key : 0
      }
      if Double(blocks.pairs) / fraction > budget * 2 { return }
      if blocks.pairs < Self.pairsPerRule / 2, fraction < 1 {
        fraction = min(1, fraction * 8)
        continue
      }
      take(blocks, rule, fraction, table, hashes, &comparison)
      return
    }
  }

  private mutating func take(
    _ blocks: Blocks, _ rule: BlockingRule, _ fraction: Double, _ table: CleanTable, _ hashes: [[UInt32]],
    _ comparison: inout RecordComparison
  ) {
    guard blocks.pairs > 0 else { return }
    var (taken, reached, crossing) = (0, 0, 0)
    let boundary = table.firstSourceCount
    blocks.forEachBlock { places in
      guard taken < Self.pairsPerRule else { return }
      for one in places {
        for other in places where other > one {
          let (left, right) = (blocks.record(one), blocks.record(other))
          reached += 1
          if let boundary, (left < boundary) == (right < boundary) { continue }
          crossing += 1
          guard taken < Self.pairsPerRule else { continue }
          taken += 1
          var shared: UInt64 = 0
          for part in hashes.indices where hashes[part][left] != 0 && hashes[part][left] == hashes[part][right] {
            shared |= 1 << UInt64(part)
          }
          draws.append(Draw(rule: rules.count, shared: shared, vector: comparison.vector(left, right)))
        }
      }
    }
    guard crossing > 0 else { return }
    rules.append(rule)
    let all = Double(blocks.pairs) / fraction * Double(crossing) / Double(reached)
    pairs.append(all)
    fractions.append(min(1, Double(taken) / all))
  }
}
