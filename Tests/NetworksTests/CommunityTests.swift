import Testing

@testable import Networks

@Suite struct CommunityTests {
  @Test func aPathHalvedHasASixth() {
    let path = graph(4, [(0, 1), (1, 2), (2, 3)])
    #expect(abs(path.modularity(of: [0, 0, 1, 1]) - 1.0 / 6) < 1e-12)
    #expect(abs(path.modularity(of: [0, 0, 0, 0])) < 1e-12)
  }

  @Test func cliquesAreFound() {
    var pairs = [(Int, Int)]()
    for clique in 0..<8 {
      for first in 0..<6 {
        for second in 0..<first { pairs.append((6 * clique + first, 6 * clique + second)) }
      }
      pairs.append((6 * clique, (6 * clique + 7) % 48))
    }
    let found = Leiden().communities(of: graph(48, pairs), chance: Chance(seed: 3))
    #expect(found.count == 8)
    for node in 0..<48 { #expect(found.ofNode[node] == found.ofNode[node / 6 * 6]) }
  }

  @Test func everyCommunityIsConnectedAndNodesWithoutEdgesAreAlone() {
    let graph = randomGraph(300, 250, seed: 5)
    let found = Leiden().communities(of: graph, chance: Chance(seed: 1))
    #expect(found.sizes.reduce(0, +) == 300)
    for community in 0..<found.count {
      let outside = (0..<300).map { found.ofNode[$0] != community }
      let start = outside.firstIndex(of: false) ?? 0
      var reached: Set<Int> = [start]
      var waiting = [start]
      while let node = waiting.popLast() {
        for other in graph.neighbours(of: node) where !outside[Int(other)] && reached.insert(Int(other)).inserted {
          waiting.append(Int(other))
        }
      }
      #expect(reached.count == found.sizes[community])
    }
  }

  @Test func theSameSeedGivesTheSameAnswer() {
    let graph = randomGraph(500, 2000, seed: 2)
    #expect(
      Leiden().communities(of: graph, chance: Chance(seed: 9))
        == Leiden().communities(of: graph, chance: Chance(seed: 9)))
  }

  @Test(.enabled(if: sampleNetworks != nil, "needs the folder that FORELAND_DATA names"))
  func aSampleOfTenThousandNodesComesNearThePeersModularity() throws {
    let found = Leiden(mostPasses: 2, sweeps: 20).communities(
      of: try sample("small.edges").graph(), chance: Chance(seed: 1))
    #expect(found.modularity > 0.705)
  }
}
