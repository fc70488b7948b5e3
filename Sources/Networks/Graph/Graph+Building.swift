extension Graph {
  /// A graph from edges in any order.
  ///
  /// - Parameter nodeCount: edges to nodes beyond it are left out, as are loops and weights that are not above 0.
  public init(nodeCount: Int, edges: [Edge], isDirected: Bool = false) {
    var links = LinkTable()
    for edge in edges where min(edge.source, edge.target) >= 0 && max(edge.source, edge.target) < nodeCount {
      links.append(source: UInt32(edge.source), target: UInt32(edge.target), weight: Float(edge.weight))
    }
    self.init(nodeCount: nodeCount, links: links, isDirected: isDirected)
  }

  /// A graph from a table of links.
  ///
  /// - Parameters:
  ///   - links: ends lie below the count of nodes, as `NetworkBuilder` makes them.
  ///   - isTaken: which links count, by their place in the table; nil for all.
  public init(nodeCount: Int, links: LinkTable, isDirected: Bool = false, where isTaken: ((Int) -> Bool)? = nil) {
    let rows = GraphRows(nodeCount: nodeCount, links: links, isDirected: isDirected, where: isTaken)
    self.nodeCount = nodeCount
    self.isDirected = isDirected
    (offsets, targets, weights) = (rows.offsets, rows.targets, rows.weights)
  }
}

/// Compressed rows in the making: counted, filled, sorted where they are not, and parallel links put together.
private struct GraphRows {
  var offsets: [UInt32]
  var targets: [UInt32]
  var weights: [Float]

  init(nodeCount: Int, links: LinkTable, isDirected: Bool, where isTaken: ((Int) -> Bool)?) {
    precondition(links.count <= GraphLimits.mostLinks && nodeCount <= GraphLimits.mostNodes)
    var next = [UInt32](repeating: 0, count: nodeCount + 1)
    let hasWeights = !links.weights.isEmpty
    func counts(_ link: Int) -> Bool {
      links.sources[link] != links.targets[link] && (!hasWeights || links.weights[link] > 0)
        && (isTaken?(link) ?? true)
    }
    for link in 0..<links.count where counts(link) {
      next[Int(links.sources[link])] += 1
      if !isDirected { next[Int(links.targets[link])] += 1 }
    }
    var sum: UInt32 = 0
    for node in 0...nodeCount { (next[node], sum) = (sum, sum + next[node]) }
    offsets = next
    targets = [UInt32](repeating: 0, count: Int(sum))
    weights = hasWeights ? [Float](repeating: 0, count: Int(sum)) : []
    for link in 0..<links.count where counts(link) {
      let (source, target) = (links.sources[link], links.targets[link])
      put(target, hasWeights ? links.weights[link] : 1, at: &next[Int(source)])
      if !isDirected { put(source, hasWeights ? links.weights[link] : 1, at: &next[Int(target)]) }
    }
    if !isRising { sortAndMerge() }
    if weights.allSatisfy({ $0 == 1 }) { weights = [] }
  }

  private mutating func put(_ target: UInt32, _ weight: Float, at place: inout UInt32) {
    targets[Int(place)] = target
    if !weights.isEmpty { weights[Int(place)] = weight }
    place += 1
  }

  /// Whether every row rises, so that there is nothing to sort and nothing to put together.
  private var isRising: Bool {
    for node in 0..<offsets.count - 1 {
      var place = Int(offsets[node]) + 1
      while place < Int(offsets[node + 1]) {
        if targets[place - 1] >= targets[place] { return false }
        place += 1
      }
    }
    return true
  }

  private mutating func sortAndMerge() {
    if weights.isEmpty { sortTargets() } else { sortTargetsAndWeights() }
    guard !isRising else { return }
    if weights.isEmpty { weights = [Float](repeating: 1, count: targets.count) }
    merge()
  }

  private mutating func sortTargets() {
    targets.withUnsafeMutableBufferPointer { targets in
      for node in 0..<offsets.count - 1 { targets[Int(offsets[node])..<Int(offsets[node + 1])].sort() }
    }
  }

  private mutating func sortTargetsAndWeights() {
    var row = [UInt64]()
    for node in 0..<offsets.count - 1 {
      let places = Int(offsets[node])..<Int(offsets[node + 1])
      row.removeAll(keepingCapacity: true)
      // The target stands in the upper half; weights above 0 rise with their bits.
      for place in places { row.append(UInt64(targets[place]) << 32 | UInt64(weights[place].bitPattern)) }
      row.sort()
      for (place, entry) in zip(places, row) {
        targets[place] = UInt32(entry >> 32)
        weights[place] = Float(bitPattern: UInt32(truncatingIfNeeded: entry))
      }
    }
  }

  /// Puts parallel links of sorted rows together.
  private mutating func merge() {
    var (start, end) = (0, 0)
    for node in 0..<offsets.count - 1 {
      let (first, last) = (end, Int(offsets[node + 1]))
      offsets[node] = UInt32(end)
      for place in start..<last {
        if end > first, targets[end - 1] == targets[place] {
          weights[end - 1] += weights[place]
        } else {
          (targets[end], weights[end]) = (targets[place], weights[place])
          end += 1
        }
      }
      start = last
    }
    offsets[offsets.count - 1] = UInt32(end)
    targets.removeSubrange(end...)
    weights.removeSubrange(end...)
  }
}
