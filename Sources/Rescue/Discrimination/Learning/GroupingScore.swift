/// How well a grouping, a count and the chances of people not accounted for agree with the truth.
public struct GroupingScore: Sendable {
  /// One night's figures.
  public struct Night: Hashable, Sendable {
    /// The adjusted Rand index of the grouping.
    public var adjustedRandIndex: Double
    /// How far the likely count is from the true number of boats with a report.
    public var countError: Double
    /// Whether the interval holds the true number.
    public var isCovered: Bool
    /// How wide the interval is.
    public var width: Double
  }

  /// The figures of every night so far.
  public private(set) var nights: [Night] = []
  /// For each boat with reports that did not come ashore by itself: whether people of it are lacking, and the chance given.
  public private(set) var boats: [(lacking: Bool, given: Double)] = []

  /// No nights.
  public init() {}

  /// Takes in a night.
  ///
  /// - Parameters:
  ///   - boatOf: the boat that each piece of evidence was filed under.
  ///   - unaccounted: the chance of each of those boats; one that is missing counts as certain.
  public mutating func take<Boat: Hashable>(
    _ night: LabelledNight, boatOf: [EvidenceID: Boat], unaccounted: [Boat: Double], least: Double, likely: Double,
    most: Double
  ) {
    let items = night.boatOf.keys.sorted()
    var filed: [Int: [Double]] = [:]
    for contact in night.evidence.contacts {
      guard let boat = night.boatOf[contact.id], let given = boatOf[contact.id] else { continue }
      filed[boat, default: []].append(unaccounted[given] ?? 1)
    }
    for (boat, values) in filed.sorted(by: { $0.key < $1.key }) where night.boats[boat].outcome != .ashore {
      boats.append((night.boats[boat].outcome != .recovered, values.max() ?? 1))
    }
    let number = Double(filed.count)
    nights.append(
      Night(
        adjustedRandIndex: Self.adjustedRandIndex(items.map { night.boatOf[$0] }, items.map { boatOf[$0] }),
        countError: (likely - number).magnitude, isCovered: least <= number && number <= most, width: most - least))
  }

  /// The adjusted Rand index of two groupings of the same items (Hubert and Arabie 1985): 1 for equal ones, 0 by chance.
  public static func adjustedRandIndex<First: Hashable, Second: Hashable>(
    _ first: [First], _ second: [Second]
  ) -> Double {
    func pairs<Label: Hashable>(_ labels: [Label]) -> Double {
      var counts: [Label: Double] = [:]
      for label in labels { counts[label, default: 0] += 1 }
      return counts.values.map { $0 * ($0 - 1) / 2 }.sorted().reduce(0, +)
    }
    let both = pairs(zip(first, second).map { Both(first: $0, second: $1) })
    let all = Double(first.count) * Double(first.count - 1) / 2
    let (left, right) = (pairs(first), pairs(second))
    guard all > 0 else { return 1 }
    let (chance, most) = (left * right / all, (left + right) / 2)
    return most == chance ? 1 : (both - chance) / (most - chance)
  }

  private struct Both<First: Hashable, Second: Hashable>: Hashable {
    var first: First
    var second: Second
  }
}

extension GroupingScore {
  private func mean(_ value: (Night) -> Double) -> Double {
    nights.isEmpty ? 0 : nights.reduce(0) { $0 + value($1) } / Double(nights.count)
  }

  /// The mean adjusted Rand index.
  public var adjustedRandIndex: Double { mean(\.adjustedRandIndex) }
  /// The mean error of the count.
  public var countError: Double { mean(\.countError) }
  /// The share of nights whose interval holds the true number.
  public var covered: Double { mean { $0.isCovered ? 1 : 0 } }
  /// The mean width of the interval.
  public var width: Double { mean(\.width) }

  /// The chance that a boat with people lacking has a higher value than one with none; one half when there is nothing to compare.
  public var areaUnderCurve: Double {
    let (lacking, whole) = (boats.filter(\.lacking).map(\.given), boats.filter { !$0.lacking }.map(\.given))
    guard !lacking.isEmpty, !whole.isEmpty else { return 0.5 }
    var sum = 0.0
    for value in lacking {
      for other in whole { sum += value > other ? 1 : (value == other ? 0.5 : 0) }
    }
    return sum / Double(lacking.count * whole.count)
  }

  /// The mean squared error of the chances.
  public var brier: Double {
    boats.reduce(0) { $0 + ($1.given - ($1.lacking ? 1 : 0)) * ($1.given - ($1.lacking ? 1 : 0)) }
      / Double(max(1, boats.count))
  }

  /// Boats with people lacking whose value is under a threshold, of how many: the mistake that kills.
  public func missed(under threshold: Double) -> (missed: Int, of: Int) {
    let lacking = boats.filter(\.lacking)
    return (lacking.count { $0.given < threshold }, lacking.count)
  }

  /// The share of boats with nobody lacking whose value is under a threshold: the work that the watch is spared.
  public func cleared(under threshold: Double) -> Double {
    let whole = boats.filter { !$0.lacking }
    return Double(whole.count { $0.given < threshold }) / Double(max(1, whole.count))
  }
}
