/// One way to share the evidence out among boats, with its score.
struct Grouping {
  /// One boat of a grouping.
  struct Boat {
    /// Its evidence in ascending order.
    var members: [Int32] = []
    var hash: UInt64 = 0
    var score = BoatScorer.Score(log: 0, unaccounted: 1)
  }

  private(set) var boats: [Boat] = []
  /// The boat of each item, by its place in `boats`.
  private(set) var boatOf: [Int]

  /// Every atom alone, or where the atoms' first items lay in an earlier grouping; −1 there is alone.
  init(atoms: [[Int32]], items: Int, from earlier: [Int], _ scorer: inout BoatScorer) {
    boatOf = [Int](repeating: -1, count: items)
    var slots: [Int: Int] = [:]
    for atom in atoms {
      let label = earlier.isEmpty ? -1 : earlier[Int(atom[0])]
      add(atom, to: slots[label], &scorer)
      if label >= 0 { slots[label] = boatOf[Int(atom[0])] }
    }
  }

  /// The score of the whole: that of its boats and of their number.
  func log(_ scorer: BoatScorer) -> Double {
    boats.reduce(scorer.sizes.night(boats: boats.count)) { $0 + $1.score.log }
  }

  /// Two ascending lists as one.
  static func union(_ first: [Int32], _ second: [Int32]) -> [Int32] {
    var merged: [Int32] = []
    merged.reserveCapacity(first.count + second.count)
    var (left, right) = (0, 0)
    while left < first.count || right < second.count {
      if right == second.count || (left < first.count && first[left] < second[right]) {
        merged.append(first[left])
        left += 1
      } else {
        merged.append(second[right])
        right += 1
      }
    }
    return merged
  }

  /// Adds items that are in no boat to one, or to a new one.
  mutating func add(_ items: [Int32], to slot: Int?, _ scorer: inout BoatScorer) {
    let target = slot ?? boats.count
    if slot == nil { boats.append(Boat()) }
    boats[target].members = Self.union(boats[target].members, items)
    boats[target].hash ^= scorer.hash(items)
    boats[target].score = scorer.score(boats[target].members, hash: boats[target].hash)
    for item in items { boatOf[Int(item)] = target }
  }

  /// Takes items out of the one boat that they are in; a boat left empty goes, and the last one takes its place.
  mutating func remove(_ items: [Int32], _ scorer: inout BoatScorer) {
    guard let first = items.first else { return }
    let slot = boatOf[Int(first)]
    boats[slot].members.removeAll { items.contains($0) }
    boats[slot].hash ^= scorer.hash(items)
    for item in items { boatOf[Int(item)] = -1 }
    guard boats[slot].members.isEmpty else {
      boats[slot].score = scorer.score(boats[slot].members, hash: boats[slot].hash)
      return
    }
    boats.swapAt(slot, boats.count - 1)
    boats.removeLast()
    if slot < boats.count {
      for item in boats[slot].members { boatOf[Int(item)] = slot }
    }
  }

  /// Puts all items of one boat to another.
  mutating func merge(_ slot: Int, into other: Int, _ scorer: inout BoatScorer) {
    let items = boats[slot].members
    let keep = boats[other].members[0]
    remove(items, &scorer)
    add(items, to: boatOf[Int(keep)], &scorer)
  }
}
