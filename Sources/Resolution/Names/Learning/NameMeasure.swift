import Foundation

/// How well scores tell same from different, on labelled pairs.
public struct NameMeasure: Sendable {
  /// One scored pair.
  public struct Judged: Sendable {
    /// The probability that was given.
    public let score: Double
    /// The truth.
    public let isSame: Bool

    /// A scored pair.
    public init(score: Double, isSame: Bool) { (self.score, self.isSame) = (score, isSame) }
  }

  private let judged: [Judged]

  /// - Parameter judged: the scored pairs, in any order.
  public init(_ judged: [Judged]) { self.judged = judged.sorted { $0.score > $1.score } }

  /// How many pairs there are.
  public var count: Int { judged.count }
  /// How many of them are the same.
  public var sameCount: Int { judged.count { $0.isSame } }

  /// F1 when every score from `threshold` up counts as the same; 0 without any pair that is.
  public func f1(threshold: Double) -> Double {
    let taken = judged.prefix { $0.score >= threshold }
    return Self.f1(right: taken.count { $0.isSame }, taken: taken.count, same: sameCount)
  }

  /// The greatest F1 and the threshold that gives it.
  public var best: (f1: Double, threshold: Double) {
    var (right, best) = (0, (f1: 0.0, threshold: 1.0))
    let same = sameCount
    for (index, pair) in judged.enumerated() {
      if pair.isSame { right += 1 }
      if index + 1 < judged.count, judged[index + 1].score == pair.score { continue }
      let value = Self.f1(right: right, taken: index + 1, same: same)
      if value > best.f1 { best = (value, pair.score) }
    }
    return best
  }

  private static func f1(right: Int, taken: Int, same: Int) -> Double {
    taken + same == 0 ? 0 : 2 * Double(right) / Double(taken + same)
  }

  /// One bin of scores: what was said and what was so.
  public struct Bin: Sendable {
    /// The scores in the bin.
    public let scores: Range<Double>
    /// How many pairs fell into it.
    public let count: Int
    /// Their mean score.
    public let said: Double
    /// The share that was the same, with its 95 % interval.
    public let found: WilsonInterval
  }

  /// The scores in bins of equal width, without empty ones: calibrated scores have `said` within `found`'s interval.
  public func reliability(bins: Int = 10) -> [Bin] {
    (0..<bins).compactMap { bin in
      let range = Double(bin) / Double(bins)..<Double(bin + 1) / Double(bins)
      let inside = judged.filter { range.contains(min($0.score, 0.999_999)) }
      guard !inside.isEmpty else { return nil }
      return Bin(
        scores: range, count: inside.count, said: inside.reduce(0) { $0 + $1.score } / Double(inside.count),
        found: WilsonInterval(hits: inside.count { $0.isSame }, of: inside.count))
    }
  }

  /// The mean squared difference between score and truth (Brier 1950).
  public var brier: Double {
    judged.isEmpty ? 0 : judged.reduce(0) { $0 + pow($1.score - ($1.isSame ? 1 : 0), 2) } / Double(judged.count)
  }

  /// The mean distance between what the bins said and found, weighed by how many pairs they hold.
  public var calibrationError: Double {
    judged.isEmpty
      ? 0 : reliability().reduce(0) { $0 + abs($1.said - $1.found.share) * Double($1.count) } / Double(judged.count)
  }
}
