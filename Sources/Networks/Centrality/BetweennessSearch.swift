/// Counts the shortest paths from eight nodes at once, and what share of them leads through each node.
///
/// Each lane of a vector is the search from one source. Where a node lies at the same distance from several of them, as nodes
/// mostly do from sources that are near each other, one visit to its neighbours serves them all. A lane in which an
/// edge is no step of a shortest path adds 0, so that nothing branches on it.
///
/// Source: Brandes, A faster algorithm for betweenness centrality (2001); Then et al., The more the merrier: efficient
/// multi-source graph traversal (2014), for searching from several sources together.
struct BetweennessSearch: ~Copyable {
  static let lanes = 8
  private typealias Lanes = SIMD8<Double>

  private let count: Int
  private let offsets: Scratch<UInt32>
  private let targets: Scratch<UInt32>
  /// Forward: the paths that the level in hand hands on. Backward: what the level behind asks for.
  private let sums: Scratch<Lanes>
  /// The lanes in which each node has been reached, a bit each.
  private let reached: Scratch<UInt8>
  private let isTouched: Scratch<UInt8>
  private let touched: Scratch<UInt32>
  /// All bits of a lane set where its bit is not, by the bits.
  private let openLanes: Scratch<SIMD8<UInt64>>
  /// Nodes level by level, with their paths in the lanes in which they lie on that level.
  private var nodes: Scratch<UInt32>
  private var paths: Scratch<SIMD8<Double>>
  private var levels = [Int]()

  init(_ graph: Graph) {
    count = graph.nodeCount
    offsets = Scratch(graph.offsets)
    targets = Scratch(graph.targets)
    sums = Scratch(repeating: .zero, count: count)
    reached = Scratch(repeating: 0, count: count)
    isTouched = Scratch(repeating: 0, count: count)
    touched = Scratch(repeating: 0, count: count + 1)
    openLanes = Scratch(repeating: .zero, count: 256)
    for bits in 0..<256 {
      var open = SIMD8<UInt64>.zero
      for lane in 0..<Self.lanes where bits & (1 << lane) == 0 { open[lane] = .max }
      openLanes[bits] = open
    }
    nodes = Scratch(repeating: 0, count: 4 * count + 8)
    paths = Scratch(repeating: .zero, count: 4 * count + 8)
  }

  /// Adds to `totals` how much of the shortest paths from up to eight sources leads through each node.
  mutating func add(from sources: ArraySlice<Int>, to totals: borrowing Scratch<Double>) {
    spread(from: sources)
    gather(to: totals)
    for node in 0..<count { reached[node] = 0 }
  }

  private mutating func spread(from sources: ArraySlice<Int>) {
    var end = 0
    for (lane, source) in sources.enumerated() {
      // Two lanes never begin at one node: sources are different.
      var own = Lanes.zero
      own[lane] = 1
      nodes[end] = UInt32(source)
      paths[end] = own
      reached[source] = 1 << UInt8(lane)
      end += 1
    }
    levels = [0, end]
    var begin = 0
    while begin < end {
      let met = handOn(begin..<end)
      begin = end
      end = keep(met, behind: end)
      if end > begin { levels.append(end) }
    }
  }

  /// Adds the paths of a level's nodes to those of their neighbours; returns how many neighbours that are.
  @inline(__always)
  private func handOn(_ level: Range<Int>) -> Int {
    var met = 0
    for place in level {
      let node = Int(nodes[place])
      let own = paths[place]
      for edge in Int(offsets[node])..<Int(offsets[node + 1]) {
        let other = Int(targets[edge])
        sums[other] += own
        touched[met] = UInt32(truncatingIfNeeded: other)
        met += Int(1 - isTouched[other])
        isTouched[other] = 1
      }
    }
    return met
  }

  /// Keeps the neighbours in the lanes in which they had not been reached before; returns where the level ends.
  @inline(__always)
  private mutating func keep(_ met: Int, behind start: Int) -> Int {
    makeRoom(start + met)
    var end = start
    for place in 0..<met {
      let node = Int(touched[place])
      isTouched[node] = 0
      let open = SIMD8<UInt64>(sums[node]) & openLanes[Int(reached[node])]
      sums[node] = .zero
      let new = Lanes(bits: open)
      let bits = UInt8(truncatingIfNeeded: Self.bit.replacing(with: 0, where: open .== 0).wrappedSum())
      nodes[end] = UInt32(node)
      paths[end] = new
      reached[node] |= bits
      end += bits == 0 ? 0 : 1
    }
    return end
  }

  private static let bit = SIMD8<UInt64>(1, 2, 4, 8, 16, 32, 64, 128)

  private mutating func makeRoom(_ needed: Int) {
    guard needed + 1 > nodes.count else { return }
    let moreNodes = Scratch<UInt32>(repeating: 0, count: 2 * needed)
    let morePaths = Scratch<SIMD8<Double>>(repeating: .zero, count: 2 * needed)
    moreNodes.copy(from: nodes, at: 0, to: 0, count: nodes.count)
    morePaths.copy(from: paths, at: 0, to: 0, count: paths.count)
    nodes = moreNodes
    paths = morePaths
  }

  /// Goes back from the furthest level to the first; `sums` is (1 + what depends on a node) / its paths on the level behind.
  private func gather(to totals: borrowing Scratch<Double>) {
    var level = levels.count - 2
    while level > 0 {
      let places = levels[level]..<levels[level + 1]
      for place in places {
        let node = Int(nodes[place])
        var sum = Lanes.zero
        for edge in Int(offsets[node])..<Int(offsets[node + 1]) { sum += sums[Int(targets[edge])] }
        let own = paths[place]
        let dependent = sum * own
        totals[node] += dependent.sum()
        paths[place] = ((1 + dependent) / own).replacing(with: 0, where: own .== 0)
      }
      if level + 2 < levels.count {
        for place in levels[level + 1]..<levels[level + 2] { sums[Int(nodes[place])] = .zero }
      }
      for place in places { sums[Int(nodes[place])] = paths[place] }
      level -= 1
    }
    if levels.count > 2 {
      for place in levels[1]..<levels[2] { sums[Int(nodes[place])] = .zero }
    }
  }
}

extension SIMD8<UInt64> {
  /// The bits of eight numbers.
  @inline(__always)
  fileprivate init(_ values: SIMD8<Double>) { self = unsafeBitCast(values, to: Self.self) }
}

extension SIMD8<Double> {
  @inline(__always)
  fileprivate init(bits: SIMD8<UInt64>) { self = unsafeBitCast(bits, to: Self.self) }
}
