/// Small shapes in a network that an investigator asks for.
public struct Motifs: Sendable {
  /// Somebody who joins others that are not joined to one another.
  public struct Broker: Hashable, Sendable {
    /// The node in the middle.
    public let node: Int
    /// Pairs of its neighbours without an edge between them.
    public let openPairs: Int
    /// Those pairs as a share of all pairs of its neighbours.
    public let openShare: Double
  }

  /// Nodes in a row, each with two neighbours, between two others or at an end.
  public struct Chain: Hashable, Sendable {
    /// The nodes, with the two at which the chain is fastened.
    public let nodes: [Int]
  }

  /// Somebody who supplies many and is supplied by one.
  public struct SingleSupplier: Hashable, Sendable {
    /// The node that supplies many.
    public let hub: Int
    /// The only node that supplies it.
    public let supplier: Int
    /// How many the hub supplies.
    public let supplied: Int
  }

  private let graph: Graph

  /// The shapes of a graph.
  public init(_ graph: Graph) { self.graph = graph }

  /// The brokers with the most open pairs, most first.
  ///
  /// Source: Burt, Structural holes (1992), in the form of Gould and Fernandez, Structures of mediation (1989).
  public func brokers(most count: Int) -> [Broker] {
    var isBeside = [Bool](repeating: false, count: graph.nodeCount)
    let all = (0..<graph.nodeCount).compactMap { node -> Broker? in
      let degree = graph.degree(of: node)
      guard degree > 1 else { return nil }
      let near = graph.neighbours(of: node)
      for other in near { isBeside[Int(other)] = true }
      let closed = near.reduce(0) { sum, other in sum + graph.neighbours(of: Int(other)).count { isBeside[Int($0)] } }
      for other in near { isBeside[Int(other)] = false }
      let pairs = degree * (degree - 1) / 2
      let open = pairs - (graph.isDirected ? closed : closed / 2)
      return open > 0 ? Broker(node: node, openPairs: open, openShare: Double(open) / Double(pairs)) : nil
    }
    return Array(all.sorted { ($1.openPairs, $0.node) < ($0.openPairs, $1.node) }.prefix(max(0, count)))
  }

  /// The chains with at least so many nodes between their ends, longest first; rings without an end are none.
  public func chains(leastNodes: Int = 2) -> [Chain] {
    var isUsed = [Bool](repeating: false, count: graph.nodeCount)
    var found = [Chain]()
    for start in 0..<graph.nodeCount where graph.degree(of: start) != 2 {
      for first in graph.neighbours(of: start).map(Int.init) where graph.degree(of: first) == 2 && !isUsed[first] {
        var nodes = [start, first]
        isUsed[first] = true
        while let last = nodes.last, graph.degree(of: last) == 2 {
          let before = nodes[nodes.count - 2]
          guard let next = graph.neighbours(of: last).map(Int.init).first(where: { $0 != before }) else { break }
          nodes.append(next)
          if graph.degree(of: next) == 2 { isUsed[next] = true }
          if next == start { break }
        }
        if nodes.count - 2 >= leastNodes { found.append(Chain(nodes: nodes)) }
      }
    }
    return found.sorted { ($1.nodes.count, $0.nodes[0]) < ($0.nodes.count, $1.nodes[0]) }
  }

  /// Nodes of a directed graph that supply at least so many and are supplied by one, those who supply most first.
  public func hubsWithOneSupplier(leastSupplied: Int = 3) -> [SingleSupplier] {
    let suppliers = graph.reversed()
    return (0..<graph.nodeCount).compactMap { node in
      let near = suppliers.neighbours(of: node)
      guard let supplier = near.first, near.count == 1, graph.degree(of: node) >= leastSupplied else { return nil }
      return SingleSupplier(hub: node, supplier: Int(supplier), supplied: graph.degree(of: node))
    }.sorted { ($1.supplied, $0.hub) < ($0.supplied, $1.hub) }
  }
}
