/// Samples groupings by several chains, one after the other, and keeps how often two items are about one boat.
struct GroupingSampler {
  /// What the samples say.
  struct Samples {
    /// How often two items shared a boat, row by row.
    var together: [Float]
    /// How often a night had so many boats with at least one report.
    var counts: [Int: Int] = [:]
    /// For every item the sum over samples of the chance that somebody of its boat is not accounted for.
    var unaccounted: [Double]
    /// The distinct groupings with how often they came and their score.
    var groupings: [[Int]: (times: Int, log: Double)] = [:]
    var taken = 0
    /// Groupings spread over all samples, in which the next answer begins.
    var kept: [[Int]] = []
  }

  /// Where chains begin: groupings of the last answer, with −1 for what is new, and whether the officers' decisions and
  /// most of the evidence are as they were.
  struct Start {
    var groupings: [[Int]] = []
    var isGrown = false
  }

  static func sample(
    _ scorer: inout BoatScorer, _ atoms: EvidenceAtoms, effort: BoatDiscriminator.Effort, seed: UInt64, start: Start
  ) -> Samples {
    let number = scorer.table.items.count
    var samples = Samples(
      together: [Float](repeating: 0, count: number * number), unaccounted: [Double](repeating: 0, count: number))
    guard number > 0 else { return samples }
    let blocks = scorer.table.blocks(atoms)
    func walk(_ chain: Int, _ scorer: inout BoatScorer) -> GroupingChain {
      let earlier = chain < start.groupings.count ? start.groupings[chain] : []
      return GroupingChain(
        start: Grouping(atoms: atoms.atoms, items: number, from: earlier, &scorer), atoms: atoms, blocks: blocks,
        seed: seed &+ UInt64(chain) &* 0x9E37_79B9)
    }
    if start.isGrown {
      for (chain, earlier) in start.groupings.enumerated() {
        var walk = walk(chain, &scorer)
        walk.takeIn(atoms.atoms.indices.filter { earlier[Int(atoms.atoms[$0][0])] < 0 }, &scorer)
        samples.take(walk.grouping, scorer, keep: true)
      }
      return samples
    }
    let isFirst = start.groupings.isEmpty
    let chains = min(effort.chains, max(leastChains, chainItems / number))
    let warming = isFirst ? min(effort.warming, max(leastRounds, warmedItems / number)) : effort.rewarming
    let counting = min(effort.counting, max(leastRounds, countedItems / number))
    let stride = max(1, chains * counting / mostKept)
    for chain in 0..<chains {
      var walk = walk(chain, &scorer)
      for sweep in 0..<warming {
        walk.sharpness = isFirst ? 0.4 + 0.6 * Double(sweep) / Double(warming) : 1
        walk.sweep(&scorer)
      }
      walk.sharpness = 1
      for _ in 0..<counting {
        walk.sweep(&scorer)
        samples.take(walk.grouping, scorer, keep: samples.taken.isMultiple(of: stride))
      }
    }
    return samples
  }

  /// A large night gets fewer chains and rounds than asked for: its rounds are longer, and its officer waits.
  private static let leastChains = 2
  private static let chainItems = 800
  private static let leastRounds = 12
  private static let warmedItems = 3_000
  private static let countedItems = 6_000
  private static let mostKept = 50
}

extension GroupingSampler.Samples {
  /// Counts one grouping.
  mutating func take(_ grouping: Grouping, _ scorer: BoatScorer, keep: Bool) {
    let number = unaccounted.count
    taken += 1
    var withReports = 0
    for boat in grouping.boats {
      if boat.members.contains(where: { scorer.table.items[Int($0)].role.isReport }) { withReports += 1 }
      for member in boat.members {
        unaccounted[Int(member)] += boat.score.unaccounted
        for other in boat.members { together[Int(member) * number + Int(other)] += 1 }
      }
    }
    counts[withReports, default: 0] += 1
    let labels = Self.labels(grouping.boatOf)
    groupings[labels, default: (0, grouping.log(scorer))].times += 1
    if keep { kept.append(labels) }
  }

  /// A grouping with its boats numbered in the order of their first items, so that equal groupings are equal.
  static func labels(_ boatOf: [Int]) -> [Int] {
    var numbers: [Int: Int] = [:]
    return boatOf.map { boat in
      let number = numbers[boat] ?? numbers.count
      numbers[boat] = number
      return number
    }
  }
}

extension EvidenceTable.Role {
  /// Whether it is a report of people, by which a boat counts as reported.
  var isReport: Bool { self == .report || self == .partner }
}

extension EvidenceTable {
  /// The atoms that share a phone or a reference, where there are at least two.
  func blocks(_ atoms: EvidenceAtoms) -> [[Int]] {
    var byToken: [Int32: Set<Int>] = [:]
    for (index, item) in items.enumerated() {
      for token in item.references + (item.phone >= 0 ? [item.phone] : []) {
        byToken[token, default: []].insert(atoms.atomOf[index])
      }
    }
    return byToken.sorted { $0.key < $1.key }.map { $0.value.sorted() }.filter { $0.count > 1 }
  }
}
