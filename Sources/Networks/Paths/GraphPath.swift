/// A way through a network.
public struct GraphPath: Hashable, Sendable {
  /// The nodes, from the first to the last.
  public var nodes: [Int]
  /// The sum of the lengths of its edges.
  public var length: Double

  /// What an edge counts as.
  public enum Lengths: Sendable {
    /// One step each.
    case steps
    /// One over the weight: strong links are short.
    case strength
  }
}

extension Graph {
  /// A shortest way between two nodes, or nil when there is none.
  ///
  /// - Parameter avoiding: nodes and directed edges that may not be used.
  ///
  /// Source: Dijkstra, A note on two problems in connexion with graphs (1959).
  public func shortestPath(
    from source: Int, to target: Int, by lengths: GraphPath.Lengths = .steps,
    avoiding: (nodes: Set<Int>, edges: Set<[Int]>) = ([], [])
  ) -> GraphPath? {
    guard source != target else { return GraphPath(nodes: [source], length: 0) }
    var distances = [Int: Double]()
    var previous = [Int: Int]()
    var done = Set<Int>()
    var heap = Heap<Entry>()
    distances[source] = 0
    heap.insert(Entry(length: 0, node: source))
    while let entry = heap.popMax() {
      guard done.insert(entry.node).inserted else { continue }
      if entry.node == target { break }
      for place in row(entry.node) {
        let other = Int(targets[place])
        if done.contains(other) || avoiding.nodes.contains(other) { continue }
        if !avoiding.edges.isEmpty, avoiding.edges.contains([entry.node, other]) { continue }
        let length = entry.length + (lengths == .steps ? 1 : 1 / weight(at: place))
        if length < distances[other] ?? .infinity {
          distances[other] = length
          previous[other] = entry.node
          heap.insert(Entry(length: length, node: other))
        }
      }
    }
    guard let length = distances[target], done.contains(target) else { return nil }
    var nodes = [target]
    while let before = previous[nodes[nodes.count - 1]] { nodes.append(before) }
    return GraphPath(nodes: nodes.reversed(), length: length)
  }

  /// The shortest ways between two nodes that pass no node twice, shortest first.
  ///
  /// Source: Yen, Finding the k shortest loopless paths in a network (1971).
  public func shortestPaths(
    from source: Int, to target: Int, count: Int, by lengths: GraphPath.Lengths = .steps
  ) -> [GraphPath] {
    guard count > 0, source != target, let first = shortestPath(from: source, to: target, by: lengths) else {
      return []
    }
    var found = [first]
    var candidates = Set<GraphPath>()
    while found.count < count {
      let last = found[found.count - 1].nodes
      for place in 0..<last.count - 1 {
        let root = Array(last[...place])
        let used = Set(
          found.filter { $0.nodes.count > place + 1 && Array($0.nodes[...place]) == root }
            .map { [$0.nodes[place], $0.nodes[place + 1]] })
        guard
          let spur = shortestPath(
            from: last[place], to: target, by: lengths, avoiding: (Set(root.dropLast()), used))
        else { continue }
        let nodes = root.dropLast() + spur.nodes
        let length = zip(nodes, nodes.dropFirst()).reduce(0) {
          $0 + (lengths == .steps ? 1 : 1 / (weight(from: $1.0, to: $1.1) ?? 1))
        }
        candidates.insert(GraphPath(nodes: Array(nodes), length: length))
      }
      candidates.subtract(found)
      guard
        let next = candidates.min(by: {
          ($0.length, $0.nodes.count) != ($1.length, $1.nodes.count)
            ? ($0.length, $0.nodes.count) < ($1.length, $1.nodes.count) : $0.nodes.lexicographicallyPrecedes($1.nodes)
        })
      else { break }
      candidates.remove(next)
      found.append(next)
    }
    return found
  }

  private struct Entry: Comparable {
    var length: Double
    var node: Int

    static func < (first: Entry, second: Entry) -> Bool { (first.length, first.node) > (second.length, second.node) }
  }
}
