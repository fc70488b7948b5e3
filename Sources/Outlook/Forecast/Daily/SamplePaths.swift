/// Draws of whole stretches of days, so that any total has a distribution: each day keeps its own distribution, and
/// neighbouring
/// days, and all days of one stretch, go somewhat together (a Gaussian copula).
public struct SamplePaths: Sendable {
  /// The share of each day's variance, on the normal scale, that all days of a stretch have in common.
  public let commonShare: Double
  /// The correlation of what is left between one day and the next.
  public static let neighbourCorrelation = 0.3

  /// Draws with this common share, 0 to 1.
  public init(commonShare: Double) { self.commonShare = min(max(commonShare, 0), 1) }

  /// Draws counts for each day.
  /// - Returns: `count` paths, each with a count for each of the days.
  public func draw(_ days: [DayDistribution], count: Int, using generator: inout SeededGenerator) -> [[Double]] {
    let own = (1 - commonShare).squareRoot()
    let fresh = (1 - Self.neighbourCorrelation * Self.neighbourCorrelation).squareRoot()
    return (0..<count).map { _ in
      let common = commonShare.squareRoot() * generator.normal()
      var run = generator.normal()
      return days.enumerated().map { index, day in
        if index > 0 { run = Self.neighbourCorrelation * run + fresh * generator.normal() }
        return day.quantile(NormalCurve.chance(below: common + own * run))
      }
    }
  }

  /// Draws totals of all the days, smallest first.
  public func totals(_ days: [DayDistribution], count: Int, using generator: inout SeededGenerator) -> [Double] {
    draw(days, count: count, using: &generator).map { $0.reduce(0, +) }.sorted()
  }
}
