/// Nodes and edges without which a part of the network falls apart.
public struct CutPoints: Hashable, Sendable {
  /// Into how many pieces the component of each node falls without it: 1 where it holds, 0 for a node alone.
  public let pieces: [Int]
  /// The edges without which their component falls in two, with the lower node first, in rising order.
  public let bridges: [Edge]

  /// The nodes without which their component falls apart (articulation points).
  public var nodes: [Int] { pieces.indices.filter { pieces[$0] > 1 } }
}

extension Graph {
  /// The cut points and bridges of an undirected graph, found in one walk without recursion.
  ///
  /// Source: Hopcroft and Tarjan, Algorithm 447: efficient algorithms for graph manipulation (1973).
  public func cutPoints() -> CutPoints {
    let found = Scratch<UInt32>(repeating: 0, count: nodeCount)
    let lowest = Scratch<UInt32>(repeating: 0, count: nodeCount)
    let parents = Scratch<UInt32>(repeating: .max, count: nodeCount)
    let next = Scratch(Array(offsets.dropLast()))
    var pieces = [Int](repeating: 0, count: nodeCount)
    var bridges = [Edge]()
    var walk = [Int]()
    var clock: UInt32 = 0
    for start in 0..<nodeCount where found[start] == 0 {
      clock += 1
      (found[start], lowest[start]) = (clock, clock)
      walk.append(start)
      while let node = walk.last {
        if next[node] < offsets[node + 1] {
          let other = Int(targets[Int(next[node])])
          next[node] += 1
          if found[other] == 0 {
            clock += 1
            (found[other], lowest[other], parents[other]) = (clock, clock, UInt32(node))
            walk.append(other)
          } else if UInt32(other) != parents[node] {
            lowest[node] = min(lowest[node], found[other])
          }
          continue
        }
        walk.removeLast()
        guard let parent = walk.last else { break }
        lowest[parent] = min(lowest[parent], lowest[node])
        // What hangs on a child and reaches no higher than the parent is a piece of its own without the parent.
        if lowest[node] >= found[parent] { pieces[parent] += 1 }
        if lowest[node] > found[parent] {
          bridges.append(Edge(min(node, parent), max(node, parent), weight(from: node, to: parent) ?? 1))
        }
      }
      // The root has no piece above itself.
      if degree(of: start) > 0 { pieces[start] -= 1 }
    }
    let whole = pieces.indices.map { degree(of: $0) == 0 ? 0 : pieces[$0] + 1 }
    return CutPoints(pieces: whole, bridges: bridges.sorted { ($0.source, $0.target) < ($1.source, $1.target) })
  }
}
