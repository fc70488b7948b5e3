/// What may be taken out of a network, and what each costs.
///
/// The aim is that the largest component, as nodes, stays as small as it can over all that is spent: the sum over
/// removals of the component that each one meets, times its cost. With equal costs that is the mean of the largest component
/// over removals.
public struct Disruption: Sendable {
  /// Who is joined to whom; an undirected graph.
  public let graph: Graph
  /// What taking out each node costs; above 0.
  public let costs: [Double]
  /// Whether a node may be taken out: who can be arrested, which account frozen, which supplier stopped.
  public let isRemovable: [Bool]

  /// A task; with equal costs and everything removable unless said otherwise.
  ///
  /// - Parameters:
  ///   - costs: one a node; those that are not above 0 count as 1.
  ///   - isRemovable: one a node.
  public init(graph: Graph, costs: [Double]? = nil, isRemovable: [Bool]? = nil) {
    let given = costs ?? []
    self.graph = graph
    self.costs = (0..<graph.nodeCount).map { $0 < given.count && given[$0] > 0 && given[$0].isFinite ? given[$0] : 1 }
    let allowed = isRemovable ?? []
    self.isRemovable = (0..<graph.nodeCount).map { $0 < allowed.count ? allowed[$0] : true }
  }

  /// The nodes that have an edge and may be taken out.
  var candidates: [Int] { (0..<graph.nodeCount).filter { isRemovable[$0] && graph.degree(of: $0) > 0 } }

  /// What an order leaves behind: after each removal the largest component.
  public func largest(after order: [Int]) -> [Int] {
    var growth = ComponentGrowth(count: graph.nodeCount)
    var isPresent = (0..<graph.nodeCount).map { graph.degree(of: $0) > 0 }
    for node in order { isPresent[node] = false }
    for node in 0..<graph.nodeCount where isPresent[node] { growth.insert(node, graph, isPresent) }
    var left = [Int](repeating: 0, count: order.count)
    for place in order.indices.reversed() {
      left[place] = growth.largest
      isPresent[order[place]] = true
      growth.insert(order[place], graph, isPresent)
    }
    return left
  }

  /// The largest component before each removal times what that removal costs, summed.
  func area(of order: [Int]) -> Double {
    guard let first = order.first else { return 0 }
    let isWhole = (0..<graph.nodeCount).map { graph.degree(of: $0) > 0 }
    var growth = ComponentGrowth(count: graph.nodeCount)
    for node in 0..<graph.nodeCount where isWhole[node] { growth.insert(node, graph, isWhole) }
    return zip(largest(after: order), order.dropFirst()).reduce(Double(growth.largest) * costs[first]) {
      $0 + Double($1.0) * costs[$1.1]
    }
  }
}
