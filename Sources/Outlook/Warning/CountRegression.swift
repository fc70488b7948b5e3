import Foundation

/// A regression of counts with a logarithmic link, by iteratively reweighted least squares; the variance of a count is
/// `mean + dispersion · mean²`.
///
/// Source: McCullagh and Nelder 1989, sections 2.5 and 11.2.
struct CountRegression {
  /// One number a column.
  let coefficients: [Double]

  private static let steps = 12
  private static let ridge = 1e-6

  /// Fits counts to rows of `width` numbers, the first of which is one.
  /// - Parameter weights: how much each row counts; nil for all alike.
  init(
    rows: [Double], width: Int, counts: [Double], dispersion: Double, weights: [Double]? = nil, start: [Double]? = nil
  ) {
    var solution = start ?? [Double](repeating: 0, count: width)
    if start == nil { solution[0] = log(counts.reduce(0, +) / Double(max(counts.count, 1)) + 0.5) }
    rows.withUnsafeBufferPointer { rows in
      guard let base = rows.baseAddress else { return }
      for _ in 0..<Self.steps {
        var system = SymmetricSystem(penalties: [Double](repeating: Self.ridge, count: width))
        for index in counts.indices {
          let row = base + index * width
          let mean = Self.mean(solution, row)
          let weight = (weights?[index] ?? 1) / (1 + dispersion * mean)
          system.add(row, weight: weight * mean, target: weight * (counts[index] - mean))
        }
        let step = system.solved()
        for column in 0..<width { solution[column] += min(max(step[column], -3), 3) }
        if step.allSatisfy({ abs($0) < 1e-6 }) { break }
      }
    }
    coefficients = solution
  }

  @inline(__always)
  private static func mean(_ solution: [Double], _ row: UnsafePointer<Double>) -> Double {
    var sum = 0.0
    for column in solution.indices { sum += solution[column] * row[column] }
    return exp(min(max(sum, -20), 20))
  }

  /// The mean that a row gives.
  func mean(_ row: [Double]) -> Double { Self.mean(coefficients, row) }
}
