/// How far communities stay the same when chance falls otherwise.
public struct CommunityStability: Hashable, Sendable {
  /// The communities with the highest modularity.
  public let best: Communities
  /// How far the others agree with them on which pairs are together: 1 for the same, about 0 for chance.
  ///
  /// Source: Hubert and Arabie, Comparing partitions (1985), the mean of the adjusted Rand index.
  public let agreement: Double
  /// Of each node, the mean share of companions, of both sides, that its best community and another run's have in common.
  public let ofNode: [Double]
}

extension Leiden {
  /// Finds the communities from several seeds.
  ///
  /// - Parameter seeds: at least one; with one the agreement is 1.
  public func stability(of graph: Graph, seeds: [UInt64]) -> CommunityStability {
    let runs = (seeds.isEmpty ? [1] : seeds).map { communities(of: graph, chance: Chance(seed: $0)) }
    let best = runs.max { $0.modularity < $1.modularity } ?? runs[0]
    var kept = [Double](repeating: 0, count: graph.nodeCount)
    var agreement = 0.0
    for run in runs {
      var shared: [SIMD2<Int>: Int] = [:]
      for node in 0..<graph.nodeCount { shared[SIMD2(best.ofNode[node], run.ofNode[node]), default: 0] += 1 }
      for node in 0..<graph.nodeCount {
        let (own, other) = (best.ofNode[node], run.ofNode[node])
        let both = shared[SIMD2(own, other)] ?? 0
        kept[node] += Double(both) / Double(best.sizes[own] + run.sizes[other] - both) / Double(runs.count)
      }
      agreement += Self.adjustedRand(Array(shared.values), best.sizes, run.sizes, graph.nodeCount) / Double(runs.count)
    }
    return CommunityStability(best: best, agreement: agreement, ofNode: kept)
  }

  private static func adjustedRand(_ shared: [Int], _ first: [Int], _ second: [Int], _ count: Int) -> Double {
    func pairs(_ sizes: [Int]) -> Double { sizes.reduce(0) { $0 + Double($1) * Double($1 - 1) / 2 } }
    let all = pairs([count])
    guard all > 0 else { return 1 }
    let expected = pairs(first) * pairs(second) / all
    let most = (pairs(first) + pairs(second)) / 2
    return most == expected ? 1 : (pairs(shared) - expected) / (most - expected)
  }
}
