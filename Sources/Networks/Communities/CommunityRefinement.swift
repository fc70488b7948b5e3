/// Splits each community into parts that hold together, by merging single nodes within it.
///
/// Source: Traag, Waltman and van Eck (2019), algorithm A.2, MergeNodesSubset, with the best merge instead of a drawn one: the
/// order of nodes is what is left to chance.
struct CommunityRefinement: ~Copyable {
  private let toward: Scratch<Float>
  private let met: Scratch<UInt32>
  /// Of each part: its strength and the weight from it to the rest of its community.
  private let strengths: Scratch<Double>
  private let outward: Scratch<Double>
  private let whole: Scratch<Double>
  private let isSingle: Scratch<Bool>
  private let order: Scratch<UInt32>
  private let resolution: Double

  init(count: Int, resolution: Double) {
    toward = Scratch(repeating: 0, count: count)
    met = Scratch(repeating: 0, count: count + 1)
    strengths = Scratch(repeating: 0, count: count)
    outward = Scratch(repeating: 0, count: count)
    whole = Scratch(repeating: 0, count: count)
    isSingle = Scratch(repeating: true, count: count)
    order = Scratch(repeating: 0, count: count)
    self.resolution = resolution
  }

  /// Writes the part of each node into `part`; a part is numbered by one of its nodes.
  func run(
    _ level: borrowing CommunityLevel, _ community: borrowing Scratch<UInt32>, into part: borrowing Scratch<UInt32>,
    _ chance: inout Chance?
  ) {
    prepare(level, community, part)
    if chance != nil {
      var last = level.count - 1
      while last > 0 {
        let other = chance!.whole(below: last + 1)
        (order[last], order[other]) = (order[other], order[last])
        last -= 1
      }
    }
    for place in 0..<level.count {
      let node = Int(order[place])
      // Others have joined a node that is no longer single; it stays.
      if isSingle[node], isConnected(strengths[node], outward[node], Int(community[node]), level.total) {
        merge(level, community, part, node)
      }
    }
  }

  private func prepare(
    _ level: borrowing CommunityLevel, _ community: borrowing Scratch<UInt32>, _ part: borrowing Scratch<UInt32>
  ) {
    for node in 0..<level.count {
      part[node] = UInt32(node)
      order[node] = UInt32(node)
      strengths[node] = level.strengths[node]
      isSingle[node] = true
      whole[node] = 0
    }
    for node in 0..<level.count {
      whole[Int(community[node])] += level.strengths[node]
      var sum = 0.0
      for edge in level.row(node) where community[Int(level.targets[edge])] == community[node] {
        sum += Double(level.weight(edge))
      }
      outward[node] = sum
    }
  }

  @inline(__always)
  private func isConnected(_ strength: Double, _ outward: Double, _ community: Int, _ total: Double) -> Bool {
    outward >= resolution * strength * (whole[community] - strength) / total
  }

  @inline(__always)
  private func merge(
    _ level: borrowing CommunityLevel, _ community: borrowing Scratch<UInt32>, _ part: borrowing Scratch<UInt32>,
    _ node: Int
  ) {
    let own = Int(community[node])
    var kinds = 0
    for edge in level.row(node) {
      let other = Int(level.targets[edge])
      guard Int(community[other]) == own else { continue }
      let near = Int(part[other])
      met[kinds] = UInt32(near)
      kinds += toward[near] == 0 ? 1 : 0
      toward[near] += level.weight(edge)
    }
    let strength = level.strengths[node]
    var (best, most, shared) = (node, 0.0, 0.0)
    for place in 0..<kinds {
      let candidate = Int(met[place])
      let weight = Double(toward[candidate])
      toward[candidate] = 0
      let gain = weight - resolution * strength * strengths[candidate] / level.total
      if gain > most, isConnected(strengths[candidate], outward[candidate], own, level.total) {
        (best, most, shared) = (candidate, gain, weight)
      }
    }
    guard best != node else { return }
    part[node] = UInt32(best)
    isSingle[node] = false
    isSingle[best] = false
    strengths[best] += strength
    outward[best] += outward[node] - 2 * shared
  }
}
