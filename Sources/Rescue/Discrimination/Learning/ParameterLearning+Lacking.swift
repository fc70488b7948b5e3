extension ParameterLearning {
  /// One boat with known truth: whether people of it are lacking, and what samples say of every boat under which its reports
  /// were filed.
  private struct Account {
    var isLacking: Bool
    var filed: [[Double]]
  }

  /// How much more a boat with people lacking weighs than one with none: the chances are to err towards lacking.
  private static let lackingWeight = 1.3
  private static let rounds = 8

  /// Fits the layer from what samples say to the share of boats with people lacking, on answers to all nights; everything
  /// else must have been learned before.
  public mutating func fitLacking() {
    let accounts = nightsLearnedFrom.flatMap(accounts)
    var weights = [0.0, 1, 0]
    for _ in 0..<Self.rounds {
      // A boat counts by the highest of the values under which it was filed, as an officer would read it.
      let rows = accounts.compactMap { account in
        account.filed.max { Self.dot($0, weights) < Self.dot($1, weights) }.map { (account.isLacking, $0) }
      }
      for _ in 0..<Self.rounds { weights = Self.stepped(weights, rows) }
    }
    parameters.lackingByChance = weights
  }

  private func accounts(_ night: LabelledNight) -> [Account] {
    var discriminator = BoatDiscriminator(parameters: parameters)
    let picture = discriminator.picture(of: night.evidence)
    return night.boats.indices.compactMap { boat in
      guard night.boats[boat].outcome != .ashore else { return nil }
      let filed = Set(
        night.evidence.contacts.filter { night.boatOf[$0.id] == boat }.compactMap { picture.boatOf[$0.id] })
      guard !filed.isEmpty else { return nil }
      return Account(
        isLacking: night.boats[boat].outcome != .recovered,
        filed: filed.sorted().map { picture.boats[$0].sampled.features })
    }
  }

  private static func dot(_ first: [Double], _ second: [Double]) -> Double {
    zip(first, second).reduce(0) { $0 + $1.0 * $1.1 }
  }

  /// One step of Newton's method on the weighted likelihood, with a slight pull to nought that keeps it solvable.
  private static func stepped(_ weights: [Double], _ rows: [(isLacking: Bool, features: [Double])]) -> [Double] {
    let size = weights.count
    var matrix = weights.indices.map { row in
      weights.indices.map { row == $0 ? pull : 0 } + [-pull * weights[row]]
    }
    for row in rows {
      let chance = 1 / (1 + exponential(-dot(row.features, weights)))
      let weight = row.isLacking ? lackingWeight : 1
      for first in weights.indices {
        matrix[first][size] += weight * ((row.isLacking ? 1 : 0) - chance) * row.features[first]
        for second in weights.indices {
          matrix[first][second] += weight * chance * (1 - chance) * row.features[first] * row.features[second]
        }
      }
    }
    for pivot in weights.indices {
      for row in weights.indices where row != pivot {
        let share = matrix[row][pivot] / matrix[pivot][pivot]
        for column in pivot...size { matrix[row][column] -= share * matrix[pivot][column] }
      }
    }
    return weights.indices.map { weights[$0] + matrix[$0][size] / matrix[$0][$0] }
  }

  private static let pull = 1e-3
}
