/// A graph whose nodes stand for groups of nodes of the level below; edges within a group count only in its strength.
struct CommunityLevel: ~Copyable {
  let count: Int
  let offsets: Scratch<UInt32>
  let targets: Scratch<UInt32>
  /// Beside the targets; of no length when each is 1.
  let weights: Scratch<Float>
  /// The sum of all weights at each node, those within it twice.
  let strengths: Scratch<Double>
  /// The sum of all strengths: twice that of the weights.
  let total: Double

  init(
    count: Int, offsets: consuming Scratch<UInt32>, targets: consuming Scratch<UInt32>,
    weights: consuming Scratch<Float>, strengths: consuming Scratch<Double>, total: Double
  ) {
    self.count = count
    self.offsets = offsets
    self.targets = targets
    self.weights = weights
    self.strengths = strengths
    self.total = total
  }

  /// The lowest level: the graph itself.
  init(_ graph: Graph) {
    let strengths = Scratch<Double>(repeating: 0, count: graph.nodeCount)
    var total = 0.0
    for node in 0..<graph.nodeCount {
      strengths[node] = graph.isWeighted ? graph.strength(of: node) : Double(graph.degree(of: node))
      total += strengths[node]
    }
    self.init(
      count: graph.nodeCount, offsets: Scratch(graph.offsets), targets: Scratch(graph.targets),
      weights: Scratch(graph.weights), strengths: strengths, total: total)
  }

  var isWeighted: Bool { weights.count > 0 }

  @inline(__always)
  func weight(_ place: Int) -> Float { isWeighted ? weights[place] : 1 }

  @inline(__always)
  func row(_ node: Int) -> Range<Int> { Int(offsets[node])..<Int(offsets[node + 1]) }

  /// The level above: one node for each group.
  ///
  /// - Parameter group: the group of each node, numbered from 0 without gaps.
  func aggregated(by group: borrowing Scratch<UInt32>, groups: Int) -> CommunityLevel {
    let starts = Scratch<UInt32>(repeating: 0, count: groups + 1)
    let members = Scratch<UInt32>(repeating: 0, count: count)
    for node in 0..<count { starts[Int(group[node]) + 1] += 1 }
    for place in 0..<groups { starts[place + 1] += starts[place] }
    let next = Scratch<UInt32>(starts.array)
    for node in 0..<count {
      members[Int(next[Int(group[node])])] = UInt32(node)
      next[Int(group[node])] += 1
    }
    let above = Scratch<UInt32>(repeating: 0, count: groups + 1)
    let reached = Scratch<UInt32>(repeating: 0, count: targets.count)
    let strong = Scratch<Float>(repeating: 0, count: targets.count)
    let strengths = Scratch<Double>(repeating: 0, count: groups)
    let sums = Scratch<Float>(repeating: 0, count: groups)
    var end = 0
    for own in 0..<groups {
      let first = end
      for place in Int(starts[own])..<Int(starts[own + 1]) {
        let node = Int(members[place])
        strengths[own] += self.strengths[node]
        for edge in row(node) {
          let other = Int(group[Int(targets[edge])])
          if other == own { continue }
          if sums[other] == 0 {
            reached[end] = UInt32(other)
            end += 1
          }
          sums[other] += weight(edge)
        }
      }
      for place in first..<end {
        strong[place] = sums[Int(reached[place])]
        sums[Int(reached[place])] = 0
      }
      above[own + 1] = UInt32(end)
    }
    return CommunityLevel(
      count: groups, offsets: above, targets: Scratch(first: end, of: reached),
      weights: Scratch(first: end, of: strong), strengths: strengths, total: total)
  }
}
