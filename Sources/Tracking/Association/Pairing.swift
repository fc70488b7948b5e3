/// A craft and a plot that may belong together.
struct Pairing {
  let craft: Int
  let plot: Int
  /// How much more likely it is that they do than that the craft was missed and the plot false, as a logarithm.
  let gain: Double
}

/// Decides which plot belongs to which craft for all of them at once, so that boats side by side do not take each other's.
///
/// Craft and plots that share no pairing, directly or through others, are decided apart from each other.
enum GlobalAssignment {
  /// Beyond so many craft in one group only the best pairings are kept, a few for each: a sea of clutter must not stall it.
  static let greatestGroup = 300
  private static let pairingsInLargeGroup = 4

  /// - Parameter pairings: each craft's together, in the order of the craft.
  /// - Returns: The plot of each craft; −1 for a craft that was missed.
  static func plots(ofCraft craftCount: Int, amongPlots plotCount: Int, _ pairings: [Pairing]) -> [Int] {
    var groups = Groups(count: craftCount + plotCount)
    for pairing in pairings { groups.join(pairing.craft, craftCount + pairing.plot) }
    let keyed = pairings.indices.map { (group: groups.leader(of: pairings[$0].craft), place: $0) }
      .sorted { ($0.group, $0.place) < ($1.group, $1.place) }
    var plots = [Int](repeating: -1, count: craftCount)
    var first = 0
    while first < keyed.count {
      var end = first + 1
      while end < keyed.count, keyed[end].group == keyed[first].group { end += 1 }
      if end == first + 1 {
        let alone = pairings[keyed[first].place]
        if alone.gain > 0 { plots[alone.craft] = alone.plot }
      } else {
        decide(keyed[first..<end].map { pairings[$0.place] }, into: &plots)
      }
      first = end
    }
    return plots
  }

  private static func decide(_ pairings: [Pairing], into plots: inout [Int]) {
    let craft = Array(Set(pairings.map(\.craft))).sorted()
    let pairings = craft.count > greatestGroup ? best(of: pairings) : pairings
    let seen = Array(Set(pairings.map(\.plot))).sorted()
    let rowOf = Dictionary(uniqueKeysWithValues: craft.enumerated().map { ($1, $0) })
    let columnOf = Dictionary(uniqueKeysWithValues: seen.enumerated().map { ($1, $0) })
    var problem = AssignmentProblem(rows: craft.count, columns: seen.count)
    for pairing in pairings {
      if let row = rowOf[pairing.craft], let column = columnOf[pairing.plot] {
        problem.set(row, column, gain: pairing.gain)
      }
    }
    for (row, column) in problem.solve().enumerated() where column >= 0 { plots[craft[row]] = seen[column] }
  }

  private static func best(of pairings: [Pairing]) -> [Pairing] {
    Dictionary(grouping: pairings, by: \.craft).sorted { $0.key < $1.key }.flatMap { _, own in
      own.sorted { ($0.gain, $1.plot) > ($1.gain, $0.plot) }.prefix(pairingsInLargeGroup)
    }
  }
}

/// Which of many things hang together, found by joining pairs.
struct Groups {
  private var parents: [Int]

  init(count: Int) { parents = Array(0..<count) }

  mutating func leader(of member: Int) -> Int {
    var member = member
    while parents[member] != member {
      parents[member] = parents[parents[member]]
      member = parents[member]
    }
    return member
  }

  mutating func join(_ one: Int, _ other: Int) {
    let (first, second) = (leader(of: one), leader(of: other))
    parents[max(first, second)] = min(first, second)
  }
}
