/// The parts of a graph between which there is no way.
public struct Components: Hashable, Sendable {
  /// The component of each node; the largest is 0, and among equals the one with the lowest node comes first.
  public let ofNode: [Int]
  /// How many nodes each has.
  public let sizes: [Int]
}

extension Graph {
  /// The components of a graph; directions do not count.
  public func components() -> Components {
    var growth = ComponentGrowth(count: nodeCount)
    for node in 0..<nodeCount {
      for other in neighbours(of: node) { growth.join(node, Int(other)) }
    }
    let roots = (0..<nodeCount).map { growth.root(of: $0) }
    var firsts: [Int: Int] = [:]
    for node in (0..<nodeCount).reversed() { firsts[roots[node]] = node }
    let order = firsts.sorted { (growth.sizes[$1.key], $0.value) < (growth.sizes[$0.key], $1.value) }.map(\.key)
    var numbers = [Int](repeating: 0, count: nodeCount)
    for (number, root) in order.enumerated() { numbers[root] = number }
    return Components(ofNode: roots.map { numbers[$0] }, sizes: order.map { Int(growth.sizes[$0]) })
  }
}
