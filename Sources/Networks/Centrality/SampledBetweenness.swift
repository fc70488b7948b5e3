import Foundation

/// Betweenness from shortest paths between pairs drawn by chance, with an error that is stated beforehand.
///
/// Each path is found from both its ends at once, so that it costs a small part of a search of the whole graph. Draws go on until
/// an empirical bound holds for every node, at most as many as a bound by the graph's diameter asks for.
///
/// Source: Riondato and Kornaropoulos, Fast approximation of betweenness centrality through sampling (2016), for the most draws;
/// Borassi and Natale, KADABRA is an adaptive algorithm for betweenness via random sampling (2016), for the balanced search;
/// Maurer and Pontil, Empirical Bernstein bounds (2009), theorem 4, for the rule to stop.
public struct SampledBetweenness: Sendable {
  /// How far a share may lie from the truth.
  public var error: Double
  /// How likely some node lies further off than that.
  public var risk: Double

  /// An estimate; `error` is a share of all pairs.
  public init(error: Double = 0.01, risk: Double = 0.1) {
    self.error = min(1, max(1e-4, error))
    self.risk = min(0.5, max(1e-9, risk))
  }

  /// What was found.
  public struct Answer: Hashable, Sendable {
    /// Of each node, the share of pairs of others that it stands between, 0 to 1.
    public let shares: [Double]
    /// How many pairs were drawn.
    public let draws: Int
    /// How far any share may lie from the truth, but for the stated risk.
    public let error: Double
  }

  /// Draws pairs in a graph until the error holds.
  public func estimate(of graph: Graph, chance: Chance) -> Answer {
    guard graph.nodeCount > 2, graph.edgeCount > 0 else {
      return Answer(shares: [Double](repeating: 0, count: graph.nodeCount), draws: 0, error: 0)
    }
    var chance = chance
    let search = PairSearch(graph)
    let hits = Scratch<UInt32>(repeating: 0, count: graph.nodeCount)
    let most = mostDraws(diameter: search.diameterBound(&chance))
    // The risk is parted between the rounds of looking at the bound, half of it for the last.
    var (draws, next, round) = (0, 1024, 1)
    while draws < most {
      let until = min(next, most)
      while draws < until {
        search.draw(&chance, hits)
        draws += 1
      }
      let reached = bound(hits, draws, rounds: round)
      if reached <= error { break }
      (next, round) = (next + next / 2, round + 1)
    }
    let reached = min(error, bound(hits, draws, rounds: round))
    return Answer(shares: hits.array.map { Double($0) / Double(draws) }, draws: draws, error: reached)
  }

  /// Riondato and Kornaropoulos, theorem 1, with the constant 1/2 of Löffler and Phillips.
  private func mostDraws(diameter: Int) -> Int {
    let dimension = Double(Int(log2(Double(max(3, diameter) - 2 + 1)))) + 1
    return Int((0.5 / (error * error) * (dimension + log(2 / risk))).rounded(.up))
  }

  /// The bound that holds for all nodes at once after so many draws.
  private func bound(_ hits: borrowing Scratch<UInt32>, _ draws: Int, rounds: Int) -> Double {
    var most: UInt32 = 0
    for node in 0..<hits.count { most = max(most, hits[node]) }
    let share = Double(most) / Double(draws)
    // Below one half the variance grows with the share, so the node with most hits has the widest bound.
    let variance = share < 0.5 ? share * (1 - share) : 0.25
    let logarithm = log(4 * Double(hits.count) * pow(2, Double(rounds)) / risk)
    return (2 * variance * logarithm / Double(draws)).squareRoot() + 7 * logarithm / (3 * Double(max(1, draws - 1)))
  }
}
