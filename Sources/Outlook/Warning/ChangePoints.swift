import Foundation

/// Where the level of a series changed, by optimal partitioning with pruning.
///
/// Source: Killick, Fearnhead and Eckley 2012, Optimal detection of changepoints with a linear computational cost (PELT).
public enum ChangePoints {
  /// The places at which a new level begins, oldest first.
  ///
  /// Counts are seen as square roots, whose variance hardly follows the level; it is taken from the differences of neighbours.
  /// - Parameters:
  ///   - values: the counts; an unknown one takes the place of the one before.
  ///   - shortest: the fewest periods of one level.
  ///   - penalty: what a change must explain, in variances; nil for three times the logarithm of the length.
  public static func find(_ values: [Double?], shortest: Int = 14, penalty: Double? = nil) -> [Int] {
    var last = values.lazy.compactMap { $0 }.first ?? 0
    let roots = values.map { value -> Double in
      last = value ?? last
      return max(last, 0).squareRoot()
    }
    let count = roots.count
    let shortest = max(shortest, 1)
    guard count >= 2 * shortest else { return [] }
    let changes = zip(roots, roots.dropFirst()).map { ($0 - $1) * ($0 - $1) }
    let variance = max(changes.reduce(0, +) / Double(2 * changes.count), 1e-9)
    let price = (penalty ?? 3 * log(Double(count))) * variance
    var (sums, squares) = ([0.0], [0.0])
    for root in roots {
      sums.append(sums[sums.count - 1] + root)
      squares.append(squares[squares.count - 1] + root * root)
    }
    func cost(_ start: Int, _ end: Int) -> Double {
      let sum = sums[end] - sums[start]
      return squares[end] - squares[start] - sum * sum / Double(end - start)
    }
    var best = [Double](repeating: .infinity, count: count + 1)
    var previous = [Int](repeating: 0, count: count + 1)
    best[0] = -price
    var candidates = [0]
    var costs: [Double] = []
    for end in shortest...count {
      costs.removeAll(keepingCapacity: true)
      for start in candidates {
        let own = best[start] + cost(start, end)
        costs.append(own)
        if own + price < best[end] {
          best[end] = own + price
          previous[end] = start
        }
      }
      var kept = 0
      for place in candidates.indices where costs[place] <= best[end] {
        candidates[kept] = candidates[place]
        kept += 1
      }
      candidates.removeLast(candidates.count - kept)
      if end - shortest + 1 >= shortest { candidates.append(end - shortest + 1) }
    }
    var found: [Int] = []
    var end = previous[count]
    while end > 0 {
      found.append(end)
      end = previous[end]
    }
    return found.reversed()
  }
}
