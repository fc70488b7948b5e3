/// Places the nodes of a network so that neighbours are near each other and others keep apart.
///
/// The graph is made smaller by halves, the smallest is placed first, and each larger one begins where the smaller ended. With
/// places from before nodes stay near them, so that a person finds again what they knew.
///
/// Source: Walshaw, A multilevel algorithm for force-directed graph-drawing (2003); Fruchterman and Reingold, Graph drawing by
/// force-directed placement (1991).
public struct ForceLayout: Sendable {
  /// Rounds on the smallest graph and on the whole; those between lie between.
  public var mostRounds: Int
  /// Rounds on the whole graph.
  public var leastRounds: Int

  /// Nodes of the smallest graph.
  private static let fewestNodes = 40
  /// How much nodes are drawn to the middle, so that parts without a way between them stay on the page.
  private static let gravity = 0.02
  /// How far a node that was placed before follows the forces.
  private static let yielding = 0.15

  /// A layout; the defaults place 50,000 nodes in some seconds.
  public init(mostRounds: Int = 120, leastRounds: Int = 30) {
    (self.mostRounds, self.leastRounds) = (max(1, mostRounds), max(1, leastRounds))
  }

  /// Places of all nodes.
  ///
  /// - Parameter previous: places from before, one a node; nil for a node that is new. Empty for a first drawing.
  public func places(of graph: Graph, previous: [LayoutPoint?] = [], chance: Chance) -> [LayoutPoint] {
    var chance = chance
    let ones = [Double](repeating: 1, count: graph.nodeCount)
    guard previous.contains(where: { $0 != nil }) else {
      return fresh(graph, ones, &chance, depth: 0)
    }
    let known = (0..<graph.nodeCount).map { $0 < previous.count ? previous[$0] : nil }
    let start = besideKnown(graph, known, &chance)
    let yields = known.map { $0 == nil ? 1 : Self.yielding }
    return settle(graph, ones, start, yields: yields, rounds: leastRounds, heat: 0.5)
  }

  private func fresh(_ graph: Graph, _ masses: [Double], _ chance: inout Chance, depth: Int) -> [LayoutPoint] {
    let ones = [Double](repeating: 1, count: graph.nodeCount)
    if graph.nodeCount > Self.fewestNodes, depth < 40 {
      let (smaller, parents, sums) = graph.coarsened(masses: masses)
      if Double(smaller.nodeCount) < 0.95 * Double(graph.nodeCount) {
        let above = fresh(smaller, sums, &chance, depth: depth + 1)
        // Twice as many nodes need twice the room.
        let growth = (Double(graph.nodeCount) / Double(smaller.nodeCount)).squareRoot()
        let start = parents.map { parent in
          LayoutPoint(
            x: above[parent].x * growth + 0.5 * (chance.unit() - 0.5),
            y: above[parent].y * growth + 0.5 * (chance.unit() - 0.5))
        }
        let rounds = max(leastRounds, mostRounds * 200 / max(200, graph.nodeCount))
        return settle(graph, ones, start, yields: ones, rounds: rounds, heat: 2)
      }
    }
    let width = Double(graph.nodeCount).squareRoot()
    let start = (0..<graph.nodeCount).map { _ in LayoutPoint(x: width * chance.unit(), y: width * chance.unit()) }
    return settle(graph, ones, start, yields: ones, rounds: mostRounds, heat: max(1, width / 4))
  }

  /// Places from before, and beside their neighbours those of nodes that are new.
  private func besideKnown(_ graph: Graph, _ known: [LayoutPoint?], _ chance: inout Chance) -> [LayoutPoint] {
    var known = known
    let far = known.compactMap { $0 }.reduce(1) { max($0, $1.x.magnitude, $1.y.magnitude) }
    var waiting = known.indices.filter { known[$0] == nil }
    while !waiting.isEmpty {
      var placed = [(node: Int, place: LayoutPoint)]()
      for node in waiting {
        let near = graph.neighbours(of: node).compactMap { known[Int($0)] }
        guard !near.isEmpty else { continue }
        let count = Double(near.count)
        placed.append(
          (
            node,
            LayoutPoint(
              x: near.reduce(0) { $0 + $1.x } / count + chance.unit() - 0.5,
              y: near.reduce(0) { $0 + $1.y } / count + chance.unit() - 0.5)
          ))
      }
      // Nodes that hang on nothing known begin at the rim.
      if placed.isEmpty { placed = waiting.map { ($0, LayoutPoint(x: far + chance.unit(), y: far * chance.unit())) } }
      for one in placed { known[one.node] = one.place }
      waiting.removeAll { known[$0] != nil }
    }
    return known.map { $0 ?? LayoutPoint(x: 0, y: 0) }
  }

  private func settle(
    _ graph: Graph, _ masses: [Double], _ start: [LayoutPoint], yields: [Double], rounds: Int, heat: Double
  ) -> [LayoutPoint] {
    let (xs, ys, weights) = (Axis(start.map(\.x)), Axis(start.map(\.y)), Axis(masses))
    let moves = [Axis(start.map { _ in 0 }), Axis(start.map { _ in 0 })]
    var stack = [Int32]()
    let middle = SIMD2(
      start.reduce(0) { $0 + $1.x } / Double(max(1, start.count)),
      start.reduce(0) { $0 + $1.y } / Double(max(1, start.count)))
    for round in 0..<rounds {
      let reach = heat * (1 - Double(round) / Double(rounds)) + 0.02
      let tree = ForceTree(xs.values, ys.values, masses: weights.values)
      for node in 0..<graph.nodeCount {
        let own = SIMD2(xs.values[node], ys.values[node])
        var force = tree.push(on: own.x, own.y, &stack) - Self.gravity * (own - middle)
        for place in graph.row(node) {
          let other = Int(graph.targets[place])
          let toward = SIMD2(xs.values[other], ys.values[other]) - own
          force += toward * (toward * toward).sum().squareRoot()
        }
        let strength = (force * force).sum().squareRoot()
        let step = strength > 0 ? force * (min(strength, reach) / strength * yields[node]) : .zero
        (moves[0].values[node], moves[1].values[node]) = (step.x, step.y)
      }
      for node in 0..<graph.nodeCount {
        xs.values[node] += moves[0].values[node]
        ys.values[node] += moves[1].values[node]
      }
    }
    return (0..<graph.nodeCount).map { LayoutPoint(x: xs.values[$0], y: ys.values[$0]) }
  }

  /// One coordinate of all nodes.
  private final class Axis {
    let values: Scratch<Double>
    init(_ values: [Double]) { self.values = Scratch(values) }
  }
}
