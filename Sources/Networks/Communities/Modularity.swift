extension Graph {
  /// How much more of the edges lies within communities than chance would put there: 0 for chance, below 1 at best.
  ///
  /// Edges count in both directions as though undirected. A path of four nodes halved in the middle has 1/6.
  ///
  /// - Parameters:
  ///   - communities: the community of each node, any numbers from 0.
  ///   - resolution: above 1 asks for smaller communities, below 1 for larger.
  ///
  /// Source: Newman and Girvan, Finding and evaluating community structure in networks (2004); the resolution of Reichardt and
  /// Bornholdt (2006).
  public func modularity(of communities: [Int], resolution: Double = 1) -> Double {
    var within = 0.0
    var total = 0.0
    var strengths = [Double](repeating: 0, count: (communities.max() ?? -1) + 1)
    for node in 0..<nodeCount {
      for place in row(node) {
        let weight = weight(at: place)
        strengths[communities[node]] += weight
        total += weight
        if communities[node] == communities[Int(targets[place])] { within += weight }
      }
    }
    guard total > 0 else { return 0 }
    return within / total - resolution * strengths.reduce(0) { $0 + ($1 / total) * ($1 / total) }
  }
}
