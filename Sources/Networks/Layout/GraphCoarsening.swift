extension Graph {
  /// A graph of about half as many nodes: neighbours are paired by the heaviest edge between small ones.
  ///
  /// - Parameter masses: how many nodes of the drawing each stands for.
  /// - Returns: the smaller graph, the node in it that each stands in, and the masses of those.
  func coarsened(masses: [Double]) -> (graph: Graph, parents: [Int], masses: [Double]) {
    var parents = [Int](repeating: -1, count: nodeCount)
    var sums = [Double]()
    for node in (0..<nodeCount).sorted(by: { degree(of: $0) < degree(of: $1) }) where parents[node] < 0 {
      var best = (other: -1, worth: 0.0)
      for place in row(node) where parents[Int(targets[place])] < 0 && Int(targets[place]) != node {
        let other = Int(targets[place])
        let worth = weight(at: place) / masses[other]
        if worth > best.worth { best = (other, worth) }
      }
      parents[node] = sums.count
      sums.append(masses[node])
      if best.other >= 0 {
        parents[best.other] = parents[node]
        sums[parents[node]] += masses[best.other]
      } else if let first = neighbours(of: node).first, parents[Int(first)] != parents[node] {
        // All neighbours are paired: it joins one of them, so that stars shrink too.
        sums.removeLast()
        parents[node] = parents[Int(first)]
        sums[parents[node]] += masses[node]
      }
    }
    var links = LinkTable()
    forEachEdge { source, target, weight in
      if parents[source] != parents[target] {
        links.append(source: UInt32(parents[source]), target: UInt32(parents[target]), weight: Float(weight))
      }
    }
    return (Graph(nodeCount: sums.count, links: links), parents, sums)
  }
}
