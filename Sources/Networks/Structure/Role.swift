/// The place of a node in the communities of its network: how central in its own, and how far it reaches into others.
///
/// Source: Guimerà and Amaral, Functional cartography of complex metabolic networks (2005), with their bounds.
public enum Role: String, CaseIterable, Hashable, Sendable {
  /// All edges within its own community.
  case ultraPeripheral = "ultra-peripheral"
  /// Most edges within.
  case peripheral = "peripheral"
  /// Many edges to other communities.
  case connector = "connector"
  /// Edges spread evenly over all.
  case kinless = "kinless"
  /// Central, with most edges within.
  case provincialHub = "provincial hub"
  /// Central, with many edges to most other communities.
  case connectorHub = "connector hub"
  /// Central, with edges spread evenly over all.
  case kinlessHub = "kinless hub"

  /// The role of a degree within, in deviations from the mean of the community, and of a share of edges spread over communities.
  init(deviations: Double, participation: Double) {
    if deviations >= 2.5 {
      self = participation <= 0.3 ? .provincialHub : participation <= 0.75 ? .connectorHub : .kinlessHub
    } else {
      self =
        participation <= 0.05
        ? .ultraPeripheral : participation <= 0.62 ? .peripheral : participation <= 0.8 ? .connector : .kinless
    }
  }
}

extension Graph {
  /// The role of each node in communities.
  public func roles(in communities: Communities) -> [Role] {
    var within = [Double](repeating: 0, count: nodeCount)
    var participation = [Double](repeating: 0, count: nodeCount)
    for node in 0..<nodeCount {
      var counts: [Int: Double] = [:]
      for other in neighbours(of: node) { counts[communities.ofNode[Int(other)], default: 0] += 1 }
      within[node] = counts[communities.ofNode[node]] ?? 0
      let degree = Double(max(1, degree(of: node)))
      participation[node] = counts.isEmpty ? 0 : 1 - counts.values.reduce(0) { $0 + ($1 / degree) * ($1 / degree) }
    }
    var (sums, squares) = (
      [Double](repeating: 0, count: communities.count), [Double](repeating: 0, count: communities.count)
    )
    for node in 0..<nodeCount {
      sums[communities.ofNode[node]] += within[node]
      squares[communities.ofNode[node]] += within[node] * within[node]
    }
    return (0..<nodeCount).map { node in
      let own = communities.ofNode[node]
      let count = Double(communities.sizes[own])
      let mean = sums[own] / count
      let deviation = max(0, squares[own] / count - mean * mean).squareRoot()
      return Role(
        deviations: deviation > 0 ? (within[node] - mean) / deviation : 0, participation: participation[node])
    }
  }

  /// How alike the positions of two nodes are: neighbours that both have, as a share of those that either has, each other aside.
  ///
  /// Source: Jaccard's index on neighbourhoods; structural equivalence of Lorrain and White (1971) is 1.
  public func similarity(of first: Int, and second: Int) -> Double {
    let one = Set(neighbours(of: first)).subtracting([UInt32(second)])
    let other = Set(neighbours(of: second)).subtracting([UInt32(first)])
    let all = one.union(other).count
    return all == 0 ? 0 : Double(one.intersection(other).count) / Double(all)
  }

  /// The nodes whose positions are most like that of one, most first: those who could take its place.
  public func nodesPlacedLike(_ node: Int, most count: Int) -> [(node: Int, similarity: Double)] {
    var candidates = Set<Int>()
    for near in neighbours(of: node) { candidates.formUnion(neighbours(of: Int(near)).map(Int.init)) }
    candidates.remove(node)
    let all = candidates.map { (node: $0, similarity: similarity(of: node, and: $0)) }
    return Array(all.sorted { ($1.similarity, $0.node) < ($0.similarity, $1.node) }.prefix(max(0, count)))
  }
}
