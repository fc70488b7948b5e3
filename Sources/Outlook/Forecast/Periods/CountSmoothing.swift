import Foundation

/// Smoothing of small counts: a Poisson rate whose gamma distribution forgets the past at a steady pace.
///
/// Source: Harvey and Fernandes 1989, Time series models for count or qualitative observations, section 3.
public struct CountSmoothing: Sendable {
  private let shape: Double
  private let rate: Double
  private let memory: Double

  /// Fits the pace of forgetting by likelihood.
  /// - Returns: nil when fewer than four counts are known.
  public init?(_ values: [Double?]) {
    guard values.lazy.compactMap({ $0 }).count >= 4 else { return nil }
    let paces = (0...24).map { 0.5 + 0.02 * Double($0) }
    let runs = paces.map { Self.run(values, $0) }
    guard let best = runs.indices.max(by: { runs[$0].likelihood < runs[$1].likelihood }) else { return nil }
    (shape, rate, memory) = (runs[best].shape, runs[best].rate, paces[best])
  }

  private static func run(_ values: [Double?], _ memory: Double) -> (likelihood: Double, shape: Double, rate: Double) {
    var (shape, rate, likelihood) = (0.0, 0.0, 0.0)
    for value in values {
      let (before, weight) = (memory * shape, memory * rate)
      if let value {
        if before > 0 { likelihood += NegativeBinomial(shape: before, rate: weight).logarithm(value.rounded()) }
        (shape, rate) = (before + value, weight + 1)
      } else {
        (shape, rate) = (before, weight)
      }
    }
    return (likelihood, shape, rate)
  }

  /// The expected count of each period to come.
  public var mean: Double { rate > 0 ? shape / rate : 0 }

  /// Draws of the periods to come, whole counts.
  public func paths(horizon: Int, count: Int, using generator: inout SeededGenerator) -> [[Double]] {
    (0..<count).map { _ in
      var (shape, rate) = (shape, rate)
      return (0..<horizon).map { _ in
        shape *= memory
        rate *= memory
        let value = shape > 0 ? NegativeBinomial(shape: shape, rate: rate).draw(using: &generator) : 0
        shape += value
        rate += 1
        return value
      }
    }
  }
}
