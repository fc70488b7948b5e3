import Testing

@testable import Networks

@Suite struct StructureTests {
  @Test func componentsAreOrderedBySize() {
    let found = graph(6, [(4, 5), (1, 2), (2, 3)]).components()
    #expect(found.sizes == [3, 2, 1])
    #expect(found.ofNode == [2, 0, 0, 0, 1, 1])
  }

  /// What removing a node or an edge does, tried out.
  @Test(arguments: 0..<6)
  func cutPointsAreThoseThatCut(seed: UInt64) {
    let graph = randomGraph(30, 32, seed: seed)
    let whole = graph.components()
    let found = graph.cutPoints()
    for node in 0..<30 where graph.degree(of: node) > 0 {
      let without = graph.removing((0..<30).map { $0 == node }).components()
      let pieces = Set(
        (0..<30).filter { $0 != node && whole.ofNode[$0] == whole.ofNode[node] }.map { without.ofNode[$0] })
      #expect(found.pieces[node] == pieces.count)
    }
    var bridges = 0
    graph.forEachEdge { source, target, _ in
      var rest = [Edge]()
      graph.forEachEdge { if $0 != source || $1 != target { rest.append(Edge($0, $1, $2)) } }
      if Graph(nodeCount: 30, edges: rest).components().sizes.count > whole.sizes.count { bridges += 1 }
    }
    #expect(found.bridges.count == bridges)
  }

  @Test func closenessOfAStarIsKnown() {
    let star = graph(5, [(0, 1), (0, 2), (0, 3)])
    // Three of four others, one step each; and from a leaf three of four in five steps.
    #expect(star.closeness()[0] == 0.75)
    #expect(star.closeness()[1] == 0.75 * 0.6)
    #expect(star.closeness()[4] == 0)
    let ring = randomGraph(60, 80, seed: 4, isConnected: true)
    let estimate = ring.closeness(pivots: Array(0..<60))
    for (one, other) in zip(estimate, ring.closeness()) { #expect(abs(one * 60 / 59 - other) < 0.02) }
  }

  @Test func rolesTellHubsFromConnectors() {
    // Two stars whose middles are joined, and one node beside both middles.
    let pairs = (1...9).map { (0, $0) } + (11...19).map { (10, $0) } + [(0, 10), (20, 0), (20, 10)]
    let graph = graph(21, pairs)
    let roles = graph.roles(in: Leiden().communities(of: graph, chance: Chance(seed: 1)))
    #expect(roles[0] == .provincialHub)
    #expect(roles[5] == .ultraPeripheral)
    #expect(roles[20] == .peripheral)
  }

  @Test func positionsAreAlikeWhenNeighboursAreTheSame() {
    let graph = graph(5, [(0, 1), (0, 2), (3, 1), (3, 2), (4, 2)])
    #expect(graph.similarity(of: 0, and: 3) == 1)
    #expect(graph.similarity(of: 0, and: 4) == 0.5)
    #expect(graph.nodesPlacedLike(0, most: 1).first?.node == 3)
  }

  @Test func shortestPathsComeInOrderWithoutRepeats() {
    let graph = Graph(
      nodeCount: 5,
      edges: [Edge(0, 1, 2), Edge(1, 4, 2), Edge(0, 2), Edge(2, 4), Edge(0, 3, 4), Edge(3, 4, 1), Edge(1, 2)])
    let ways = graph.shortestPaths(from: 0, to: 4, count: 10, by: .strength)
    #expect(ways.first == GraphPath(nodes: [0, 1, 4], length: 1))
    #expect(ways.map(\.length) == ways.map(\.length).sorted())
    #expect(Set(ways).count == ways.count)
    #expect(ways.count == 5)
    #expect(graph.shortestPaths(from: 0, to: 4, count: 2).allSatisfy { $0.length == 2 })
    #expect(Networks.Graph(nodeCount: 2, edges: []).shortestPath(from: 0, to: 1) == nil)
  }

  @Test func motifsAreFound() {
    let motifs = Motifs(graph(8, [(0, 1), (0, 2), (0, 3), (1, 2), (3, 4), (4, 5), (5, 6), (6, 7), (6, 2)]))
    #expect(motifs.brokers(most: 1).first == Motifs.Broker(node: 6, openPairs: 3, openShare: 1))
    #expect(motifs.chains().map(\.nodes) == [[0, 3, 4, 5, 6]])
    let supply = Motifs(graph(6, [(0, 1), (1, 2), (1, 3), (1, 4), (5, 4)], isDirected: true))
    #expect(supply.hubsWithOneSupplier() == [Motifs.SingleSupplier(hub: 1, supplier: 0, supplied: 3)])
  }

  @Test func stabilityIsWholeWhereCommunitiesAreClear() {
    var pairs = [(Int, Int)]()
    for clique in 0..<4 {
      for first in 0..<5 { for second in 0..<first { pairs.append((5 * clique + first, 5 * clique + second)) } }
    }
    let answer = Leiden().stability(of: graph(20, pairs), seeds: [1, 2, 3])
    #expect(abs(answer.agreement - 1) < 1e-12)
    #expect(answer.ofNode.allSatisfy { abs($0 - 1) < 1e-12 })
    let loose = Leiden().stability(of: randomGraph(200, 300, seed: 1), seeds: [1, 2, 3, 4])
    #expect(loose.agreement < 0.95)
  }
}
