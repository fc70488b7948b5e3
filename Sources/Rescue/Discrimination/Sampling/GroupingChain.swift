/// A Markov chain over groupings whose long-run shares are their chances, given the evidence.
///
/// Three moves: Gibbs steps that put one atom, or all atoms of one phone or reference, to any boat; splits and merges
/// proposed by sequential allocation (Dahl 2003); and exchanges of recoveries between two boats.
struct GroupingChain {
  private(set) var grouping: Grouping
  private var random: GroupingRandom
  private let atoms: EvidenceAtoms
  /// Atoms that share a phone or a reference.
  private let blocks: [[Int]]
  /// 1 for the chances themselves; less while the chain warms up.
  var sharpness = 1.0

  init(start: Grouping, atoms: EvidenceAtoms, blocks: [[Int]], seed: UInt64) {
    grouping = start
    self.atoms = atoms
    self.blocks = blocks
    random = GroupingRandom(seed: seed)
  }

  /// Once through all atoms and blocks, with as many splits, merges and exchanges beside.
  mutating func sweep(_ scorer: inout BoatScorer) {
    for atom in atoms.atoms.indices { relocate(atoms.atoms[atom], &scorer) }
    for block in blocks { relocate(block: block, &scorer) }
    let moves = max(4, atoms.atoms.count / 4)
    for _ in 0..<moves { splitOrMerge(&scorer) }
    for _ in 0..<moves { exchange(&scorer) }
  }

  /// Takes in fresh atoms: puts them, and then all that share a boat with them, where the chances say, and goes through a
  /// part of the rest.
  mutating func takeIn(_ fresh: [Int], _ scorer: inout BoatScorer) {
    for atom in fresh { relocate(atoms.atoms[atom], &scorer) }
    for _ in 0..<Self.roundsOfFresh {
      let boats = Set(fresh.map { grouping.boatOf[Int(atoms.atoms[$0][0])] })
      let near = boats.sorted().flatMap { grouping.boats[$0].members.map { atoms.atomOf[Int($0)] } }
      for atom in Set(near).sorted() { relocate(atoms.atoms[atom], &scorer) }
    }
    for _ in 0..<atoms.atoms.count / Self.partOfRest {
      relocate(atoms.atoms[random.below(atoms.atoms.count)], &scorer)
    }
  }

  private static let roundsOfFresh = 2
  private static let partOfRest = 10

  /// A Gibbs step: takes items out of their boat and puts them to any boat, or to a new one, by the chances.
  private mutating func relocate(_ items: [Int32], _ scorer: inout BoatScorer) {
    grouping.remove(items, &scorer)
    let number = grouping.boats.count
    var weights: [Double] = []
    weights.reserveCapacity(number + 1)
    let hash = scorer.hash(items)
    for boat in grouping.boats {
      weights.append(sharpness * gain(items, hash, boat, &scorer))
    }
    let alone = scorer.score(items, hash: hash).log
    weights.append(
      sharpness * (alone + scorer.sizes.night(boats: number + 1) - scorer.sizes.night(boats: number)))
    let picked = random.pick(logWeights: weights)
    grouping.add(items, to: picked == number ? nil : picked, &scorer)
  }

  /// What the score of a boat gains by some items; −∞ where they may not meet.
  private func gain(_ items: [Int32], _ hash: UInt64, _ boat: Grouping.Boat, _ scorer: inout BoatScorer) -> Double {
    guard scorer.mayFit(items, boat.members), atoms.mayMeet(items, boat.members) else { return -.infinity }
    return scorer.score(boat.members, with: items, hash: boat.hash ^ hash).log - boat.score.log
  }

  /// The same step for all items of a block that now lie in one boat.
  private mutating func relocate(block: [Int], _ scorer: inout BoatScorer) {
    let start = atoms.atoms[block[random.below(block.count)]][0]
    let slot = grouping.boatOf[Int(start)]
    let items = block.map { atoms.atoms[$0] }.filter { grouping.boatOf[Int($0[0])] == slot }.flatMap { $0 }.sorted()
    relocate(items, &scorer)
  }
}

extension GroupingChain {
  /// Proposes to split the boat of two atoms or to merge their two boats.
  private mutating func splitOrMerge(_ scorer: inout BoatScorer) {
    let count = atoms.atoms.count
    guard count > 1 else { return }
    let first = random.below(count)
    let second = (first + 1 + random.below(count - 1)) % count
    let (left, right) = (atoms.atoms[first], atoms.atoms[second])
    let slots = (grouping.boatOf[Int(left[0])], grouping.boatOf[Int(right[0])])
    if slots.0 == slots.1 {
      split(slots.0, (first, second), &scorer)
    } else if scorer.mayFit(left, right) {
      merge(slots, (first, second), &scorer)
    }
  }

  private mutating func split(_ slot: Int, _ seeds: (Int, Int), _ scorer: inout BoatScorer) {
    let boat = grouping.boats[slot]
    guard let parted = allocate(boat.members, seeds, nil, &scorer) else { return }
    let number = grouping.boats.count
    let change =
      parted.left.score.log + parted.right.score.log - boat.score.log + scorer.sizes.night(boats: number + 1)
      - scorer.sizes.night(boats: number)
    guard logarithm(max(random.unit(), 1e-300)) < sharpness * change - parted.log else { return }
    grouping.remove(parted.right.members, &scorer)
    grouping.add(parted.right.members, to: nil, &scorer)
  }

