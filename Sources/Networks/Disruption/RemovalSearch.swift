import Foundation

/// Improves an order of removals by small changes that chance proposes, kept the likelier the more they gain.
///
/// Seen backwards, nodes are put in one after another and components grow. The components before each node are kept, so that
/// a change between two places costs only the nodes between them.
///
/// Source: Kirkpatrick, Gelatt and Vecchi, Optimization by simulated annealing (1983); the view backwards of Schneider et al.,
/// Inverse targeting: an effective immunization strategy (2012).
struct RemovalSearch: ~Copyable {
  /// The most nodes that are searched; the components before each node of all of them are kept in memory.
  static let mostNodes = 2_000

  let count: Int
  let removals: Int
  private let offsets: Scratch<UInt32>
  private let targets: Scratch<UInt16>
  private let costs: Scratch<Double>
  private let order: Scratch<UInt16>
  /// Where each node stands in the order; behind all for those that stay.
  private let places: Scratch<UInt16>
  /// The largest component with the nodes of the first so many places taken out.
  private let largest: Scratch<UInt16>
  /// The parents and sizes of components with the nodes of the first so many places taken out, row after row.
  private let kept: Scratch<UInt16>
  private let working: Scratch<UInt16>
  /// The first place from which on no edge is left; the order of what follows is worth nothing.
  private var active = 0
  private(set) var area = 0.0
  /// Nodes looked at.
  private(set) var steps = 0

  init(_ task: Disruption, order start: [Int]) {
    let graph = task.graph
    count = graph.nodeCount
    removals = start.count
    offsets = Scratch(graph.offsets)
    targets = Scratch(graph.targets.map { UInt16($0) })
    costs = Scratch(task.costs)
    order = Scratch(start.map { UInt16($0) } + [0])
    places = Scratch(repeating: .max, count: count)
    largest = Scratch(repeating: 0, count: removals + 1)
    kept = Scratch(repeating: 0, count: (removals + 1) * 2 * count)
    working = Scratch(repeating: 0, count: 2 * count)
    prepare()
  }

  /// The order in hand.
  var current: [Int] { order.array.prefix(removals).map(Int.init) }

  /// Takes another order.
  mutating func begin(_ start: [Int]) {
    for place in 0..<removals { order[place] = UInt16(start[place]) }
    prepare()
  }

  private mutating func prepare() {
    for node in 0..<count { places[node] = .max }
    for place in 0..<removals { places[Int(order[place])] = UInt16(place) }
    for node in 0..<count {
      working[node] = UInt16(node)
      working[count + node] = 1
    }
    var most: UInt16 = 0
    for node in 0..<count where places[node] == .max && offsets[node] < offsets[node + 1] {
      insert(node, removals, &most)
    }
    largest[removals] = most
    keep(removals)
    area = 0
    for place in stride(from: removals - 1, through: 0, by: -1) {
      insert(Int(order[place]), place, &most)
      largest[place] = most
      keep(place)
      area += Double(most) * costs[Int(order[place])]
    }
    findActive()
  }

  private mutating func findActive() {
    while active < removals && largest[active] > 1 { active += 1 }
    while active > 0 && largest[active - 1] <= 1 { active -= 1 }
  }

  /// Keeps the components in hand as those before a place.
  @inline(__always)
  private func keep(_ place: Int) { kept.copy(from: working, at: 0, to: place * 2 * count, count: 2 * count) }

  /// Puts a node in beside those that stand behind a place.
  @inline(__always)
  private func insert(_ node: Int, _ place: Int, _ most: inout UInt16) {
    var root = node
    for edge in Int(offsets[node])..<Int(offsets[node + 1]) {
      var other = Int(targets[edge])
      if Int(places[other]) <= place { continue }
      while Int(working[other]) != other { other = Int(working[other]) }
      if other == root { continue }
      if working[count + root] < working[count + other] { swap(&root, &other) }
      working[other] = UInt16(truncatingIfNeeded: root)
      working[count + root] &+= working[count + other]
    }
    most = max(most, working[count + root], 1)
  }

  /// One run of cooling from one temperature to another, in as many steps as are given.
  ///
  /// - Returns: the best order met and its area.
  mutating func anneal(
    from hot: Double, to cold: Double, steps most: Int, _ chance: inout Chance, isOver: () -> Bool
  ) -> (order: [Int], area: Double) {
    var best = (order: current, area: area)
    guard active > 1 else { return best }
    let start = steps
    var heat = hot
    var moves = 0
    while steps - start < most {
      if moves & 255 == 0 {
        heat = hot * pow(cold / hot, Double(steps - start) / Double(most))
        if moves & 4095 == 0, isOver() { break }
      }
      moves += 1
      let most = -heat * log(max(1e-12, chance.unit()))
      if propose(&chance, most), area < best.area - 1e-9 { best = (current, area) }
    }
    return best
  }

