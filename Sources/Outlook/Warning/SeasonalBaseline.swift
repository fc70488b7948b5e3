import Foundation

/// What counts would be in ordinary times: a level, a steady trend and one wave a year, with the dispersion about them.
struct SeasonalBaseline {
  /// The dispersion: the variance of a count is `mean + dispersion · mean²`.
  let dispersion: Double
  private let regression: CountRegression
  private let yearLength: Double

  private static let rounds = 3
  private static let dispersions = (0..<30).map { exp(log(0.03) + Double($0) / 29 * log(200)) }

  /// The periods that it learned from: older ones say little of what is ordinary now.
  let learned: Range<Int>
  private static let years = 4.0

  /// Learns from the last four years before `end`; unknown values are left out.
  init(_ values: [Double?], end: Int, yearLength: Double) {
    self.yearLength = yearLength
    let learned = max(0, end - Int(Self.years * yearLength))..<end
    self.learned = learned
    let known = learned.filter { values[$0] != nil }
    let counts = known.compactMap { values[$0] }
    let rows = known.flatMap { Self.row($0, yearLength) }
    var dispersion = 0.3
    var regression = CountRegression(rows: rows, width: 4, counts: counts, dispersion: dispersion)
    for _ in 0..<Self.rounds {
      let means = known.map { regression.mean(Self.row($0, yearLength)) }
      dispersion =
        Self.dispersions.max { one, other in
          Self.likelihood(counts, means, one) < Self.likelihood(counts, means, other)
        } ?? dispersion
      regression = CountRegression(
        rows: rows, width: 4, counts: counts, dispersion: dispersion, start: regression.coefficients)
    }
    self.dispersion = dispersion
    self.regression = regression
  }

  /// The expected count of a period.
  func mean(_ index: Int) -> Double { regression.mean(Self.row(index, yearLength)) }

  private static func row(_ index: Int, _ yearLength: Double) -> [Double] {
    let angle = 2 * Double.pi * Double(index) / yearLength
    return [1, Double(index) / yearLength, sin(angle), cos(angle)]
  }

  private static func likelihood(_ counts: [Double], _ means: [Double], _ dispersion: Double) -> Double {
    zip(counts, means).reduce(0) { $0 + NegativeBinomial(mean: $1.1, dispersion: dispersion).logarithm($1.0) }
  }
}
