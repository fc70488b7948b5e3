/// Who is joined to whom, in compressed rows: nodes are numbers from 0, each with its neighbours in rising order.
///
/// Loops are left out and parallel links are one edge whose weight is their sum. An undirected edge stands in both rows and
/// costs 8 bytes, 16 with weights; a node costs 4. Measures are functions of this value.
public struct Graph: Sendable {
  /// How many nodes there are; those without an edge count.
  public let nodeCount: Int
  /// Whether rows hold only the nodes that an edge leads to.
  public let isDirected: Bool
  /// Where each row begins, and behind the last where it ends.
  let offsets: [UInt32]
  /// The neighbours, row after row.
  let targets: [UInt32]
  /// The weights beside them; empty when each is 1.
  let weights: [Float]

  /// How many edges there are.
  public var edgeCount: Int { isDirected ? targets.count : targets.count / 2 }

  /// Whether some edge weighs other than 1.
  public var isWeighted: Bool { !weights.isEmpty }

  /// The bytes that the rows hold in memory.
  public var byteCount: Int { 4 * (offsets.count + targets.count + weights.count) }

  /// The neighbours of a node, in rising order.
  public func neighbours(of node: Int) -> ArraySlice<UInt32> { targets[row(node)] }

  /// How many neighbours a node has.
  public func degree(of node: Int) -> Int { row(node).count }

  /// The weight of an edge, or nil when the two are not joined.
  public func weight(from source: Int, to target: Int) -> Double? {
    var (low, high) = (row(source).lowerBound, row(source).upperBound)
    while low < high {
      let middle = (low + high) / 2
      if targets[middle] < UInt32(target) { low = middle + 1 } else { high = middle }
    }
    guard low < row(source).upperBound, targets[low] == UInt32(target) else { return nil }
    return weight(at: low)
  }

  /// The sum of the weights of a node's edges.
  public func strength(of node: Int) -> Double { row(node).reduce(0) { $0 + weight(at: $1) } }

  /// The places of a node's row in `targets` and `weights`.
  @inline(__always)
  func row(_ node: Int) -> Range<Int> { Int(offsets[node])..<Int(offsets[node + 1]) }

  /// The weight at a place of the rows.
  @inline(__always)
  func weight(at place: Int) -> Double { weights.isEmpty ? 1 : Double(weights[place]) }

  /// Hands on each edge once: with the lower node first when it is undirected.
  public func forEachEdge(_ body: (_ source: Int, _ target: Int, _ weight: Double) -> Void) {
    for source in 0..<nodeCount {
      for place in row(source) where isDirected || Int(targets[place]) > source {
        body(source, Int(targets[place]), weight(at: place))
      }
    }
  }

  /// A graph without some of its nodes' edges; the nodes keep their numbers.
  public func removing(_ isRemoved: [Bool]) -> Graph {
    var edges = [Edge]()
    edges.reserveCapacity(edgeCount)
    forEachEdge { source, target, weight in
      if !isRemoved[source] && !isRemoved[target] { edges.append(Edge(source, target, weight)) }
    }
    return Graph(nodeCount: nodeCount, edges: edges, isDirected: isDirected)
  }

  /// The same graph with further edges.
  public func adding(_ more: [Edge]) -> Graph {
    var edges = more
    forEachEdge { edges.append(Edge($0, $1, $2)) }
    return Graph(nodeCount: nodeCount, edges: edges, isDirected: isDirected)
  }
}
