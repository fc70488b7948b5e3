import Geodesy

extension BoatEstimate {
  init(
    _ group: [Int32], number: Int, _ samples: GroupingSampler.Samples, _ scorer: inout BoatScorer,
    _ atoms: EvidenceAtoms,
    _ belonging: Belonging, now: Instant
  ) {
    let items = scorer.table.items
    let ordered = group.sorted { (items[Int($0)].seconds, $0) < (items[Int($1)].seconds, $1) }
    members = ordered.map { items[Int($0)].id }
    confirmedAs = group.lazy.compactMap { atoms.name(of: Int($0)) }.first
    whereabouts = scorer.whereabouts(group, at: now)
    _ = scorer.parts(group)
    people = Self.interval(scorer.people.numberAboard)
    recovered = group.reduce(0) { $0 + (items[Int($1)].lifted ?? 0) }
    let reports = group.filter { items[Int($0)].role.isReport }
    let asked = reports.isEmpty ? group : reports
    let sum = asked.reduce(0) { $0 + samples.unaccounted[Int($1)] }
    sampled = SampledAccount(
      chance: sum / Double(max(1, asked.count * samples.taken)),
      isRecovered: group.contains { items[Int($0)].role == .recovery })
    unaccounted = sampled.unaccounted(scorer.table.parameters)
    settling = Self.needs(ordered, items, people, recovered) { belonging.chance(Int($0), number) }
  }

  private static func needs(
    _ ordered: [Int32], _ items: [EvidenceTable.Item], _ people: ClosedRange<Int>, _ recovered: Int,
    chance: (Int32) -> Double
  ) -> [SettlingNeed] {
    let lifts = ordered.filter { items[Int($0)].role == .recovery }
    guard let first = lifts.first else { return [.find] }
    var needs: [SettlingNeed] = []
    if people.upperBound > recovered { needs.append(.numberAboard(people, recovered: recovered)) }
    for lift in lifts where ordered.count > 1 {
      let doubt = 1 - chance(lift)
      if doubt > Self.leastDoubt { needs.append(.recoveryIsThisBoat(items[Int(lift)].id, doubt: doubt)) }
    }
    for member in ordered where items[Int(member)].role.isReport {
      let after = items[Int(member)].seconds - items[Int(first)].seconds
      if after > 0 { needs.append(.reportAfterRecovery(items[Int(member)].id, seconds: after)) }
    }
    return needs
  }

  /// A doubt that is worth a question.
  private static let leastDoubt = 0.05

  /// The ends of the 90 % interval of chances over 1, 2, 3 … people.
  private static func interval(_ chances: [Double]) -> ClosedRange<Int> {
    var sum = 0.0
    var least: Int?
    for (index, chance) in chances.enumerated() {
      sum += chance
      if least == nil, sum >= 0.05 { least = index + 1 }
      if sum >= 0.95 { return (least ?? 1)...(index + 1) }
    }
    return (least ?? 1)...max(least ?? 1, chances.count)
  }
}

extension BoatScorer {
  /// Where the boat of some evidence is at a moment.
  mutating func whereabouts(_ members: [Int32], at now: Instant) -> BoatEstimate.Whereabouts? {
    var filter = motion
    let seconds = now.seconds(since: table.reference)
    guard let estimate = filter.estimate(eventsOf(members), at: seconds, of: table) else { return nil }
    return BoatEstimate.Whereabouts(
      position: table.plane.position(eastMetres: estimate.place.x, northMetres: estimate.place.y), time: now,
      eastVariance: estimate.variance.x, northVariance: estimate.variance.y, covariance: estimate.covariance,
      drifting: min(1, max(0, estimate.drifts)))
  }

  /// The events of some evidence in the order of time.
  func eventsOf(_ members: [Int32]) -> [Int32] { members.flatMap { table.items[Int($0)].events }.sorted() }
}
