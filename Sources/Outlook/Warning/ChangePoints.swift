import Foundation

/// Where the level of a series changed, by optimal partitioning with pruning.
///
/// Source: Killick, Fearnhead and Eckley 2012, Optimal detection of changepoints with a linear computational cost
/// (PELT).
public enum ChangePoints {
  /// The places at which a new level begins, oldest first.
  ///
  /// Counts are seen as square roots, whose variance hardly follows the level; it is taken from the differences of
  /// neighbours.
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
    let previous = partition(roots, shortest: shortest, price: price)
    var found: [Int] = []
    var end = previous[count]
    while end > 0 {
      found.append(end)
      end = previous[end]
    }
    return found.reversed()
  }

  /// For each end the begin of its last level in the best partition up to there.
  private static func partition(_ roots: [Double], shortest: Int, price: Double) -> [Int] {
    let count = roots.count
    var sums = [0.0]
    for root in roots { sums.append(sums[sums.count - 1] + root) }
    // Squares are the same in every partition, so that a level costs less the square of its sum over its length.
    let shares = (0...count).map { 1 / Double(max($0, 1)) }
    var best = [Double](repeating: .infinity, count: count + 1)
    var previous = [Int](repeating: 0, count: count + 1)
    best[0] = -price
    var candidates = [Int](repeating: 0, count: count + 1)
    var costs = [Double](repeating: 0, count: count + 1)
    var open = 1
    sums.withUnsafeBufferPointer { sums in
      shares.withUnsafeBufferPointer { shares in
        candidates.withUnsafeMutableBufferPointer { candidates in
          costs.withUnsafeMutableBufferPointer { costs in
            best.withUnsafeMutableBufferPointer { best in
              for end in shortest...count {
                var (least, begin) = (Double.infinity, 0)
                for place in 0..<open {
                  let start = candidates[place]
                  let sum = sums[end] - sums[start]
                  let own = best[start] - sum * sum * shares[end - start]
                  costs[place] = own
                  if own < least { (least, begin) = (own, start) }
                }
                best[end] = least + price
                previous[end] = begin
                var kept = 0
                for place in 0..<open where costs[place] <= best[end] {
                  candidates[kept] = candidates[place]
                  kept += 1
                }
                let next = end - shortest + 1
                if next >= shortest {
                  candidates[kept] = next
                  kept += 1
                }
                open = kept
              }
            }
          }
        }
      }
    }
    return previous
  }
}
