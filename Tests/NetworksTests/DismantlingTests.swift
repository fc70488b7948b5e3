import Testing

@testable import Networks

@Suite struct DismantlingTests {
  /// The smallest sum over all orders of a small graph, by sets of nodes taken out.
  private func leastArea(_ task: Disruption) -> Double {
    let nodes = task.candidates
    var least = [Double](repeating: .infinity, count: 1 << nodes.count)
    least[0] = 0
    let whole = task.graph.components().sizes.max() ?? 0
    for taken in 0..<(1 << nodes.count) where least[taken] < .infinity {
      let isTaken = nodes.indices.map { taken >> $0 & 1 == 1 }
      let order = nodes.indices.filter { isTaken[$0] }.map { nodes[$0] }
      // Nothing taken yet: all that is there, as one more node that nobody has leaves it.
      let left = order.isEmpty ? whole : task.largest(after: order).last ?? 0
      for next in nodes.indices where taken >> next & 1 == 0 {
        let sum = least[taken] + Double(left) * task.costs[nodes[next]]
        least[taken | 1 << next] = min(least[taken | 1 << next], sum)
      }
    }
    return least[(1 << nodes.count) - 1]
  }

  @Test(arguments: 0..<3)
  func smallNetworksAreTakenApartAtTheLeast(seed: UInt64) {
    let task = Disruption(graph: randomGraph(9, 12, seed: seed))
    let plan = Dismantling(budget: DismantlingBudget(stepsPerPart: 4_000)).plan(for: task, chance: Chance(seed: 1))
    #expect(abs(task.area(of: plan.order) - leastArea(task)) < 1e-9)
  }

  @Test(arguments: 0..<3)
  func costsAndNodesThatStayAreHeeded(seed: UInt64) {
    let graph = randomGraph(10, 13, seed: seed)
    let costs = (0..<10).map { Double($0 % 4 + 1) }
    let task = Disruption(graph: graph, costs: costs, isRemovable: (0..<10).map { $0 != 3 && $0 != 7 })
    let plan = Dismantling(budget: DismantlingBudget(stepsPerPart: 4_000)).plan(for: task, chance: Chance(seed: 1))
    #expect(!plan.order.contains(3) && !plan.order.contains(7))
    #expect(abs(task.area(of: plan.order) - leastArea(task)) < 1e-9)
  }

  @Test(arguments: [(40, 80), (2100, 1000)])
  func theEnsembleIsNeverWorseThanItsBest(nodes: Int, edges: Int) {
    let task = Disruption(graph: randomGraph(nodes, edges, seed: 3))
    let budget = DismantlingBudget(mostSteps: 200_000)
    let plan = Dismantling(budget: budget).plan(for: task, chance: Chance(seed: 2))
    #expect(plan.meanShare <= (plan.reached.values.min() ?? 0) + 1e-12)
    #expect(Set(plan.order) == Set(task.candidates))
    #expect(plan.largest == task.largest(after: plan.order))
    #expect(plan.largest.last == 0)
  }

  /// The best known of some networks: the mean over removals of the largest component.
  @Test(
    .enabled(if: sampleNetworks != nil, "needs the folder that FORELAND_DATA names"),
    arguments: [("morselli_cielnet", 0.0960), ("natajaran_cocaine", 0.0689), ("morselli_togo", 0.0643)])
  func courtNetworksAreTakenApartAsWellAsAnyoneHas(name: String, known: Double) throws {
    let task = Disruption(graph: try sample("covert/\(name).edges").graph())
    let plan = Dismantling(budget: DismantlingBudget(stepsPerPart: 4_000)).plan(for: task, chance: Chance(seed: 1))
    #expect(plan.meanShare < known + 0.00005)
  }
}
