/// A what-if over a forecast: its assumptions change the days by stated factors, and the caller states them beside every
/// figure.
public struct CrossingScenario: Equatable, Sendable {
  /// By how much the odds of a crossing day are multiplied, as calmer or rougher weather would.
  public let oddsFactor: Double
  /// By how much the number of departures on a crossing day is multiplied.
  public let departuresFactor: Double
  /// The share of those departing who are prevented besides what is usual, 0 to 1.
  public let preventedShare: Double

  /// Makes a scenario; 1, 1 and 0 change nothing.
  /// - Throws: `OutlookError` when a factor is not above 0 and at most 100, or the share is not 0 to 1.
  public init(oddsFactor: Double = 1, departuresFactor: Double = 1, preventedShare: Double = 0) throws(OutlookError) {
    let factors = [oddsFactor, departuresFactor]
    guard factors.allSatisfy({ $0 > 0 && $0 <= 100 }), (0...1).contains(preventedShare) else {
      throw OutlookError(place: "scenario", reason: "factors are above 0 and at most 100, and a share lies in 0...1")
    }
    self.oddsFactor = oddsFactor
    self.departuresFactor = departuresFactor
    self.preventedShare = preventedShare
  }

  /// A day under the scenario.
  public func apply(_ day: DayDistribution) -> DayDistribution {
    let odds = oddsFactor * day.chance
    let chance = odds / (odds + 1 - day.chance)
    let arriving = departuresFactor * (1 - preventedShare)
    return DayDistribution(
      chance: arriving > 0 ? chance : 0, sizes: arriving > 0 ? day.sizes.map { max(arriving * $0, 1) } : [])
  }
}
