/// Orders of removal by one measure each, taken anew after every removal.
enum SingleMethods {
  /// Nodes by how many present neighbours they have for their cost.
  ///
  /// Source: Albert, Jeong and Barabási, Error and attack tolerance of complex networks (2000).
  static func byDegree(_ task: Disruption) -> [Int] {
    let graph = task.graph
    var degrees = (0..<graph.nodeCount).map { graph.degree(of: $0) }
    // Heaps of nodes by worth, with entries that have become too high put back when they come up.
    var heap = Heap<Entry>()
    for node in task.candidates { heap.insert(Entry(worth: Double(degrees[node]) / task.costs[node], node: node)) }
    var order = [Int]()
    var isPresent = [Bool](repeating: true, count: graph.nodeCount)
    while let entry = heap.popMax() {
      let worth = Double(degrees[entry.node]) / task.costs[entry.node]
      if worth < entry.worth {
        heap.insert(Entry(worth: worth, node: entry.node))
        continue
      }
      order.append(entry.node)
      isPresent[entry.node] = false
      for other in graph.neighbours(of: entry.node) { degrees[Int(other)] -= 1 }
    }
    return order
  }

  private struct Entry: Comparable {
    var worth: Double
    var node: Int

    static func < (first: Entry, second: Entry) -> Bool { (first.worth, second.node) < (second.worth, first.node) }
  }

  /// Nodes by betweenness among those present, for their cost; measured anew after each removal, or after a share of them
  /// when the graph is large.
  ///
  /// Source: Holme, Kim, Yoon and Han, Attack vulnerability of complex networks (2002).
  static func byBetweenness(_ task: Disruption, mostWork: Int) -> [Int] {
    var left = Set(task.candidates)
    var isRemoved = [Bool](repeating: false, count: task.graph.nodeCount)
    var order = [Int]()
    var graph = task.graph
    let rounds = max(1, mostWork / max(1, task.graph.nodeCount * task.graph.edgeCount))
    let share = max(1, (left.count + rounds - 1) / rounds)
    while !left.isEmpty {
      let between = graph.betweenness()
      let ranked = left.sorted { first, second in
        let (one, other) = (between[first] / task.costs[first], between[second] / task.costs[second])
        if one != other { return one > other }
        let (degree, otherDegree) = (graph.degree(of: first), graph.degree(of: second))
        return degree != otherDegree ? degree > otherDegree : first < second
      }
      let taken = graph.edgeCount == 0 ? ranked[...] : ranked.prefix(share)
      for node in taken {
        order.append(node)
        isRemoved[node] = true
        left.remove(node)
      }
      graph = graph.removing(isRemoved)
    }
    return order
  }

  /// Nodes by how many others a removal cuts off two steps away: degree less one, times the sum of the same on the ball's edge.
  ///
  /// Source: Morone and Makse, Influence maximization in complex networks through optimal percolation (2015), equation 4.
  static func byCollectiveInfluence(_ task: Disruption) -> [Int] {
    let graph = task.graph
    var degrees = (0..<graph.nodeCount).map { graph.degree(of: $0) }
    var isPresent = [Bool](repeating: true, count: graph.nodeCount)
    var heap = Heap<Entry>()
    func worth(_ node: Int) -> Double {
      var ball = Set<Int>([node])
      var edge = [Int]()
      for near in graph.neighbours(of: node) where isPresent[Int(near)] { ball.insert(Int(near)) }
      for near in graph.neighbours(of: node) where isPresent[Int(near)] {
        for far in graph.neighbours(of: Int(near)) where isPresent[Int(far)] && ball.insert(Int(far)).inserted {
          edge.append(Int(far))
        }
      }
      let influence = (degrees[node] - 1) * edge.reduce(0) { $0 + degrees[$1] - 1 }
      // Where nobody is two steps away the degree decides.
      return (Double(influence) + Double(degrees[node]) / Double(graph.nodeCount)) / task.costs[node]
    }
    for node in task.candidates { heap.insert(Entry(worth: worth(node), node: node)) }
    var order = [Int]()
    while let entry = heap.popMax() {
      let now = worth(entry.node)
      if now < entry.worth - 1e-12 {
        heap.insert(Entry(worth: now, node: entry.node))
        continue
      }
      order.append(entry.node)
      isPresent[entry.node] = false
      for other in graph.neighbours(of: entry.node) { degrees[Int(other)] -= 1 }
    }
    return order
  }

  /// Backwards: of some nodes drawn, the one that makes the smallest component for its cost is put in first.
  ///
  /// Source: Clusella, Grassberger, Pérez-Reche and Politi, Immunization and targeted destruction of networks using explosive
  /// percolation (2016), with the size of the new component as the score.
  static func byGrowth(_ task: Disruption, draws: Int, _ chance: inout Chance) -> [Int] {
    let graph = task.graph
    var growth = ComponentGrowth(count: graph.nodeCount)
    var left = task.candidates
    var isPresent = (0..<graph.nodeCount).map { graph.degree(of: $0) > 0 }
    for node in left { isPresent[node] = false }
    for node in 0..<graph.nodeCount where isPresent[node] { growth.insert(node, graph, isPresent) }
    var backwards = [Int]()
    while !left.isEmpty {
      var best = (place: 0, worth: Double.infinity)
      for draw in 0..<min(draws, left.count) {
        let place = draws >= left.count ? draw : chance.whole(below: left.count)
        let size = growth.size(joining: left[place], graph, isPresent)
        // Among equals the one with fewest neighbours yet to come: it will join the least.
        let coming = graph.neighbours(of: left[place]).count { !isPresent[Int($0)] }
        let worth = (Double(size) + Double(coming) / Double(graph.nodeCount + 1)) / task.costs[left[place]]
        if worth < best.worth { best = (place, worth) }
      }
      let node = left[best.place]
      left[best.place] = left[left.count - 1]
      left.removeLast()
      isPresent[node] = true
      growth.insert(node, graph, isPresent)
      backwards.append(node)
    }
    return backwards.reversed()
  }
}
