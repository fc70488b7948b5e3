extension Graph {
  /// The core of each node: the largest k for which it lies in a part where everyone has at least k neighbours in that part.
  ///
  /// Source: Batagelj and Zaversnik, An O(m) algorithm for cores decomposition of networks (2003).
  public func coreNumbers() -> [Int] { targets.withUnsafeBufferPointer(coreNumbers) }

  /// - Parameter rows: the targets, which are looked at too often for checks.
  private func coreNumbers(_ rows: UnsafeBufferPointer<UInt32>) -> [Int] {
    let degrees = Scratch<UInt32>(repeating: 0, count: nodeCount)
    var most = 0
    for node in 0..<nodeCount {
      degrees[node] = UInt32(degree(of: node))
      most = max(most, Int(degrees[node]))
    }
    // Nodes by rising degree, where each degree begins, and where each node stands.
    let starts = Scratch<UInt32>(repeating: 0, count: most + 2)
    for node in 0..<nodeCount { starts[Int(degrees[node]) + 1] += 1 }
    for degree in 0...most { starts[degree + 1] += starts[degree] }
    let next = Scratch<UInt32>(starts.array)
    let order = Scratch<UInt32>(repeating: 0, count: nodeCount)
    let places = Scratch<UInt32>(repeating: 0, count: nodeCount)
    for node in 0..<nodeCount {
      let place = next[Int(degrees[node])]
      order[Int(place)] = UInt32(node)
      places[node] = place
      next[Int(degrees[node])] += 1
    }
    for place in 0..<nodeCount {
      let node = Int(order[place])
      let own = degrees[node]
      for edge in row(node) {
        let other = Int(rows[edge])
        let degree = degrees[other]
        if degree <= own { continue }
        // The neighbour changes places with the first of its degree, and the degree's nodes begin one later.
        let first = starts[Int(degree)]
        let leader = order[Int(first)]
        let place = places[other]
        order[Int(place)] = leader
        places[Int(leader)] = place
        order[Int(first)] = UInt32(other)
        places[other] = first
        starts[Int(degree)] += 1
        degrees[other] = degree - 1
      }
    }
    return degrees.array.map(Int.init)
  }
}
