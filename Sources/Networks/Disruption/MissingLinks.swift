/// How sure an order of removals is when part of the links is unknown.
///
/// Many networks are made that hold the known one and as many more links as are thought to be missing: half of them between those
/// who share a contact, half between nodes by their number of contacts. The order is tried on each.
public struct MissingLinks: Sendable {
  /// The share of all links that is unknown, from 0 to below 1.
  public var share: Double
  /// How many networks are made.
  public var members: Int

  /// An ensemble; a fifth unknown unless said otherwise.
  public init(share: Double = 0.2, members: Int = 40) {
    self.share = min(0.9, max(0, share))
    self.members = max(1, members)
  }

  /// What the ensemble says of an order.
  public struct Answer: Hashable, Sendable {
    /// The mean share left on the known network.
    public let known: Double
    /// The mean of the mean shares left over the ensemble, and what nineteen of twenty members stay within.
    public let mean: Double
    /// What nineteen members of twenty stay within.
    public let range: ClosedRange<Double>
    /// Of the first removals of the order, how often each is also among as many first ones of an order made for a member.
    public let kept: [Double]
    /// The largest component after the first removals: on the known network, and what nineteen members of twenty stay within.
    public let leftKnown: Int
    /// What nineteen members of twenty have left after the first removals.
    public let left: ClosedRange<Int>
  }

  /// Tries an order on the ensemble.
  ///
  /// - Parameter first: how many first removals are asked about.
  public func answer(for order: [Int], of task: Disruption, first: Int, chance: Chance) -> Answer {
    var chance = chance
    let first = min(max(1, first), max(1, order.count))
    var shares = [Double]()
    var left = [Int]()
    var kept = [Double](repeating: 0, count: min(first, order.count))
    for _ in 0..<members {
      let graph = completed(task.graph, &chance)
      let member = Disruption(graph: graph, costs: task.costs, isRemovable: task.isRemovable)
      let largest = member.largest(after: order)
      shares.append(RemovalPlan.meanShare(largest, graph))
      left.append(largest.isEmpty ? 0 : largest[first - 1])
      let own = Set(SingleMethods.byCollectiveInfluence(member).prefix(first))
      for place in kept.indices where own.contains(order[place]) { kept[place] += 1 / Double(members) }
    }
    let known = task.largest(after: order)
    shares.sort()
    left.sort()
    let edge = members / 40
    return Answer(
      known: RemovalPlan.meanShare(known, task.graph), mean: shares.reduce(0, +) / Double(members),
      range: shares[edge]...shares[members - 1 - edge], kept: kept, leftKnown: known.isEmpty ? 0 : known[first - 1],
      left: left[edge]...left[members - 1 - edge])
  }

  /// The graph with as many more links as are missing.
  func completed(_ graph: Graph, _ chance: inout Chance) -> Graph {
    let missing = Int((Double(graph.edgeCount) * share / (1 - share)).rounded())
    guard graph.edgeCount > 0, graph.nodeCount > 2 else { return graph }
    var more = Set<SIMD2<Int>>()
    // A place drawn in the rows is a node drawn by how many contacts it has.
    for _ in 0..<20 * missing where more.count < missing {
      let first = Int(graph.targets[chance.whole(below: graph.targets.count)])
      var second = Int(graph.targets[chance.whole(below: graph.targets.count)])
      if chance.next() & 1 == 0 {
        let near = graph.neighbours(of: first)
        let middle = Int(near[near.startIndex + chance.whole(below: near.count)])
        let beyond = graph.neighbours(of: middle)
        second = Int(beyond[beyond.startIndex + chance.whole(below: beyond.count)])
      }
      if first != second, graph.weight(from: first, to: second) == nil {
        more.insert(SIMD2(min(first, second), max(first, second)))
      }
    }
    return graph.adding(more.sorted { ($0.x, $0.y) < ($1.x, $1.y) }.map { Edge($0.x, $0.y) })
  }
}
