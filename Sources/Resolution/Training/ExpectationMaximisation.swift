import Foundation

/// Learns a model from drawn pairs by expectation maximisation (Dempster, Laird and Rubin 1977).
///
/// Whether a pair is a match is judged by all its fields and by the share of matches among all pairs, so that a common name, which
/// makes many pairs and few matches, cannot pose as one. What is learned of a field comes from the pairs that other fields brought
/// together. Pairs are counted by their pattern.
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
    for round in 0..<Self.rounds {
      progress(Double(round) / Double(Self.rounds))
      maximise(&model)
      model.prior = prior(of: model)
      correctChance(&model)
    }
    return model
  }

  /// One round: how likely each pattern is a match, and what follows for the degrees of agreement.
  private func maximise(_ model: inout LinkageModel) {
    let bits = model.fields.indices.map { field in
      model.fields[field].match.indices.map { model.bits(field, UInt8($0)) }
    }
    var sums = model.fields.map { field in
      [0] + LevelTable.levels(of: field.kind).map { $0.prior * Self.experience }
    }
    for (pattern, count) in patterns {
      let evidence = bits.indices.reduce(model.priorBits) { $0 + bits[$1][Int(pattern.vector[$1])] }
      let probability = LinkageModel.probability(bits: evidence)
      guard probability > 1e-4 else { continue }
      let mask = excluded[pattern.rule]
      for field in bits.indices where mask >> UInt64(field) & 1 == 0 {
        let level = Int(pattern.vector[field])
        if level > 0 { sums[field][level] += probability * count }
      }
    }
    for field in sums.indices {
      let total = sums[field].reduce(0, +)
      model.fields[field].match = sums[field].map { max(1e-6, $0 / total) }
    }
  }

  /// The share of all possible pairs that are matches, from the drawn pairs weighed by how likely they were to be drawn.
  ///
  /// Matches that agree in a field cannot be more than all pairs that agree in it, which bounds the share from above.
  private func prior(of model: LinkageModel) -> Double {
    let weighed = weighed(by: model)
    let scale = allPairs / max(1, table.possiblePairs)
    let most = model.fields.indices.map { observed[$0][1] / model.fields[$0].match[1] }.min().map { $0 * scale } ?? 0.5
    var prior = min(model.prior, most)
    for _ in 0..<8 {
      let matches = weighed.reduce(0.0) { sum, draw in
        sum + draw.weight * LinkageModel.probability(bits: draw.bits + log2(prior / (1 - prior)))
      }
      prior = min(0.5, most, max(0.5, matches) / max(1, table.possiblePairs))
    }
    return prior
  }

  /// The drawn pairs, each with its evidence and with how many pairs it stands for.
  func weighed(by model: LinkageModel) -> [(bits: Double, weight: Double, finders: RuleSet)] {
    let bits = model.fields.indices.map { field in
      model.fields[field].match.indices.map { model.bits(field, UInt8($0)) }
    }
    return sample.draws.map { draw in
      var share = 0.0
      draw.finders.forEach { share += sample.fractions[$0] }
      let evidence = bits.indices.reduce(0.0) { $0 + bits[$1][Int(draw.vector[$1])] }
      return (evidence, 1 / share, draw.finders)
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
