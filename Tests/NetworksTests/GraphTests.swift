import Testing

@testable import Networks

@Suite struct GraphTests {
  @Test func loopsAreLeftOutAndParallelLinksAdded() {
    let graph = Graph(nodeCount: 3, edges: [Edge(0, 1, 2), Edge(1, 0, 3), Edge(2, 2), Edge(1, 2), Edge(0, 9)])
    #expect(graph.edgeCount == 2)
    #expect(graph.weight(from: 0, to: 1) == 5)
    #expect(graph.weight(from: 1, to: 2) == 1)
    #expect(graph.weight(from: 0, to: 2) == nil)
    #expect(graph.strength(of: 1) == 6)
    #expect(Array(graph.neighbours(of: 1)) == [0, 2])
  }

  @Test(arguments: [false, true])
  func rowsRiseAndHoldTheSumsOfParallelLinks(hasWeights: Bool) {
    var chance = Chance(seed: 4)
    let edges = (0..<500).map { number in
      Edge(chance.whole(below: 20), chance.whole(below: 20), hasWeights ? Double(number % 7 + 1) : 1)
    }
    var sums = [Set<Int>: Double]()
    for edge in edges where edge.source != edge.target { sums[[edge.source, edge.target], default: 0] += edge.weight }
    let graph = Graph(nodeCount: 20, edges: edges)
    #expect(graph.edgeCount == sums.count)
    for (ends, sum) in sums {
      let (one, other) = (ends.min() ?? 0, ends.max() ?? 0)
      #expect(graph.weight(from: one, to: other) == sum)
      #expect(graph.weight(from: other, to: one) == sum)
    }
    for node in 0..<20 { #expect(graph.neighbours(of: node).elementsEqual(graph.neighbours(of: node).sorted())) }
  }

  @Test func aDirectedEdgeStandsInOneRow() {
    let graph = graph(3, [(0, 1), (2, 1)], isDirected: true)
    #expect(graph.degree(of: 1) == 0)
    #expect(Array(graph.reversed().neighbours(of: 1)) == [0, 2])
  }

  @Test func anUnweightedEdgeCostsEightBytes() {
    let graph = randomGraph(1000, 50_000, seed: 1)
    #expect(graph.byteCount == 8 * graph.edgeCount + 4 * 1001 || graph.isWeighted)
    let simple = Graph(nodeCount: 1001, edges: (0..<1000).map { Edge($0, $0 + 1) })
    #expect(simple.byteCount == 8 * 1000 + 4 * 1002)
  }

  @Test func removingTakesTheEdgesOfNodesOut() {
    let graph = graph(4, [(0, 1), (1, 2), (2, 3)])
    #expect(graph.removing([false, true, false, false]).edgeCount == 1)
    #expect(graph.adding([Edge(0, 3)]).edgeCount == 4)
  }
}
