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
    /// The groupings in which the chains ended.
    var ends: [[Int]] = []
  }

  static func sample(
    _ scorer: inout BoatScorer, _ atoms: EvidenceAtoms, effort: BoatDiscriminator.Effort, seed: UInt64,
    starts: [[Int]]
  ) -> Samples {
    let number = scorer.table.items.count
    var samples = Samples(
      together: [Float](repeating: 0, count: number * number), unaccounted: [Double](repeating: 0, count: number))
    guard number > 0 else { return samples }
    let blocks = scorer.table.blocks(atoms)
    for chain in 0..<effort.chains {
      let start = Grouping(
        atoms: atoms.atoms, items: number, from: chain < starts.count ? starts[chain] : [], &scorer)
      let warming = starts.isEmpty ? effort.warming : effort.rewarming
      let counting = starts.isEmpty ? effort.counting : min(effort.counting, Self.recounting(number))
      var walk = GroupingChain(
        start: start, atoms: atoms, blocks: blocks, seed: seed &+ UInt64(chain) &* 0x9E37_79B9)
      for sweep in 0..<warming {
        walk.sharpness = starts.isEmpty ? 0.4 + 0.6 * Double(sweep) / Double(warming) : 1
        walk.sweep(&scorer)
      }
      walk.sharpness = 1
      for _ in 0..<counting {
        walk.sweep(&scorer)
        samples.take(walk.grouping, scorer)
      }
      samples.ends.append(walk.grouping.boatOf)
    }
    return samples
  }

  /// The rounds that count when chains go on from the last answer, with so much evidence: a large night gets fewer, for its
  /// rounds are longer and its officer waits.
  private static func recounting(_ number: Int) -> Int { max(leastRecounting, recountedItems / max(1, number)) }

  private static let leastRecounting = 12
  private static let recountedItems = 6_000
}

extension GroupingSampler.Samples {
  /// Counts one grouping.
  mutating func take(_ grouping: Grouping, _ scorer: BoatScorer) {
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
