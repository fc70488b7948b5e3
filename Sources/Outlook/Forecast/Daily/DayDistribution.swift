import Foundation

/// What a day may bring: the chance that anything comes at all, and how much comes if something does.
public struct DayDistribution: Equatable, Sendable {
  /// The chance of a count above zero.
  public let chance: Double
  /// Counts at evenly spread levels, given that the count is above zero, smallest first; never empty, none under zero.
  public let sizes: [Double]

  /// Makes a distribution; without sizes a count that comes is one.
  public init(chance: Double, sizes: [Double]) {
    self.chance = min(max(chance, 0), 1)
    self.sizes = sizes.isEmpty ? [1] : sizes
  }

  /// The expected count.
  public var mean: Double { chance * sizes.reduce(0, +) / Double(sizes.count) }

  /// The count that is not passed with this chance, `level` between 0 and 1.
  public func quantile(_ level: Double) -> Double {
    guard chance > 0, level > 1 - chance else { return 0 }
    return Quantiles.value(sizes, (level - (1 - chance)) / chance)
  }

  /// The chance of a count under this one, a tie counting half.
  func share(under count: Double) -> Double {
    guard count > 0 else { return (1 - chance) / 2 }
    return 1 - chance + chance * sizeShare(under: count)
  }

  /// Of the counts above zero, the share under this one, a tie counting half.
  func sizeShare(under count: Double) -> Double {
    let (below, tied) = (sizes.count { $0 < count }, sizes.count { $0 == count })
    return (Double(below) + Double(tied) / 2) / Double(sizes.count)
  }

  /// The pool of several: chances are averaged, and so are the sizes at each level.
  static func pool(_ members: [DayDistribution], weights: [Double]) -> DayDistribution {
    let total = weights.reduce(0, +)
    guard let levels = members.map(\.sizes.count).max(), total > 0 else { return DayDistribution(chance: 0, sizes: []) }
    var sizes = [Double](repeating: 0, count: levels)
    var (chance, weightOfSizes) = (0.0, 0.0)
    for (member, weight) in zip(members, weights) {
      chance += weight * member.chance / total
      // A member that sees next to no crossing knows little of how large one is.
      let own = weight * (member.chance + 1e-9)
      weightOfSizes += own
      for level in 0..<levels {
        sizes[level] += own * Quantiles.value(member.sizes, (Double(level) + 0.5) / Double(levels))
      }
    }
    return DayDistribution(chance: chance, sizes: sizes.map { $0 / weightOfSizes })
  }

  /// The same with its sizes read at other levels: `levels[i]` takes the place of the level of size `i`.
  func recalibrated(_ levels: [Double]) -> DayDistribution {
    DayDistribution(chance: chance, sizes: levels.map { Quantiles.value(sizes, $0) })
  }

  /// The same with every size farther from their middle by a factor, and none under zero.
  func widened(by factor: Double) -> DayDistribution {
    let middle = Quantiles.value(sizes, 0.5)
    return DayDistribution(chance: chance, sizes: sizes.map { max(middle + factor * ($0 - middle), 0) })
  }
}
