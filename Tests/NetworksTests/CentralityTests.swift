import Testing

@testable import Networks

@Suite struct CentralityTests {
  /// Betweenness from all pairs, counted plainly.
  private func plainBetweenness(_ graph: Graph) -> [Double] {
    let count = graph.nodeCount
    var distances = [[Int]](repeating: [Int](repeating: .max, count: count), count: count)
    var paths = [[Double]](repeating: [Double](repeating: 0, count: count), count: count)
    for source in 0..<count {
      (distances[source][source], paths[source][source]) = (0, 1)
      var order = [source]
      var head = 0
      while head < order.count {
        let node = order[head]
        head += 1
        for other in graph.neighbours(of: node).map(Int.init) {
          if distances[source][other] == .max {
            distances[source][other] = distances[source][node] + 1
            order.append(other)
          }
          if distances[source][other] == distances[source][node] + 1 { paths[source][other] += paths[source][node] }
        }
      }
    }
    return (0..<count).map { middle in
      var sum = 0.0
      for source in 0..<count where source != middle && distances[source][middle] != .max {
        for target in 0..<count where target != middle && target != source && distances[middle][target] != .max {
          if distances[source][middle] + distances[middle][target] == distances[source][target] {
            sum += paths[source][middle] * paths[middle][target] / paths[source][target]
          }
        }
      }
      return graph.isDirected ? sum : sum / 2
    }
  }

  @Test(arguments: 0..<6)
  func betweennessIsThatOfAllPairs(seed: UInt64) {
    for graph in [
      randomGraph(40, 60, seed: seed), randomGraph(40, 20, seed: seed, isConnected: true),
      Graph(
        nodeCount: 30, edges: (0..<70).map { Edge(($0 * 7 + Int(seed)) % 30, ($0 * $0 + 3) % 30) }, isDirected: true),
    ] {
      let exact = plainBetweenness(graph)
      for (one, other) in zip(graph.betweenness(), exact) { #expect(abs(one - other) < 1e-8) }
    }
  }

  @Test func theMiddleOfAPathHasOne() { #expect(graph(3, [(0, 1), (1, 2)]).betweenness() == [0, 1, 0]) }

  @Test func longPathsAreCounted() {
    let path = Graph(nodeCount: 600, edges: (0..<599).map { Edge($0, $0 + 1) })
    let between = path.betweenness()
    for node in 0..<600 { #expect(abs(between[node] - Double(node * (599 - node))) < 1e-6) }
  }

  @Test(arguments: 0..<4)
  func samplesLieWithinTheStatedError(seed: UInt64) {
    let graph = randomGraph(200, 260, seed: seed)
    let exact = graph.betweenness().map { $0 / graph.pairsBesideANode }
    let answer = SampledBetweenness(error: 0.03).estimate(of: graph, chance: Chance(seed: seed))
    // Shares of samples are of pairs of all nodes, of which a node is an end of few.
    for (one, other) in zip(answer.shares, exact) { #expect(abs(one - other) < 0.03) }
    #expect(answer.error <= 0.03)
  }

  @Test func pageRankOfAStarIsKnown() {
    let ranks = graph(4, [(0, 1), (0, 2), (0, 3)]).pageRank()
    #expect(abs(ranks.reduce(0, +) - 1) < 1e-9)
    // r = 0.15/4 + 0.85 · 3 l and l = 0.15/4 + 0.85 r/3 give r = (0.0375 + 2.55 · 0.0375) / (1 − 0.7225).
    #expect(abs(ranks[0] - 0.0375 * 3.55 / 0.2775) < 1e-8)
  }

  @Test func coresAreThoseOfPeeling() {
    let graph = randomGraph(200, 600, seed: 11)
    let cores = graph.coreNumbers()
    for core in 1...(cores.max() ?? 1) {
      // Within the core everyone has at least so many neighbours, and nobody outside could be added.
      for node in 0..<200 where cores[node] >= core {
        #expect(graph.neighbours(of: node).count { cores[Int($0)] >= core } >= core)
      }
    }
    #expect(
      Networks.Graph(nodeCount: 4, edges: [Edge(0, 1), Edge(1, 2), Edge(0, 2), Edge(2, 3)]).coreNumbers() == [
        2, 2, 2, 1,
      ])
  }
}
