extension Graph {
  /// How many pairs of others each node stands between: for each pair the share of its shortest paths that leads through it.
  ///
  /// Edges count as one step each. An undirected pair counts once; the middle of a path of three nodes has 1.
  ///
  /// Source: Freeman, A set of measures of centrality based on betweenness (1977); Brandes (2001).
  public func betweenness() -> [Double] {
    var search = BetweennessSearch(self)
    let sums = Scratch<Double>(repeating: 0, count: nodeCount)
    // Sources that are near each other share most of their visits.
    let sources = nodesNearEachOther().filter { degree(of: $0) > 0 }
    for first in stride(from: 0, to: sources.count, by: BetweennessSearch.lanes) {
      search.add(from: sources[first..<min(first + BetweennessSearch.lanes, sources.count)], to: sums)
    }
    return isDirected ? sums.array : sums.array.map { $0 / 2 }
  }

  /// How many pairs a node can stand between: what betweenness is divided by to be a share.
  public var pairsBesideANode: Double {
    let others = Double(max(0, nodeCount - 1)) * Double(max(0, nodeCount - 2))
    return isDirected ? others : others / 2
  }

  /// All nodes in an order in which those that follow one another mostly have a neighbour in common.
  private func nodesNearEachOther() -> [Int] {
    var order = [Int]()
    order.reserveCapacity(nodeCount)
    var isMet = [Bool](repeating: false, count: nodeCount)
    var head = 0
    for start in 0..<nodeCount where !isMet[start] {
      isMet[start] = true
      order.append(start)
      while head < order.count {
        let node = order[head]
        head += 1
        for other in neighbours(of: node) where !isMet[Int(other)] {
          isMet[Int(other)] = true
          order.append(Int(other))
        }
      }
    }
    return order
  }
}
