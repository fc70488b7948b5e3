/// Which community each node belongs to.
public struct Communities: Hashable, Sendable {
  /// The community of each node; the largest is 0, and among equals the one with the lowest node comes first.
  public let ofNode: [Int]
  /// How many nodes each community has.
  public let sizes: [Int]
  /// How much more of the edges lies within them than chance would put there.
  public let modularity: Double

  /// How many communities there are.
  public var count: Int { sizes.count }

  /// Communities from any numbers from 0, one a node.
  init(numbering: [Int], graph: Graph, resolution: Double) {
    var sizes = [Int](repeating: 0, count: (numbering.max() ?? -1) + 1)
    for community in numbering { sizes[community] += 1 }
    var firsts = [Int](repeating: Int.max, count: sizes.count)
    for (node, community) in numbering.enumerated().reversed() { firsts[community] = node }
    let order = sizes.indices.filter { sizes[$0] > 0 }.sorted { (sizes[$1], firsts[$0]) < (sizes[$0], firsts[$1]) }
    var numbers = [Int](repeating: 0, count: sizes.count)
    for (number, community) in order.enumerated() { numbers[community] = number }
    ofNode = numbering.map { numbers[$0] }
    self.sizes = order.map { sizes[$0] }
    modularity = graph.modularity(of: ofNode, resolution: resolution)
  }
}
