/// Finds in which order removals break a network most, by several methods, and improves the best of what they find.
///
/// The answer is never worse than that of the best single method.
public struct Dismantling: Sendable {
  /// How long the search may take.
  public var budget: DismantlingBudget
  /// How often the search cools down, each time from another of the orders found.
  public var runs: Int

  /// Work that adaptive betweenness may take, as nodes times edges times rounds.
  private static let mostBetweennessWork = 60_000_000
  /// Nodes up to which collective influence is measured.
  private static let mostInfluenceNodes = 100_000
  /// Nodes looked at for each that is put in backwards: all of a small network.
  private static let growthDraws = 200

  /// A search.
  public init(budget: DismantlingBudget = DismantlingBudget(), runs: Int = 4) {
    self.budget = budget
    self.runs = max(1, runs)
  }

  /// The best order that was found.
  public func plan(for task: Disruption, chance: Chance) -> RemovalPlan {
    var chance = chance
    var found = [(name: String, order: [Int])]()
    found.append(("degree", SingleMethods.byDegree(task)))
    if task.graph.nodeCount * task.graph.edgeCount <= Self.mostBetweennessWork, !budget.isOver() {
      found.append(("betweenness", SingleMethods.byBetweenness(task, mostWork: Self.mostBetweennessWork)))
    }
    if task.graph.nodeCount <= Self.mostInfluenceNodes, !budget.isOver() {
      found.append(("collective influence", SingleMethods.byCollectiveInfluence(task)))
    }
    if !budget.isOver() {
      found.append(("growth", SingleMethods.byGrowth(task, draws: Self.growthDraws, &chance)))
    }
    let reached = Dictionary(
      uniqueKeysWithValues: found.map { ($0.name, RemovalPlan.meanShare(task.largest(after: $0.order), task.graph)) })
    let ranked = found.map { (name: $0.name, order: $0.order, area: task.area(of: $0.order)) }
      .sorted { $0.area < $1.area }
    var best = ranked[0]
    if task.graph.nodeCount <= RemovalSearch.mostNodes, ranked[0].order.count > 2 {
      let improved = improve(ranked.map(\.order), task, &chance)
      let area = task.area(of: improved)
      if area < best.area { best = ("search", improved, area) }
    }
    return RemovalPlan(best.order, of: task, method: best.name, reached: reached)
  }

  private func improve(_ starts: [[Int]], _ task: Disruption, _ chance: inout Chance) -> [Int] {
    var search = RemovalSearch(task, order: starts[0])
    var best = (order: starts[0], area: search.area)
    let steps = budget.steps(for: task.graph)
    let meanCost = task.costs.reduce(0, +) / Double(max(1, task.costs.count))
    for run in 0..<runs {
      // The last run begins where the best ended, and not so hot.
      let isLast = run == runs - 1
      search.begin(isLast ? best.order : starts[run % starts.count])
      let found = search.anneal(
        from: (isLast ? Self.warm : Self.hot) * meanCost, to: Self.cold * meanCost, steps: steps / runs, &chance,
        isOver: budget.isOver)
      if found.area < best.area { best = found }
    }
    return best.order
  }

  /// Temperatures, in nodes of the largest component times a removal.
  private static let hot = 4.0
  private static let warm = 1.5
  private static let cold = 0.25
}
