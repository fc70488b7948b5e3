/// Finds one shortest path between two nodes drawn by chance, each of them equally likely, from both ends at once.
struct PairSearch: ~Copyable {
  private let count: Int
  private let offsets: Scratch<UInt32>
  private let targets: Scratch<UInt32>
  /// Places in `targets` where edges are followed backwards; the same rows when the graph is undirected.
  private let backOffsets: Scratch<UInt32>
  private let backTargets: Scratch<UInt32>
  private let forward: Half
  private let backward: Half

  /// One side of the search.
  private struct Half: ~Copyable {
    let distances: Scratch<UInt32>
    let paths: Scratch<Double>
    let order: Scratch<UInt32>

    init(count: Int) {
      distances = Scratch(repeating: .max, count: count)
      paths = Scratch(repeating: 0, count: count)
      order = Scratch(repeating: 0, count: count + 1)
    }

    func begin(_ node: Int) {
      distances[node] = 0
      paths[node] = 1
      order[0] = UInt32(node)
    }

    func forget(_ reached: Int) {
      for place in 0..<reached {
        distances[Int(order[place])] = .max
        paths[Int(order[place])] = 0
      }
    }
  }

  /// How far one side has come.
  private struct Front {
    var head = 0
    var tail = 1
    var depth: UInt32 = 0
    /// The edges of the nodes that come next.
    var cost: Int
  }

  init(_ graph: Graph) {
    count = graph.nodeCount
    offsets = Scratch(graph.offsets)
    targets = Scratch(graph.targets)
    let back = graph.isDirected ? graph.reversed() : graph
    backOffsets = Scratch(back.offsets)
    backTargets = Scratch(back.targets)
    forward = Half(count: count)
    backward = Half(count: count)
  }

  /// Draws a pair and counts a hit for each node inside the path drawn among its shortest ones.
  func draw(_ chance: inout Chance, _ hits: borrowing Scratch<UInt32>) {
    let source = chance.whole(below: count)
    var target = chance.whole(below: count - 1)
    if target >= source { target += 1 }
    forward.begin(source)
    backward.begin(target)
    var ahead = Front(cost: Int(offsets[source + 1] - offsets[source]))
    var behind = Front(cost: Int(backOffsets[target + 1] - backOffsets[target]))
    var hasMet = false
    while !hasMet && ahead.head < ahead.tail && behind.head < behind.tail {
      hasMet =
        ahead.cost <= behind.cost
        ? Self.step(&ahead, forward, offsets, targets, backward)
        : Self.step(&behind, backward, backOffsets, backTargets, forward)
    }
    if hasMet { count(ahead, behind, &chance, hits) }
    forward.forget(ahead.tail)
    backward.forget(behind.tail)
  }

  /// Goes one level further on one side; tells whether a node was reached that the other side knows.
  private static func step(
    _ front: inout Front, _ half: borrowing Half, _ offsets: borrowing Scratch<UInt32>,
    _ targets: borrowing Scratch<UInt32>, _ other: borrowing Half
  ) -> Bool {
    front.depth += 1
    let end = front.tail
    var hasMet = false
    var cost = 0
    while front.head < end {
      let node = Int(half.order[front.head])
      front.head += 1
      let own = half.paths[node]
      for edge in Int(offsets[node])..<Int(offsets[node + 1]) {
        let next = Int(targets[edge])
        let known = half.distances[next]
        if known == .max {
          half.distances[next] = front.depth
          half.paths[next] = own
          half.order[front.tail] = UInt32(next)
          front.tail += 1
          cost += Int(offsets[next + 1] - offsets[next])
          if other.distances[next] != .max { hasMet = true }
        } else if known == front.depth {
          half.paths[next] += own
        }
      }
    }
    front.cost = cost
    return hasMet
  }

  /// Draws one of the shortest paths and counts its inner nodes.
  private func count(
    _ ahead: Front, _ behind: Front, _ chance: inout Chance, _ hits: borrowing Scratch<UInt32>
  ) {
    // The side that moved last has a complete level, and the sum of both depths is the length; a shortest path passes exactly
    // one node at the depth of the forward side.
    let length = ahead.depth + behind.depth
    var total = 0.0
    for place in 0..<ahead.tail where crosses(Int(forward.order[place]), ahead.depth, length) {
      let node = Int(forward.order[place])
      total += forward.paths[node] * backward.paths[node]
    }
    var left = chance.unit() * total
    var middle = -1
    for place in 0..<ahead.tail where crosses(Int(forward.order[place]), ahead.depth, length) {
      let node = Int(forward.order[place])
      middle = node
      left -= forward.paths[node] * backward.paths[node]
      if left < 0 { break }
    }
    guard middle >= 0 else { return }
    if forward.distances[middle] > 0 && backward.distances[middle] > 0 { hits[middle] += 1 }
    Self.walk(from: middle, forward, backOffsets, backTargets, &chance, hits)
    Self.walk(from: middle, backward, offsets, targets, &chance, hits)
  }

  @inline(__always)
  private func crosses(_ node: Int, _ depth: UInt32, _ length: UInt32) -> Bool {
    forward.distances[node] == depth && backward.distances[node] == length - depth
  }

  /// Walks from a node back to where its side began, by chance among the shortest ways.
  private static func walk(
    from start: Int, _ half: borrowing Half, _ offsets: borrowing Scratch<UInt32>,
    _ targets: borrowing Scratch<UInt32>, _ chance: inout Chance, _ hits: borrowing Scratch<UInt32>
  ) {
    var node = start
    while half.distances[node] > 1 {
      var left = chance.unit() * half.paths[node]
      let nearer = half.distances[node] - 1
      var next = node
      for edge in Int(offsets[node])..<Int(offsets[node + 1]) where half.distances[Int(targets[edge])] == nearer {
        next = Int(targets[edge])
        left -= half.paths[next]
        if left < 0 { break }
      }
      node = next
      hits[node] += 1
    }
  }

  /// A bound on how many nodes a shortest path has: twice the greatest distance from a node, and one; the largest over some starts
  /// for graphs of several components, and over directions for a directed one.
  func diameterBound(_ chance: inout Chance) -> Int {
    var most = 0
    for _ in 0..<4 {
      let source = chance.whole(below: count)
      forward.begin(source)
      var front = Front(cost: 0)
      while front.head < front.tail { _ = Self.step(&front, forward, offsets, targets, backward) }
      most = max(most, 2 * Int(front.depth) + 1)
      forward.forget(front.tail)
    }
    return most
  }
}
