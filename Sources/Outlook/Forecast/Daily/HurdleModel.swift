import Foundation

/// Whether anything comes, by a logistic regression, and how much, by a linear one with the spread that it left; both
/// are drawn
/// towards "no effect" by ridge penalties.
///
/// Source: the hurdle of Mullahy (1986), with direct multi-step regression: each row is an origin of the past with a
/// horizon.
struct HurdleModel: Sendable {
  private let recipe: HurdleRecipe
  private let chance: [Double]
  private let size: [Double]
  /// What the regression of sizes left, at evenly spread levels, smallest first.
  private let spread: [Double]

  static let levels = 100
  /// The horizons of the rows: what came lately fades within days, and the rest hardly hangs on the horizon.
  private static let horizons = [1, 3, 8, 20]
  private static let newtonSteps = 6

  /// Learns from the days before an origin.
  init(_ history: DailyHistory, origin: Int, recipe: HurdleRecipe) {
    self.recipe = recipe
    let earliest = min(60, origin / 3)
    let pairs = stride(from: origin - 1, to: earliest, by: -1).flatMap { past in
      Self.horizons.compactMap { past + $0 - 1 < origin && history.values[past + $0 - 1] != nil ? (past, $0) : nil }
    }
    // Each day stands in several rows; together they weigh as one.
    let weight = 1 / Double(Self.horizons.count)
    chance = Self.learnChance(history, pairs, recipe, weight)
    (size, spread) = Self.learnSize(history, pairs, recipe, weight)
  }

  /// The distribution of a day, `horizon` days from the origin.
  func distribution(_ history: DailyHistory, origin: Int, horizon: Int) -> DayDistribution {
    var row = [Double](repeating: 0, count: max(chance.count, size.count))
    recipe.writeChance(history, origin: origin, horizon: horizon, into: &row)
    let odds = zip(chance, row).reduce(0) { $0 + $1.0 * $1.1 }
    recipe.writeSize(history, origin: origin, horizon: horizon, into: &row)
    let middle = zip(size, row).reduce(0) { $0 + $1.0 * $1.1 }
    return DayDistribution(chance: 1 / (1 + exp(-odds)), sizes: spread.map { recipe.unscaled(middle + $0) })
  }

  private static func learnChance(
    _ history: DailyHistory, _ pairs: [(Int, Int)], _ recipe: HurdleRecipe, _ weight: Double
  ) -> [Double] {
    let width = recipe.chanceWidth(history)
    var rows = [Double](repeating: 0, count: pairs.count * width)
    var penalties = [Double](repeating: 1, count: width)
    penalties[0] = 1e-6
    var solution = [Double](repeating: 0, count: width)
    rows.withUnsafeMutableBufferPointer { rows in
      guard let base = rows.baseAddress else { return }
      for (index, pair) in pairs.enumerated() {
        recipe.writeChance(history, origin: pair.0, horizon: pair.1, into: base + index * width)
      }
      for _ in 0..<newtonSteps {
        var system = SymmetricSystem(penalties: penalties)
        for (index, pair) in pairs.enumerated() {
          let row = base + index * width
          var odds = 0.0
          for column in 0..<width { odds += solution[column] * row[column] }
          let share = 1 / (1 + exp(-odds))
          let came = (history.values[pair.0 + pair.1 - 1] ?? 0) > 0 ? 1.0 : 0.0
          system.add(row, weight: weight * max(share * (1 - share), 1e-6), target: weight * (came - share))
        }
        system.draw(solution, penalties)
        for (column, step) in system.solved().enumerated() { solution[column] += step }
      }
    }
    return solution
  }

  private static func learnSize(
    _ history: DailyHistory, _ pairs: [(Int, Int)], _ recipe: HurdleRecipe, _ weight: Double
  ) -> (solution: [Double], spread: [Double]) {
    let width = recipe.sizeWidth(history)
    let positive = pairs.filter { (history.values[$0.0 + $0.1 - 1] ?? 0) > 0 }
    var penalties = [Double](repeating: recipe.weather == .ofTheDay ? 3 : 32, count: width)
    penalties[0] = 1e-6
    var system = SymmetricSystem(penalties: penalties)
    var rows = [Double](repeating: 0, count: positive.count * width)
    let targets = positive.map { recipe.scaled(history.values[$0.0 + $0.1 - 1] ?? 1) }
    rows.withUnsafeMutableBufferPointer { rows in
      guard let base = rows.baseAddress else { return }
      for (index, pair) in positive.enumerated() {
        recipe.writeSize(history, origin: pair.0, horizon: pair.1, into: base + index * width)
        system.add(base + index * width, weight: weight, target: weight * targets[index])
      }
    }
    let solution = system.solved()
    let left = targets.indices.map { index in
      targets[index] - (0..<width).reduce(0) { $0 + solution[$1] * rows[index * width + $1] }
    }.sorted()
    guard !left.isEmpty else { return (solution, [0]) }
    return (solution, (0..<levels).map { Quantiles.value(left, (Double($0) + 0.5) / Double(levels)) })
  }
}
