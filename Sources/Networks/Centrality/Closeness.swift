extension Graph {
  /// How near each node is to the others: the share of them that it reaches, over their mean distance in steps.
  ///
  /// A node that reaches nobody has 0; the middle of a star has 1.
  ///
  /// - Parameter pivots: nodes to which distances are measured, and from which those to all are estimated; nil for all nodes, which is
  ///   exact. Distances are then taken from the pivots, so a directed graph is measured towards its nodes.
  ///
  /// Source: Wasserman and Faust, Social network analysis (1994), equation 5.22; Eppstein and Wang, Fast approximation of
  /// centrality (2001), for the pivots.
  public func closeness(pivots: [Int]? = nil) -> [Double] {
    let distances = Scratch<UInt32>(repeating: .max, count: nodeCount)
    let order = Scratch<UInt32>(repeating: 0, count: nodeCount + 1)
    var sums = [Double](repeating: 0, count: nodeCount)
    var reached = [Double](repeating: 0, count: nodeCount)
    for source in pivots ?? Array(0..<nodeCount) {
      let count = spread(from: source, distances, order)
      for place in 1..<max(1, count) {
        let node = Int(order[place])
        let counted = pivots == nil ? source : node
        sums[counted] += Double(distances[node])
        reached[counted] += 1
      }
      for place in 0..<count { distances[Int(order[place])] = .max }
    }
    let others = Double(pivots?.count ?? max(1, nodeCount - 1))
    return (0..<nodeCount).map { sums[$0] > 0 ? reached[$0] / others * (reached[$0] / sums[$0]) : 0 }
  }

  /// Goes outward from a node in steps; returns how many nodes are reached, which stand in `order`, nearest first.
  func spread(from source: Int, _ distances: borrowing Scratch<UInt32>, _ order: borrowing Scratch<UInt32>) -> Int {
    distances[source] = 0
    order[0] = UInt32(source)
    var (head, tail) = (0, 1)
    while head < tail {
      let node = Int(order[head])
      head += 1
      for place in row(node) where distances[Int(targets[place])] == .max {
        distances[Int(targets[place])] = distances[node] + 1
        order[tail] = targets[place]
        tail += 1
      }
    }
    return tail
  }
}
