import Foundation

/// Learns a model from drawn pairs by expectation maximisation (Dempster, Laird and Rubin 1977).
///
/// Each rule of blocking has a share of matches of its own, and says nothing about the fields by which it drew its pairs; what is
/// learned of a field comes from the pairs that other fields brought together. Pairs are counted by their pattern.
struct ExpectationMaximisation {
  /// A pattern of agreement among the pairs of one rule.
  private struct Pattern: Hashable {
    let rule: Int
    let vector: ComparisonVector
  }

  private static let rounds = 25
  /// How many matches the house's experience is worth beside those that are seen.
  private static let experience = 20.0
  private let observed: [[Double]]
  private let excluded: [UInt64]
  private let patterns: [(pattern: Pattern, count: Double)]
  private let allPairs: Double
  private let sample: TrainingSample
  private let table: CleanTable

  init(_ table: CleanTable, sample: TrainingSample, parts: [KeyPart], chances: [[Double]]) {
    self.table = table
    self.sample = sample
    observed = chances
    excluded = sample.rules.map { rule in
      rule.parts.flatMap { parts[$0].fields }.reduce(0) { $0 | 1 << UInt64($1) }
    }
    var counts = [Pattern: Double]()
    for draw in sample.draws { counts[Pattern(rule: draw.rule, vector: draw.vector), default: 0] += 1 }
    patterns = counts.map { ($0.key, $0.value) }.sorted {
      ($0.0.rule, $0.0.vector.bits) < ($1.0.rule, $1.0.vector.bits)
    }
    allPairs = Double(table.count) * Double(table.count - 1) / 2
  }

  /// The learned model.
  func learn(progress: (Double) -> Void) -> LinkageModel {
    var model = LinkageModel(table, chances: observed)
    var shares = [Double](repeating: 0.1, count: sample.rules.count)
    for round in 0..<Self.rounds {
      progress(Double(round) / Double(Self.rounds))
      maximise(&model, &shares)
      model.prior = prior(of: model)
      correctChance(&model)
    }
    return model
  }

  /// One round: how likely each pattern is a match, and what follows for the degrees of agreement.
  private func maximise(_ model: inout LinkageModel, _ shares: inout [Double]) {
    let bits = model.fields.indices.map { field in
      model.fields[field].match.indices.map { model.bits(field, UInt8($0)) }
    }
    var sums = model.fields.map { field in
      [0] + LevelTable.levels(of: field.kind).map { $0.prior * Self.experience }
    }
    var matches = [Double](repeating: 0.5, count: shares.count)
    var totals = [Double](repeating: 50, count: shares.count)
    for (pattern, count) in patterns {
      var evidence = log2(shares[pattern.rule] / (1 - shares[pattern.rule]))
      let mask = excluded[pattern.rule]
      for field in bits.indices where mask >> UInt64(field) & 1 == 0 {
        evidence += bits[field][Int(pattern.vector[field])]
      }
      let probability = LinkageModel.probability(bits: evidence)
      matches[pattern.rule] += probability * count
      totals[pattern.rule] += count
      for field in bits.indices where mask >> UInt64(field) & 1 == 0 {
        let level = Int(pattern.vector[field])
        if level > 0 { sums[field][level] += probability * count }
      }
    }
    for rule in shares.indices { shares[rule] = min(0.999, matches[rule] / totals[rule]) }
    for field in sums.indices {
      let total = sums[field].reduce(0, +)
      model.fields[field].match = sums[field].map { max(1e-6, $0 / total) }
    }
  }

  /// The share of all possible pairs that are matches, from the drawn pairs weighed by how likely they were to be drawn.
  private func prior(of model: LinkageModel) -> Double {
    let weighed = weighed(by: model)
    var prior = model.prior
    for _ in 0..<8 {
      let matches = weighed.reduce(0.0) { sum, draw in
        sum + draw.weight * LinkageModel.probability(bits: draw.bits + log2(prior / (1 - prior)))
      }
      prior = min(0.5, max(0.5, matches) / max(1, table.possiblePairs))
    }
    return prior
  }

  /// The drawn pairs, each with its evidence and with how many pairs it stands for.
  func weighed(by model: LinkageModel) -> [(bits: Double, weight: Double, shared: UInt64)] {
    let bits = model.fields.indices.map { field in
      model.fields[field].match.indices.map { model.bits(field, UInt8($0)) }
    }
    let masks = sample.rules.map(\.mask)
    var weights = [UInt64: Double]()
    return sample.draws.map { draw in
      let weight =
        weights[draw.shared]
        ?? masks.indices.reduce(0.0) { masks[$1] & ~draw.shared == 0 ? $0 + sample.fractions[$1] : $0 }
      weights[draw.shared] = weight
      let evidence = bits.indices.reduce(0.0) { $0 + bits[$1][Int(draw.vector[$1])] }
      return (evidence, 1 / weight, draw.shared)
    }
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
