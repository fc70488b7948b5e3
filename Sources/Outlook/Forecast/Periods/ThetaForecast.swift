import Foundation

/// The theta method: the season taken out, simple exponential smoothing with half the slope of the line as drift, the
/// season put back.
///
/// Source: Assimakopoulos and Nikolopoulos 2000; Hyndman and Billah 2003 for its form with drift.
public struct ThetaForecast: Sendable {
  private let level: Double
  private let drift: Double
  private let weight: Double
  private let deviation: Double
  private let season: [Double]
  private let phase: Int

  /// Fits the method.
  /// - Returns: nil when fewer than four values are known.
  public init?(_ values: [Double?], period: Int) {
    let known = values.compactMap { $0 }
    guard known.count >= 4 else { return nil }
    let mean = known.reduce(0, +) / Double(known.count)
    let hasSeason = period > 1 && period <= 53 && values.count >= 2 * period && Self.isSeasonal(values, period, mean)
    let form: SmoothingForm.Season = !hasSeason ? .none : known.allSatisfy { $0 > 0 } ? .multiplicative : .none
    let season = SmoothingStart.season(values, period: period, form)
    let plain = values.enumerated().map { index, value in
      value.map { season.isEmpty ? $0 : $0 / season[index % period] }
    }
    drift = LineFit(plain).slope / 2
    var best = (squares: Double.infinity, weight: 0.0, level: 0.0)
    for step in 1...40 {
      let weight = Double(step) / 40
      let (squares, level) = Self.run(plain, weight, drift)
      if squares < best.squares { best = (squares, weight, level) }
    }
    (level, weight) = (best.level, best.weight)
    deviation = (best.squares / Double(max(known.count - 2, 1))).squareRoot()
    self.season = season
    phase = season.isEmpty ? 0 : values.count % period
  }

  private static func run(_ values: [Double?], _ weight: Double, _ drift: Double) -> (squares: Double, level: Double) {
    var level = values.lazy.compactMap { $0 }.first ?? 0
    var squares = 0.0
    for value in values.dropFirst() {
      let error = value.map { $0 - level - drift } ?? 0
      squares += error * error
      level += drift + weight * error
    }
    return (squares, level)
  }

  /// Whether the correlation with the year before lies outside what chance gives, at 90 %.
  private static func isSeasonal(_ values: [Double?], _ period: Int, _ mean: Double) -> Bool {
    let left = values.map { ($0 ?? mean) - mean }
    let whole = left.reduce(0) { $0 + $1 * $1 }
    guard whole > 0 else { return false }
    func correlation(_ lag: Int) -> Double { zip(left, left.dropFirst(lag)).reduce(0) { $0 + $1.0 * $1.1 } / whole }
    let before = (1..<period).reduce(0) { $0 + correlation($1) * correlation($1) }
    return abs(correlation(period)) > 1.645 * ((1 + 2 * before) / Double(left.count)).squareRoot()
  }

  /// The expected counts of the periods to come, none under zero.
  public func means(horizon: Int) -> [Double] {
    (0..<horizon).map { max((level + drift * Double($0 + 1)) * seasonal($0), 0) }
  }

  /// Draws of the periods to come, none under zero.
  public func paths(horizon: Int, count: Int, using generator: inout SeededGenerator) -> [[Double]] {
    (0..<count).map { _ in
      var level = level
      return (0..<horizon).map { ahead in
        let error = deviation * generator.normal()
        let value = level + drift + error
        level += drift + weight * error
        return max(value * seasonal(ahead), 0)
      }
    }
  }

  private func seasonal(_ ahead: Int) -> Double { season.isEmpty ? 1 : season[(phase + ahead) % season.count] }
}
