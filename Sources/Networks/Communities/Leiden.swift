/// Groups of nodes that are joined more closely among themselves than with others, by the method of Leiden with annealing.
///
/// Small groups are found first. With these as nodes, communities are built up, shaken by small random moves that cool down,
/// and built up again; then single nodes move, and passes over the whole graph follow until none gains. The method of Leiden
/// splits communities into parts that hold together before it goes on with the parts as nodes. Every community is connected.
///
/// Source: Traag, Waltman and van Eck, From Louvain to Leiden: guaranteeing well-connected communities (2019).
public struct Leiden: Sendable {
  /// Above 1 asks for smaller communities, below 1 for larger.
  public var resolution: Double
  /// The most passes over the whole graph.
  public var mostPasses: Int
  /// The least that a pass must gain in modularity for another to follow.
  public var leastGain: Double
  /// How often all small groups choose anew while chance cools down; 0 leaves this out.
  public var sweeps: Int

  /// How much a choice may lose at first, in edges of mean weight. Chosen among 0.1 to 8 on one made graph of 200,000 nodes;
  /// higher ones need many more sweeps to settle.
  private static let temperature = 0.45

  /// A search; the defaults go on until a pass gains next to nothing.
  public init(resolution: Double = 1, mostPasses: Int = 10, leastGain: Double = 5e-5, sweeps: Int = 180) {
    self.resolution = max(0, resolution)
    self.mostPasses = max(1, mostPasses)
    self.leastGain = max(0, leastGain)
    self.sweeps = max(0, sweeps)
  }

  /// The communities of a graph. A directed one is taken by its rows; hand in an undirected one to count both directions.
  public func communities(of graph: Graph, chance: Chance) -> Communities {
    var chance = chance
    let ground = CommunityLevel(graph)
    let community = Scratch<UInt32>(repeating: 0, count: graph.nodeCount)
    for node in 0..<graph.nodeCount { community[node] = UInt32(node) }
    var none: Chance?
    _ = LocalMoving(count: ground.count, resolution: resolution).run(ground, community, &none)
    let heat = Self.temperature * ground.total / Double(max(1, graph.targets.count))
    lift(ground, community, by: community) { level, found in
      climb(level, found, &chance)
      let moving = LocalMoving(count: level.count, resolution: resolution)
      moving.anneal(level, found, temperature: heat, sweeps: sweeps, &chance)
      settle(level, found, &chance)
    }
    settle(ground, community, &chance)
    return Communities(numbering: connected(community, in: graph), graph: graph, resolution: resolution)
  }

  /// Passes over a level until none gains.
  private func settle(
    _ level: borrowing CommunityLevel, _ community: borrowing Scratch<UInt32>, _ chance: inout Chance
  ) {
    var reached = quality(level, community)
    for _ in 0..<mostPasses {
      climb(level, community, &chance)
      let next = quality(level, community)
      if next - reached < leastGain { break }
      reached = next
    }
  }

  /// One pass from a level upwards; `community` is what it starts from and what it finds.
  private func climb(
    _ level: borrowing CommunityLevel, _ community: borrowing Scratch<UInt32>, _ chance: inout Chance
  ) {
    var shuffling: Chance? = chance
    _ = LocalMoving(count: level.count, resolution: resolution).run(level, community, &shuffling)
    let part = Scratch<UInt32>(repeating: 0, count: level.count)
    CommunityRefinement(count: level.count, resolution: resolution).run(level, community, into: part, &shuffling)
    chance = shuffling ?? chance
    lift(level, community, by: part) { above, found in
      if above.count < level.count { climb(above, found, &chance) }
    }
  }

  /// Works on a level with one node for each group, and brings what is found there back.
  private func lift(
    _ level: borrowing CommunityLevel, _ community: borrowing Scratch<UInt32>, by group: borrowing Scratch<UInt32>,
    _ work: (borrowing CommunityLevel, borrowing Scratch<UInt32>) -> Void
  ) {
    let (numbers, groups) = Self.numbered(group)
    let place = Scratch(numbers)
    let above = level.aggregated(by: place, groups: groups)
    let found = Scratch<UInt32>(repeating: 0, count: groups)
    // A community is named by one of its groups, so that its number lies below the count of the level above.
    let names = Scratch<UInt32>(repeating: .max, count: level.count)
    for node in 0..<level.count {
      let own = Int(community[node])
      if names[own] == .max { names[own] = place[node] }
      found[Int(place[node])] = names[own]
    }
    work(above, found)
    for node in 0..<level.count { community[node] = found[Int(place[node])] }
  }

  /// Groups numbered without gaps in the order in which they appear, and how many there are.
  private static func numbered(_ group: borrowing Scratch<UInt32>) -> ([UInt32], Int) {
    let numbers = Scratch<UInt32>(repeating: .max, count: group.count)
    let placed = Scratch<UInt32>(repeating: 0, count: group.count)
    var count: UInt32 = 0
    for node in 0..<group.count {
      let own = Int(group[node])
      if numbers[own] == .max {
        numbers[own] = count
        count += 1
      }
      placed[node] = numbers[own]
    }
    return (placed.array, Int(count))
  }

  /// The modularity of communities on a level, but for the edges within its nodes, which no move changes.
  private func quality(_ level: borrowing CommunityLevel, _ community: borrowing Scratch<UInt32>) -> Double {
    guard level.total > 0 else { return 0 }
    let strengths = Scratch<Double>(repeating: 0, count: level.count)
    var within = 0.0
    for node in 0..<level.count {
      strengths[Int(community[node])] += level.strengths[node]
      for edge in level.row(node) where community[Int(level.targets[edge])] == community[node] {
        within += Double(level.weight(edge))
      }
    }
    var chance = 0.0
    for community in 0..<level.count { chance += strengths[community] * strengths[community] }
    return within / level.total - resolution * chance / (level.total * level.total)
  }

  /// The communities with those that fall apart split, which never lowers modularity.
  private func connected(_ community: borrowing Scratch<UInt32>, in graph: Graph) -> [Int] {
    var pieces = [Int](repeating: -1, count: graph.nodeCount)
    var count = 0
    var waiting = [Int]()
    for start in 0..<graph.nodeCount where pieces[start] < 0 {
      pieces[start] = count
      waiting.append(start)
      while let node = waiting.popLast() {
        for edge in graph.row(node) {
          let other = Int(graph.targets[edge])
          if pieces[other] < 0 && community[other] == community[node] {
            pieces[other] = count
            waiting.append(other)
          }
        }
      }
      count += 1
    }
    return pieces
  }
}
