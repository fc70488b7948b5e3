import Testing

@testable import Networks

@Suite struct ResilienceTests {
  @Test func healingJoinsThoseWhoLostAContact() {
    // Two triangles and a leaf hang on one node.
    let graph = graph(8, [(0, 1), (0, 4), (0, 7), (1, 2), (2, 3), (1, 3), (4, 5), (5, 6), (4, 6)])
    let healing = Healing(of: graph, without: [0])
    #expect(Set(healing.candidates) == [Edge(1, 4), Edge(1, 7), Edge(4, 7)])
    let steps = healing.steps(links: 5, chance: Chance(seed: 1))
    #expect(steps.map(\.worst) == [6, 7, 7])
    #expect(steps[2].likely == 7)
    #expect(steps.allSatisfy { Double($0.worst) >= $0.likely && $0.range.contains(Int($0.likely)) })
  }

  @Test func missingLinksKeepTheKnownOnes() {
    let graph = randomGraph(60, 120, seed: 2)
    var chance = Chance(seed: 1)
    let more = MissingLinks(share: 0.2).completed(graph, &chance)
    #expect(more.edgeCount == graph.edgeCount + Int((Double(graph.edgeCount) * 0.25).rounded()))
    graph.forEachEdge { source, target, _ in #expect(more.weight(from: source, to: target) != nil) }
  }

  @Test func unknownLinksWidenTheAnswer() {
    let task = Disruption(graph: randomGraph(60, 80, seed: 3))
    let order = SingleMethods.byDegree(task)
    let answer = MissingLinks(share: 0.2, members: 20).answer(for: order, of: task, first: 5, chance: Chance(seed: 1))
    #expect(answer.mean > answer.known)
    #expect(answer.range.contains(answer.mean))
    #expect(answer.kept.count == 5 && answer.kept.allSatisfy { (0...1.000001).contains($0) })
    let sure = MissingLinks(share: 0, members: 3).answer(for: order, of: task, first: 5, chance: Chance(seed: 1))
    #expect(abs(sure.mean - sure.known) < 1e-12)
    #expect(sure.left == sure.leftKnown...sure.leftKnown)
  }
}
