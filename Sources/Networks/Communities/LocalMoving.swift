import Foundation

/// Moves single nodes to the community where they raise modularity most, until none can be moved to advantage.
///
/// Source: Traag, Waltman and van Eck, From Louvain to Leiden: guaranteeing well-connected communities (2019), algorithm A.2,
/// MoveNodesFast.
struct LocalMoving: ~Copyable {
  /// Room for the weight from the node in hand to each community; all 0 between nodes.
  private let toward: Scratch<Float>
  private let met: Scratch<UInt32>
  private let strengths: Scratch<Double>
  private let sizes: Scratch<UInt32>
  private let queue: Scratch<UInt32>
  private let isWaiting: Scratch<Bool>
  private let resolution: Double

  /// Room for levels of up to so many nodes.
  init(count: Int, resolution: Double) {
    toward = Scratch(repeating: 0, count: count)
    met = Scratch(repeating: 0, count: count + 1)
    strengths = Scratch(repeating: 0, count: count)
    sizes = Scratch(repeating: 0, count: count)
    queue = Scratch(repeating: 0, count: count)
    isWaiting = Scratch(repeating: false, count: count)
    self.resolution = resolution
  }

  /// Moves nodes of a level; communities are numbers below its count.
  ///
  /// - Parameter chance: shuffles the order in which nodes are looked at; nil takes them in their own.
  /// - Returns: how many moves were made.
  func run(_ level: borrowing CommunityLevel, _ community: borrowing Scratch<UInt32>, _ chance: inout Chance?) -> Int {
    let count = level.count
    guard count > 0, level.total > 0 else { return 0 }
    for node in 0..<count {
      strengths[node] = 0
      sizes[node] = 0
      queue[node] = UInt32(node)
      isWaiting[node] = true
    }
    for node in 0..<count {
      strengths[Int(community[node])] += level.strengths[node]
      sizes[Int(community[node])] += 1
    }
    if chance != nil { shuffle(count, &chance!) }
    let share = resolution / level.total
    var (head, waiting, moves) = (0, count, 0)
    // An empty community, for a node that is better off alone.
    var empty = 0
    while waiting > 0 {
      let node = Int(queue[head])
      head = head + 1 == count ? 0 : head + 1
      waiting -= 1
      isWaiting[node] = false
      let own = Int(community[node])
      let kinds = gather(level, community, node)
      let strength = level.strengths[node]
      strengths[own] -= strength
      let pull = strength * share
      var best = own
      var most = Double(toward[own]) - pull * strengths[own]
      let stay = most
      for place in 0..<kinds {
        let candidate = Int(met[place])
        let gain = Double(toward[candidate]) - pull * strengths[candidate]
        if gain > most { (best, most) = (candidate, gain) }
      }
      for place in 0..<kinds { toward[Int(met[place])] = 0 }
      if most < 0, sizes[own] > 1 {
        while sizes[empty] > 0 { empty = empty + 1 == count ? 0 : empty + 1 }
        (best, most) = (empty, 0)
      }
      guard best != own, most > stay + 1e-9 else {
        strengths[own] += strength
        continue
      }
      strengths[best] += strength
      sizes[own] -= 1
      sizes[best] += 1
      community[node] = UInt32(best)
      moves += 1
      for edge in level.row(node) {
        let other = Int(level.targets[edge])
        if !isWaiting[other], Int(community[other]) != best {
          isWaiting[other] = true
          let tail = head + waiting
          queue[tail >= count ? tail - count : tail] = UInt32(other)
          waiting += 1
        }
      }
    }
    return moves
  }

  /// Lets every node choose its community anew so many times, the better the likelier, while chance cools down to nothing.
  ///
  /// Many communities of equal worth hold one another in place; single moves to advantage do not free them, small random ones do.
  ///
  /// - Parameter temperature: how much a choice may lose at first, as a weight of edges.
  ///
  /// Source: Kirkpatrick, Gelatt and Vecchi, Optimization by simulated annealing (1983), with the choice of Gumbel's
  /// maximum, which draws each community by its exponential share.
  func anneal(
    _ level: borrowing CommunityLevel, _ community: borrowing Scratch<UInt32>, temperature: Double, sweeps: Int,
    _ chance: inout Chance
  ) {
    let noise = Scratch<Float>(repeating: 0, count: 1024)
    for place in 0..<1024 { noise[place] = Float(-log(-log((Double(place) + 0.5) / 1024))) }
    for node in 0..<level.count { strengths[node] = 0 }
    for node in 0..<level.count { strengths[Int(community[node])] += level.strengths[node] }
    for sweep in 0..<sweeps {
      let heat = Float(temperature * (1 - Double(sweep) / Double(sweeps)))
      for node in 0..<level.count { choose(level, community, node, heat, noise, &chance) }
    }
  }

  @inline(__always)
  private func choose(
    _ level: borrowing CommunityLevel, _ community: borrowing Scratch<UInt32>, _ node: Int, _ heat: Float,
    _ noise: borrowing Scratch<Float>, _ chance: inout Chance
  ) {
    let own = Int(community[node])
    let kinds = gather(level, community, node)
    let strength = level.strengths[node]
    strengths[own] -= strength
    let pull = resolution * strength / level.total
    var best = own
    var most = toward[own] - Float(pull * strengths[own]) + heat * noise[Int(chance.next() & 1023)]
    for place in 0..<kinds {
      let candidate = Int(met[place])
      let worth = toward[candidate] - Float(pull * strengths[candidate]) + heat * noise[Int(chance.next() & 1023)]
      if worth > most && candidate != own { (best, most) = (candidate, worth) }
    }
    for place in 0..<kinds { toward[Int(met[place])] = 0 }
    strengths[best] += strength
    community[node] = UInt32(best)
  }

  /// Sums the weights from a node to each community beside it, and tells how many communities those are.
  @inline(__always)
  private func gather(
    _ level: borrowing CommunityLevel, _ community: borrowing Scratch<UInt32>, _ node: Int
  ) -> Int {
    var kinds = 0
    for edge in level.row(node) {
      let other = Int(community[Int(level.targets[edge])])
      met[kinds] = UInt32(other)
      kinds += toward[other] == 0 ? 1 : 0
      toward[other] += level.weight(edge)
    }
    return kinds
  }

  private func shuffle(_ count: Int, _ chance: inout Chance) {
    var last = count - 1
    while last > 0 {
      let other = chance.whole(below: last + 1)
      (queue[last], queue[other]) = (queue[other], queue[last])
      last -= 1
    }
  }
}