  private mutating func merge(_ slots: (Int, Int), _ seeds: (Int, Int), _ scorer: inout BoatScorer) {
    let (left, right) = (grouping.boats[slots.0], grouping.boats[slots.1])
    guard scorer.mayFit(left.members, right.members), atoms.mayMeet(left.members, right.members) else { return }
    let members = Grouping.union(left.members, right.members)
    let merged = scorer.score(members, hash: left.hash ^ right.hash)
    let number = grouping.boats.count
    let change =
      merged.log - left.score.log - right.score.log + scorer.sizes.night(boats: number - 1)
      - scorer.sizes.night(boats: number)
    // A merge that its reverse cannot make up for need not be allocated at all.
    guard sharpness * change > -40, let parted = allocate(members, seeds, left.members, &scorer) else { return }
    guard logarithm(max(random.unit(), 1e-300)) < sharpness * change + parted.log else { return }
    grouping.merge(slots.1, into: slots.0, &scorer)
  }

  /// Shares a boat's atoms out between two seeds one after the other, by the chances, or as they already lie.
  ///
  /// - Returns: both parts and the logarithm of the chance of this outcome, or nil when a part may not be.
  private mutating func allocate(
    _ members: [Int32], _ seeds: (Int, Int), _ given: [Int32]?, _ scorer: inout BoatScorer
  ) -> (left: Grouping.Boat, right: Grouping.Boat, log: Double)? {
    var order = Set(members.map { atoms.atomOf[Int($0)] }).subtracting([seeds.0, seeds.1]).sorted()
    order.shuffle(using: &random)
    var left = scored(atoms.atoms[seeds.0], &scorer)
    var right = scored(atoms.atoms[seeds.1], &scorer)
    guard atoms.mayMeet(left.members, left.members), atoms.mayMeet(right.members, right.members) else { return nil }
    var log = 0.0
    for atom in order {
      let items = atoms.atoms[atom]
      let hash = scorer.hash(items)
      let toLeft = sharpness * gain(items, hash, left, &scorer)
      let toRight = sharpness * gain(items, hash, right, &scorer)
      guard toLeft > -.infinity || toRight > -.infinity else { return nil }
      let both = logSum(toLeft, toRight)
      let goesLeft = given.map { $0.contains(items[0]) } ?? (logarithm(max(random.unit(), 1e-300)) < toLeft - both)
      log += (goesLeft ? toLeft : toRight) - both
      if goesLeft { left = joined(left, items, hash, &scorer) } else { right = joined(right, items, hash, &scorer) }
    }
    return log > -.infinity ? (left, right, log) : nil
  }

  private func scored(_ items: [Int32], _ scorer: inout BoatScorer) -> Grouping.Boat {
    let hash = scorer.hash(items)
    return Grouping.Boat(members: items, hash: hash, score: scorer.score(items, hash: hash))
  }

  private func joined(
    _ boat: Grouping.Boat, _ items: [Int32], _ hash: UInt64, _ scorer: inout BoatScorer
  ) -> Grouping.Boat {
    let members = Grouping.union(boat.members, items)
    return Grouping.Boat(
      members: members, hash: boat.hash ^ hash, score: scorer.score(members, hash: boat.hash ^ hash))
  }

  /// Exchanges the recoveries of two boats, either of which may have none.
  private mutating func exchange(_ scorer: inout BoatScorer) {
    let number = grouping.boats.count
    guard number > 1 else { return }
    let first = random.below(number)
    let second = (first + 1 + random.below(number - 1)) % number
    let (left, right) = (grouping.boats[first], grouping.boats[second])
    let (fromLeft, fromRight) = (scorer.recoveries(left.members), scorer.recoveries(right.members))
    guard !fromLeft.isEmpty || !fromRight.isEmpty else { return }
    // A recovery that is tied to reports by an officer stays, and no boat is left without evidence.
    guard (fromLeft + fromRight).allSatisfy({ atoms.atoms[atoms.atomOf[Int($0)]].count == 1 }),
      fromLeft.count < left.members.count, fromRight.count < right.members.count
    else { return }
    let (restLeft, restRight) = (
      left.members.filter { !fromLeft.contains($0) }, right.members.filter { !fromRight.contains($0) }
    )
    guard scorer.mayFit(fromRight, restLeft), scorer.mayFit(fromLeft, restRight) else { return }
    let (newLeft, newRight) = (Grouping.union(restLeft, fromRight), Grouping.union(restRight, fromLeft))
    guard atoms.mayMeet(newLeft, newLeft), atoms.mayMeet(newRight, newRight) else { return }
    let moved = scorer.hash(fromLeft) ^ scorer.hash(fromRight)
    let change =
      scorer.score(newLeft, hash: left.hash ^ moved).log + scorer.score(newRight, hash: right.hash ^ moved).log
      - left.score.log - right.score.log
    guard logarithm(max(random.unit(), 1e-300)) < sharpness * change else { return }
    if !fromLeft.isEmpty { grouping.remove(fromLeft, &scorer) }
    if !fromRight.isEmpty { grouping.remove(fromRight, &scorer) }
    grouping.add(fromLeft, to: grouping.boatOf[Int(restRight[0])], &scorer)
    grouping.add(fromRight, to: grouping.boatOf[Int(restLeft[0])], &scorer)
  }
}
