import Geodesy

/// What a discriminator keeps from one answer to the next.
struct DiscriminationMemory: Sendable {
  private(set) var reference: Instant?
  private(set) var scores: [UInt64: BoatScorer.Score] = [:]
  private var kept: [[UInt64: Int]] = []
  private var decisions: [OfficerConstraint] = []
  private var keys: [ContactEvidence: UInt64] = [:]
  private var recoveryKeys: [RecoveryEvidence: UInt64] = [:]
  private var trackKeys: [TrackEvidence: UInt64] = [:]
  private var nextKey: UInt64 = 1
  private var sea: SeaSeries?

  /// Gives each piece of evidence the key by which scores are known: the same content has the same key for ever.
  mutating func take(_ evidence: NightEvidence, _ table: inout EvidenceTable) {
    if sea != evidence.sea {
      scores.removeAll(keepingCapacity: true)
      sea = evidence.sea
    }
    reference = table.reference
    var index = 0
    var seen: [UInt64: UInt64] = [:]
    func key<Evidence: Hashable>(_ value: Evidence, _ known: inout [Evidence: UInt64]) -> UInt64 {
      if let key = known[value] { return key }
      defer { nextKey += 1 }
      known[value] = nextKey
      return nextKey
    }
    // Evidence that is given twice is two pieces, and two equal keys would cancel each other.
    func mixed(_ key: UInt64) -> UInt64 {
      let times = seen[key, default: 0]
      seen[key] = times + 1
      return GroupingRandom.mixed(key &+ times << 40)
    }
    for contact in evidence.contacts {
      table.items[index].key = mixed(key(contact, &keys))
      index += 1
    }
    for recovery in evidence.recoveries {
      table.items[index].key = mixed(key(recovery, &recoveryKeys))
      index += 1
    }
    for track in evidence.tracks {
      table.items[index].key = mixed(key(track, &trackKeys))
      index += 1
    }
  }

  /// The scores that are known, handed over whole: a copy of a great night's would cost more than a report.
  mutating func takeScores() -> [UInt64: BoatScorer.Score] {
    defer { scores = [:] }
    return scores
  }

  /// The groupings of the last answer for the items of a table; −1 for new ones.
  func start(_ table: EvidenceTable, _ constraints: [OfficerConstraint]) -> GroupingSampler.Start {
    let groupings = kept.map { grouping in table.items.map { grouping[$0.key] ?? -1 } }
    let isFew = (groupings.first ?? []).count { $0 < 0 } <= table.items.count / Self.partOfFew
    return GroupingSampler.Start(groupings: groupings, isGrown: !groupings.isEmpty && isFew && constraints == decisions)
  }

  /// More new evidence than one part in so many is sampled afresh.
  private static let partOfFew = 20

  /// Keeps what the next answer can use.
  mutating func keep(
    _ known: [UInt64: BoatScorer.Score], _ groupings: [[Int]], _ table: EvidenceTable,
    _ constraints: [OfficerConstraint]
  ) {
    scores = known
    decisions = constraints
    kept = groupings.map { labels in
      Dictionary(zip(table.items.map(\.key), labels), uniquingKeysWith: { first, _ in first })
    }
  }
}
