import Foundation

/// A share of successes with its 95 % interval (Wilson 1927), which holds for small counts and shares near 0 or 1 too.
public struct WilsonInterval: Sendable, Equatable {
  /// How often it happened.
  public let hits: Int
  /// How often it could have.
  public let trials: Int

  /// - Parameters:
  ///   - hits: how often it happened, 0 to `trials`.
  ///   - trials: how often it could have.
  public init(hits: Int, of trials: Int) { (self.hits, self.trials) = (hits, trials) }

  /// The share, 0 without trials.
  public var share: Double { trials == 0 ? 0 : Double(hits) / Double(trials) }
  /// The interval's lower end.
  public var low: Double { hits == 0 ? 0 : max(0, centre - half) }
  /// The interval's upper end.
  public var high: Double { hits == trials ? 1 : min(1, centre + half) }

  private static let deviations = 1.959_964
  private var squared: Double { Self.deviations * Self.deviations }
  private var centre: Double { (Double(hits) + squared / 2) / (Double(trials) + squared) }
  private var half: Double {
    let count = Double(trials)
    return Self.deviations * (share * (1 - share) / count + squared / (4 * count * count)).squareRoot()
      / (1 + squared / count)
  }
}