  /// Proposes one change; returns whether it was kept.
  private mutating func propose(_ chance: inout Chance, _ allowance: Double) -> Bool {
    let kind = chance.whole(below: 8)
    var first = chance.whole(below: active)
    var last: Int
    if kind < 5 || active >= removals {
      // Two places near each other.
      let reach = 1 + chance.whole(below: 1 + chance.whole(below: min(active, 24)))
      last = first + (chance.next() & 1 == 0 ? reach : -reach)
      if last < 0 || last >= removals { return false }
      if last > active { bringToTail(last); last = active }
    } else {
      // A node that nobody has had to take out yet takes a place among the others.
      var tail = active + chance.whole(below: removals - active)
      if kind == 7 {
        // One beside the node in hand, if there is one.
        let node = Int(order[first])
        let degree = Int(offsets[node + 1] - offsets[node])
        let beside = Int(places[Int(targets[Int(offsets[node]) + chance.whole(below: degree)])])
        if beside >= active && beside < removals { tail = beside }
      }
      bringToTail(tail)
      last = active
    }
    if first == last { return false }
    let isSwap = kind & 1 == 1
    let isBackward = last < first
    if isBackward { swap(&first, &last) }
    let move = Move(first: first, last: last, kind: isSwap ? .swap : isBackward ? .firstToLast : .lastToFirst)
    return attempt(move, allowance)
  }

  /// Lets a place behind the active ones change with the first of these; nothing follows from it.
  private func bringToTail(_ place: Int) { exchange(place, active) }

  private func exchange(_ first: Int, _ second: Int) {
    let (one, other) = (order[first], order[second])
    (order[first], order[second]) = (other, one)
    places[Int(other)] = UInt16(first)
    places[Int(one)] = UInt16(second)
  }

  /// A change of the order between two places.
  private struct Move {
    enum Kind { case swap, firstToLast, lastToFirst }
    var first: Int
    var last: Int
    var kind: Kind

    var reversed: Move {
      Move(
        first: first, last: last,
        kind: kind == .swap ? .swap : kind == .firstToLast ? .lastToFirst : .firstToLast)
    }
  }

  private func apply(_ move: Move) {
    switch move.kind {
    case .swap: exchange(move.first, move.last)
    case .firstToLast:
      let node = order[move.first]
      for place in move.first..<move.last { put(order[place + 1], place) }
      put(node, move.last)
    case .lastToFirst:
      let node = order[move.last]
      for place in stride(from: move.last, to: move.first, by: -1) { put(order[place - 1], place) }
      put(node, move.first)
    }
  }

  @inline(__always)
  private func put(_ node: UInt16, _ place: Int) {
    order[place] = node
    places[Int(node)] = UInt16(truncatingIfNeeded: place)
  }

  private mutating func attempt(_ move: Move, _ allowance: Double) -> Bool {
    var before = 0.0
    for place in move.first...move.last { before += Double(largest[place]) * costs[Int(order[place])] }
    apply(move)
    guard let after = worth(move, below: before + allowance) else {
      apply(move.reversed)
      return false
    }
    rewrite(move)
    area += after - before
    findActive()
    return true
  }

  /// What the places of a move are worth in the new order, or nil once that is more than allowed.
  @inline(__always)
  private mutating func worth(_ move: Move, below bound: Double) -> Double? {
    restore(behind: move.last)
    var most = largest[move.last + 1]
    var sum = Double(largest[move.first]) * costs[Int(order[move.first])]
    var place = move.last
    while place > move.first {
      let node = Int(order[place])
      insert(node, place, &most)
      sum += Double(most) * costs[node]
      if sum > bound {
        steps += 2 + move.last - place
        return nil
      }
      place -= 1
    }
    steps += 2 + move.last - move.first
    return sum
  }

  @inline(__always)
  private func restore(behind place: Int) {
    // Behind the active places no two nodes are joined, as before the last of all.
    let row = place + 1 >= active && largest[removals] <= 1 ? removals : place + 1
    working.copy(from: kept, at: row * 2 * count, to: 0, count: 2 * count)
  }

  private mutating func rewrite(_ move: Move) {
    restore(behind: move.last)
    var most = largest[move.last + 1]
    var place = move.last
    while place > move.first {
      insert(Int(order[place]), place, &most)
      largest[place] = most
      keep(place)
      place -= 1
    }
    steps += 2 * (move.last - move.first)
  }
}
