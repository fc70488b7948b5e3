/// Components that grow while nodes are put in, with the largest of them.
///
/// Source: Tarjan, Efficiency of a good but not linear set union algorithm (1975), with halving of paths.
struct ComponentGrowth {
  private var parents: [Int32]
  private(set) var sizes: [Int32]
  /// The nodes of the largest component.
  private(set) var largest = 0

  init(count: Int) {
    parents = (0..<Int32(count)).map { $0 }
    sizes = [Int32](repeating: 1, count: count)
  }

  mutating func root(of node: Int) -> Int {
    var node = Int32(node)
    while parents[Int(node)] != node {
      parents[Int(node)] = parents[Int(parents[Int(node)])]
      node = parents[Int(node)]
    }
    return Int(node)
  }

  mutating func join(_ first: Int, _ second: Int) {
    var (large, small) = (root(of: first), root(of: second))
    guard large != small else { return }
    if sizes[large] < sizes[small] { swap(&large, &small) }
    parents[small] = Int32(large)
    sizes[large] += sizes[small]
    largest = max(largest, Int(sizes[large]))
  }

  /// Puts a node in and joins it to its neighbours that are present.
  mutating func insert(_ node: Int, _ graph: Graph, _ isPresent: [Bool]) {
    largest = max(largest, 1)
    for other in graph.neighbours(of: node) where isPresent[Int(other)] { join(node, Int(other)) }
  }

  /// How large the component of a node would be that joins its present neighbours.
  mutating func size(joining node: Int, _ graph: Graph, _ isPresent: [Bool]) -> Int {
    var roots = [Int]()
    for other in graph.neighbours(of: node) where isPresent[Int(other)] {
      let root = root(of: Int(other))
      if !roots.contains(root) { roots.append(root) }
    }
    return roots.reduce(1) { $0 + Int(sizes[$1]) }
  }
}
