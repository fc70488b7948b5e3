/// In which order nodes are to be taken out, and what each removal leaves.
public struct RemovalPlan: Hashable, Sendable {
  /// The nodes, first to last.
  public let order: [Int]
  /// The largest component after each of them.
  public let largest: [Int]
  /// The mean over removals of the largest component as a share of the nodes that have an edge.
  public let meanShare: Double
  /// The sum of costs up to and with each removal.
  public let costs: [Double]
  /// Which method found it, and what each single method of the ensemble reached, as a mean share.
  public let method: String
  /// What each single method of the ensemble reached, as a mean share.
  public let reached: [String: Double]

  init(_ order: [Int], of task: Disruption, method: String, reached: [String: Double]) {
    self.order = order
    self.method = method
    self.reached = reached
    largest = task.largest(after: order)
    meanShare = Self.meanShare(largest, task.graph)
    var sum = 0.0
    costs = order.map { node in
      sum += task.costs[node]
      return sum
    }
  }

  /// The mean of what is left as a share of the nodes that have an edge.
  static func meanShare(_ largest: [Int], _ graph: Graph) -> Double {
    let nodes = (0..<graph.nodeCount).count { graph.degree(of: $0) > 0 }
    guard nodes > 0, !largest.isEmpty else { return 0 }
    return Double(largest.reduce(0, +)) / Double(nodes) / Double(largest.count)
  }
}
