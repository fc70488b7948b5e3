import Foundation

/// Learns a model from drawn pairs by expectation maximisation (Dempster, Laird and Rubin 1977).
///
/// Whether a pair is a match is judged by all its fields and by the share of matches among all pairs, so that a common name, which
/// makes many pairs and few matches, cannot pose as one. What is learned of a field comes from the pairs that other fields brought
/// together. Pairs are counted by their pattern.
struct ExpectationMaximisation {
  /// A pattern of agreement among pairs that were brought together by the same fields.
  private struct Pattern: Hashable {
    /// The fields by which the pairs were drawn, a bit each.
    let fields: UInt64
    let vector: ComparisonVector
  }

  /// The most rounds, and the change of the share of matches under which they end.
  private static let (rounds, least) = (40, 1e-3)
  /// How many matches the house's experience is worth beside those that are seen.
  private static let experience = 20.0
  private let observed: [[Double]]
  /// The patterns, with how many pairs have them and how many pairs of all those stand for.
  private let patterns: [(pattern: Pattern, count: Double, weight: Double)]
  private let allPairs: Double
  private let sample: TrainingSample
  private let table: CleanTable

  init(_ table: CleanTable, sample: TrainingSample, parts: [KeyPart], chances: [[Double]]) {
    self.table = table
    self.sample = sample
    observed = chances
    let fields: [UInt64] = sample.rules.map { rule in
      rule.parts.flatMap { parts[$0].fields }.reduce(UInt64(0)) { $0 | 1 << UInt64($1) }
    }
    var counts = [Pattern: (Double, Double)]()
    for draw in sample.draws {
      let pattern = Pattern(fields: fields[draw.rule], vector: draw.vector)
      counts[pattern, default: (0, 0)].0 += 1
      counts[pattern, default: (0, 0)].1 += draw.weight
    }
    patterns = counts.map { ($0.key, $0.value.0, $0.value.1) }.sorted {
      ($0.0.fields, $0.0.vector.bits) < ($1.0.fields, $1.0.vector.bits)
    }
    allPairs = Double(table.count) * Double(table.count - 1) / 2
  }

  /// The learned model.
  func learn(progress: (Double) -> Void) -> LinkageModel {
    var model = LinkageModel(table, chances: observed)
    for round in 0..<Self.rounds {
      progress(Double(round) / Double(Self.rounds))
      let before = model.prior
      maximise(&model)
      correctChance(&model)
      if round > 5, abs(model.prior / before - 1) < Self.least { break }
    }
    return model
  }

  /// One round: how likely each pattern is a match, and what follows for the degrees of agreement and the share of matches.
  private func maximise(_ model: inout LinkageModel) {
    let bits = model.bitsByField
    let priorBits = model.priorBits
    var sums = model.fields.map { field in
      [0] + LevelTable.levels(of: field.kind).map { $0.prior * Self.experience }
    }
    var matches = 0.5
    for (pattern, count, weight) in patterns {
      let probability = LinkageModel.probability(bits: pattern.vector.sum(of: bits) + priorBits)
      matches += weight * probability
      guard probability > 1e-4 else { continue }
      for field in sums.indices where pattern.fields >> UInt64(field) & 1 == 0 {
        let level = Int(pattern.vector[field])
        if level > 0 { sums[field][level] += probability * count }
      }
    }
    for field in sums.indices {
      let total = sums[field].reduce(0, +)
      model.fields[field].match = sums[field].map { max(1e-6, $0 / total) }
    }
    model.prior = bounded(matches / max(1, table.possiblePairs), model)
  }

  /// A share of matches that is possible: matches that agree in a field cannot be more than all pairs that agree in it.
  private func bounded(_ prior: Double, _ model: LinkageModel) -> Double {
    let scale = allPairs / max(1, table.possiblePairs)
    let most = model.fields.indices.map { observed[$0][1] / model.fields[$0].match[1] * scale }.min()
    // One match at least is thought possible, or a file whose matches agree seldom would talk itself out of all of them.
    return min(0.5, max(1 / max(2, table.possiblePairs), min(prior, most ?? 0.5)))
  }

  /// The drawn pairs, each with its evidence, how many pairs it stands for and the rules that find it.
  func weighed(by model: LinkageModel) -> [(bits: Double, weight: Double, finders: RuleSet)] {
    let bits = model.bitsByField
    return sample.draws.map { ($0.vector.sum(of: bits), $0.weight, $0.finders) }
  }

  /// Takes the matches out of what was seen over all pairs, so that chance is chance alone.
  private func correctChance(_ model: inout LinkageModel) {
    let share = min(0.5, model.prior * table.possiblePairs / max(1, allPairs))
    for field in model.fields.indices {
      let seen = observed[field]
      for level in seen.indices.dropFirst() {
        let chance = (seen[level] - share * model.fields[field].match[level]) / (1 - share)
        model.fields[field].chance[level] = max(1e-9, chance, seen[level] * 0.02)
      }
      model.fields[field].chanceShare = min(1, model.fields[field].chance[1] / seen[1])
    }
  }
}
