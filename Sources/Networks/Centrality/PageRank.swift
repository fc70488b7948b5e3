extension Graph {
  /// How often a walker who follows edges by their weight, and now and then starts anew anywhere, stands at each node.
  ///
  /// The shares sum to 1. Who stands at a node without a way onward starts anew.
  ///
  /// - Parameters:
  ///   - damping: how likely the walker goes on.
  ///   - leastChange: sum of changes below which the shares count as settled.
  ///
  /// Source: Brin and Page, The anatomy of a large-scale hypertextual web search engine (1998).
  public func pageRank(damping: Double = 0.85, leastChange: Double = 1e-10, mostRounds: Int = 200) -> [Double] {
    guard nodeCount > 0 else { return [] }
    let strengths = (0..<nodeCount).map { strength(of: $0) }
    var ranks = [Double](repeating: 1 / Double(nodeCount), count: nodeCount)
    // Ranks are pulled along edges backwards, so that each is written once.
    let back = isDirected ? reversed() : self
    var outflow = ranks
    for _ in 0..<mostRounds {
      var stranded = 0.0
      for node in 0..<nodeCount {
        if strengths[node] > 0 {
          outflow[node] = ranks[node] / strengths[node]
        } else {
          outflow[node] = 0
          stranded += ranks[node]
        }
      }
      let base = (1 - damping + damping * stranded) / Double(nodeCount)
      var change = 0.0
      for node in 0..<nodeCount {
        var sum = 0.0
        for place in back.row(node) { sum += outflow[Int(back.targets[place])] * back.weight(at: place) }
        let rank = base + damping * sum
        change += (rank - ranks[node]).magnitude
        ranks[node] = rank
      }
      if change < leastChange { break }
    }
    return ranks
  }

  /// The same graph with every edge turned round.
  public func reversed() -> Graph {
    guard isDirected else { return self }
    var links = LinkTable()
    links.reserve(targets.count)
    forEachEdge { links.append(source: UInt32($1), target: UInt32($0), weight: Float($2)) }
    return Graph(nodeCount: nodeCount, links: links, isDirected: true)
  }
}
