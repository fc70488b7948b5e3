/// How well two groupings of the same things agree, corrected for chance.
///
/// Source: L. Hubert and P. Arabie, Comparing partitions, Journal of Classification 2 (1985), 193–218, equation 5.
enum AdjustedRandIndex {
  /// 1 for the same groups under whatever names, about 0 for groups by chance, less when worse than chance.
  ///
  /// The groups 0 0 1 1 and 0 0 1 2 agree by 4/7 = 0.5714. Fewer than two things, or two groupings of which each is all
  /// in one or each alone, agree by 1. Things beyond the shorter list are not counted.
  static func value(_ first: [Int], _ second: [Int]) -> Double {
    let pairs = zip(first, second).map { [$0, $1] }
    let together = pairsOf(pairs)
    let inFirst = pairsOf(pairs.map { $0[0] })
    let inSecond = pairsOf(pairs.map { $0[1] })
    let all = Double(pairs.count) * Double(pairs.count - 1) / 2
    guard all > 0 else { return 1 }
    let expected = inFirst * inSecond / all
    let greatest = (inFirst + inSecond) / 2
    guard greatest != expected else { return 1 }
    return (together - expected) / (greatest - expected)
  }

  /// How many pairs of things have the same label. The counts are whole, so their order does not change the sum.
  private static func pairsOf<Label: Hashable>(_ labels: [Label]) -> Double {
    var counts: [Label: Int] = [:]
    for label in labels { counts[label, default: 0] += 1 }
    return counts.values.reduce(0) { $0 + Double($1) * Double($1 - 1) / 2 }
  }
}
