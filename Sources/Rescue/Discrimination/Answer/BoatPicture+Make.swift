import Geodesy

extension BoatPicture {
  /// The picture that samples give.
  init(
    _ samples: GroupingSampler.Samples, _ scorer: inout BoatScorer, _ atoms: EvidenceAtoms, _ evidence: NightEvidence,
    now: Instant
  ) {
    let choice = GroupingChoice(samples)
    let labels = choice.best(samples, atoms)
    let items = scorer.table.items
    count = Count(samples)
    boatOf = Dictionary(zip(items.map(\.id), labels), uniquingKeysWith: { first, _ in first })
    var groups = [[Int32]](repeating: [], count: (labels.max() ?? -1) + 1)
    for (item, label) in labels.enumerated() { groups[label].append(Int32(item)) }
    contradictions = atoms.contradictions
    alternatives = Self.alternatives(samples, items, shown: labels)
    memberships = []
    boats = []
    question = nil
    let belonging = Belonging(choice, groups)
    for (number, group) in groups.enumerated() {
      boats.append(BoatEstimate(group, number: number, samples, &scorer, atoms, belonging, now: now))
    }
    for (item, label) in labels.enumerated() {
      memberships.append(
        Membership(
          id: items[item].id, boat: label, probability: belonging.chance(item, label),
          runnerUp: belonging.runnerUp(item, label),
          reasons: scorer.reasons(Int32(item), in: groups[label], atoms, evidence)))
    }
    question = scorer.question(groups, labels, belonging, boats)
  }

  private static let mostAlternatives = 5

  private static func alternatives(
    _ samples: GroupingSampler.Samples, _ items: [EvidenceTable.Item], shown: [Int]
  ) -> [Alternative] {
    let sorted = samples.groupings.filter { $0.key != shown }.sorted {
      ($1.value.times, $1.value.log, $0.key.description) < ($0.value.times, $0.value.log, $1.key.description)
    }
    return sorted.prefix(mostAlternatives).map { labels, found in
      var boats = [[EvidenceID]](repeating: [], count: (labels.max() ?? -1) + 1)
      for (item, label) in labels.enumerated() { boats[label].append(items[item].id) }
      return Alternative(boats: boats, probability: Double(found.times) / Double(max(1, samples.taken)))
    }
  }
}

/// How surely each item belongs to each group of the grouping shown.
struct Belonging {
  private let chances: [[Double]]

  init(_ choice: GroupingChoice, _ groups: [[Int32]]) {
    chances = (0..<choice.number).map { item in
      groups.map { group in
        let others = group.filter { Int($0) != item }
        guard !others.isEmpty else { return -1 }
        let sum = others.reduce(0.0) { $0 + Double(choice.together[item * choice.number + Int($1)]) }
        return sum / Double(others.count)
      }
    }
  }

  /// The chance that an item belongs to its group: for one that stands alone, that it belongs to no other.
  func chance(_ item: Int, _ group: Int) -> Double {
    let own = chances[item][group]
    guard own < 0 else { return min(1, own) }
    return max(0, 1 - chances[item].reduce(0) { $0 + max(0, $1) })
  }

  /// The other group to which it likeliest belongs.
  func runnerUp(_ item: Int, _ group: Int) -> Membership.RunnerUp? {
    var best: Membership.RunnerUp?
    for (other, chance) in chances[item].enumerated() where other != group && chance > best?.probability ?? 0.005 {
      best = Membership.RunnerUp(boat: other, probability: min(1, chance))
    }
    return best
  }
}

extension BoatPicture.Count {
  /// The interval that leaves out at most a twentieth at either end.
  ///
  /// Chains that are cut short see too little of the rare numbers, so a part of every chance goes to its neighbours; how
  /// large a part was found on nights with known truth.
  init(_ samples: GroupingSampler.Samples) {
    let all = Double(max(1, samples.taken))
    var spread: [Int: Double] = [:]
    for (boats, times) in samples.counts {
      let share = Double(times) / all
      let below = boats > 1 ? Self.neighbour : 0
      spread[boats, default: 0] += share * (1 - Self.neighbour - below)
      spread[boats + 1, default: 0] += share * Self.neighbour
      if below > 0 { spread[boats - 1, default: 0] += share * below }
    }
    if samples.counts.keys.allSatisfy({ $0 == 0 }) { spread = [0: 1] }
    chances = spread.sorted { $0.key < $1.key }.map { BoatPicture.Chance(boats: $0.key, probability: $0.value) }
    (least, likely, most) = (Self.quantile(chances, 0.05), Self.quantile(chances, 0.5), Self.quantile(chances, 0.95))
  }

  private static let neighbour = 0.03

  private static func quantile(_ chances: [BoatPicture.Chance], _ share: Double) -> Int {
    var sum = 0.0
    for chance in chances {
      sum += chance.probability
      if sum >= share { return chance.boats }
    }
    return chances.last?.boats ?? 0
  }
}
