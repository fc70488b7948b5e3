import Foundation

/// Learns the weights of the features: logistic regression with a ridge, by Newton's method (iteratively reweighted
/// least squares).
public struct NameLearner: Sendable {
  /// A pair of names and whether they are of one bearer.
  public struct Pair: Sendable {
    /// The first name.
    public let first: PreparedName
    /// The second name.
    public let second: PreparedName
    /// Whether they are of one bearer.
    public let isSame: Bool

    /// A labelled pair.
    public init(first: PreparedName, second: PreparedName, isSame: Bool) {
      (self.first, self.second, self.isSame) = (first, second, isSame)
    }
  }

  /// How strongly weights are held near 0, for names of one word and of several.
  public let ridges: (single: Double, several: Double)

  /// - Parameters:
  ///   - single: the ridge for names of one word.
  ///   - several: the ridge for names of several words.
  public init(single: Double = 1, several: Double = 1) { ridges = (single, several) }

  /// Weights for these pairs.
  public func learn(_ pairs: [Pair]) -> NameWeights {
    let comparer = NameComparer()
    let rows = pairs.map { ($0.isSame, comparer.features($0.first, $0.second)) }
    let single = rows.filter { $0.1.isSingle }
    let several = rows.filter { !$0.1.isSingle }
    return NameWeights(
      single: Self.fit(single, ridge: ridges.single), several: Self.fit(several, ridge: ridges.several),
      singleShare: Self.share(single), severalShare: Self.share(several))
  }

  private static func share(_ rows: [(Bool, NameFeatures)]) -> Double {
    let same = rows.count { $0.0 }
    return min(0.95, max(0.05, (Double(same) + 1) / (Double(rows.count) + 2)))
  }

  private static let mostSteps = 30
  private static let size = NameFeature.allCases.count

  /// Weights whose signs are as they may be: what weighs less than it must is fixed at that, and the rest learned
  /// again.
  private static func fit(_ rows: [(Bool, NameFeatures)], ridge: Double) -> [Double] {
    var free = Set(NameFeature.allCases)
    guard !rows.isEmpty else { return NameFeature.allCases.map { $0.sign * $0.leastWeight } }
    while true {
      let weights = fit(rows, ridge: ridge, free: free)
      let wrong = free.filter { $0.sign != 0 && $0.sign * weights[$0.rawValue] < $0.leastWeight - 1e-9 }
      guard !wrong.isEmpty else { return weights }
      free.subtract(wrong)
    }
  }

  private static func fit(_ rows: [(Bool, NameFeatures)], ridge: Double, free: Set<NameFeature>) -> [Double] {
    var weights = NameFeature.allCases.map { free.contains($0) ? 0 : $0.sign * $0.leastWeight }
    let fixed = rows.map { row in zip(weights, NameFeature.allCases).reduce(0) { $0 + $1.0 * row.1[$1.1] } }
    let table = rows.map { row in NameFeature.allCases.map { free.contains($0) ? row.1[$0] : 0 } }
    for _ in 0..<mostSteps {
      var gradient = zip(weights, NameFeature.allCases).map { free.contains($1) ? -ridge * $0 : 0 }
      var curvature = [Double](repeating: 0, count: size * size)
      for index in 0..<size { curvature[index * size + index] = ridge }
      (gradient[0], curvature[0]) = (0, 1e-6)
      for (index, (row, values)) in zip(rows, table).enumerated() {
        let odds = zip(weights, values).reduce(fixed[index]) { $0 + $1.0 * $1.1 }
        let chance = 1 / (1 + exp(-odds))
        let residual = (row.0 ? 1 : 0) - chance
        let weight = chance * (1 - chance)
        for one in 0..<size where values[one] != 0 {
          gradient[one] += residual * values[one]
          for other in 0..<size { curvature[one * size + other] += weight * values[one] * values[other] }
        }
      }
      let step = solve(curvature, gradient)
      for index in 0..<size { weights[index] += step[index] }
      if step.allSatisfy({ abs($0) < 1e-6 }) { break }
    }
    return weights
  }

  /// Solves a symmetric, positive definite system by Cholesky's factors.
  private static func solve(_ matrix: [Double], _ right: [Double]) -> [Double] {
    var lower = matrix
    for column in 0..<size {
      for row in column..<size {
        var sum = lower[row * size + column]
        for inner in 0..<column { sum -= lower[row * size + inner] * lower[column * size + inner] }
        lower[row * size + column] = row == column ? max(sum, 1e-12).squareRoot() : sum / lower[column * size + column]
      }
    }
    var answer = right
    for row in 0..<size {
      for inner in 0..<row { answer[row] -= lower[row * size + inner] * answer[inner] }
      answer[row] /= lower[row * size + row]
    }
    for row in (0..<size).reversed() {
      for inner in (row + 1)..<size { answer[row] -= lower[inner * size + row] * answer[inner] }
      answer[row] /= lower[row * size + row]
    }
    return answer
  }
}
