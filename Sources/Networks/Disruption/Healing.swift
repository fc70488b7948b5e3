import Foundation

/// How a network may join up again after removals: those who lost a contact in common are the ones who may find each other.
///
/// What is likely is drawn: a pair by how many lost contacts it shared. What is worst is chosen: each new link the one that
/// makes the largest component.
public struct Healing: Sendable {
  /// What a number of new links may bring back.
  public struct Step: Hashable, Sendable {
    /// New links so far.
    public let links: Int
    /// The largest component when they are the worst.
    public let worst: Int
    /// The mean over draws of likely ones.
    public let likely: Double
    /// What nineteen draws in twenty stay within.
    public let range: ClosedRange<Int>
  }

  /// Pairs of survivors that shared lost contacts, with how many.
  public let candidates: [Edge]
  private let graph: Graph
  private let isRemoved: [Bool]

  /// Pairs that are weighed at most; a lost hub with thousands of contacts leaves millions.
  public static let mostCandidates = 200_000

  /// - Parameter removed: the nodes that were taken out.
  public init(of graph: Graph, without removed: [Int]) {
    var isRemoved = [Bool](repeating: false, count: graph.nodeCount)
    for node in removed { isRemoved[node] = true }
    var shared: [SIMD2<Int>: Double] = [:]
    for node in removed {
      let survivors = graph.neighbours(of: node).map(Int.init).filter { !isRemoved[$0] }
      for (place, first) in survivors.enumerated() where shared.count < Self.mostCandidates {
        for second in survivors[(place + 1)...] where graph.weight(from: first, to: second) == nil {
          shared[SIMD2(first, second), default: 0] += 1
        }
      }
    }
    candidates = shared.map { Edge($0.key.x, $0.key.y, $0.value) }.sorted {
      ($1.weight, $0.source, $0.target) < ($0.weight, $1.source, $1.target)
    }
    self.graph = graph
    self.isRemoved = isRemoved
  }

  /// What so many new links may bring back, one step a link.
  public func steps(links: Int, draws: Int = 100, chance: Chance) -> [Step] {
    var chance = chance
    let count = min(links, candidates.count)
    let worst = worstLinks(count)
    var drawn = [[Int]]()
    for _ in 0..<max(1, draws) { drawn.append(likelyLinks(count, &chance)) }
    return (0..<count).map { step in
      let sizes = drawn.map { $0[step] }.sorted()
      let low = sizes[sizes.count / 40]
      let high = sizes[sizes.count - 1 - sizes.count / 40]
      return Step(
        links: step + 1, worst: worst[step], likely: Double(sizes.reduce(0, +)) / Double(sizes.count), range: low...high
      )
    }
  }

  private var survivors: ComponentGrowth {
    var growth = ComponentGrowth(count: graph.nodeCount)
    let isPresent = (0..<graph.nodeCount).map { !isRemoved[$0] && graph.degree(of: $0) > 0 }
    for node in 0..<graph.nodeCount where isPresent[node] { growth.insert(node, graph, isPresent) }
    return growth
  }

  private func worstLinks(_ count: Int) -> [Int] {
    var growth = survivors
    return (0..<count).map { _ in
      var best = (first: 0, second: 0, size: 0)
      for pair in candidates {
        let (one, other) = (growth.root(of: pair.source), growth.root(of: pair.target))
        let size = one == other ? 0 : Int(growth.sizes[one] + growth.sizes[other])
        if size > best.size { best = (one, other, size) }
      }
      if best.size > 0 { growth.join(best.first, best.second) }
      return growth.largest
    }
  }

  private func likelyLinks(_ count: Int, _ chance: inout Chance) -> [Int] {
    var growth = survivors
    // The order of draws without replacement, by weight: each waits a time that falls with its weight.
    let order = candidates.indices.map { place in
      (wait: -log(max(1e-300, chance.unit())) / candidates[place].weight, place: place)
    }.sorted { $0.wait < $1.wait }
    return (0..<count).map { step in
      let pair = candidates[order[step].place]
      growth.join(pair.source, pair.target)
      return growth.largest
    }
  }
}
