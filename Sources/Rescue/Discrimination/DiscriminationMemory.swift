import Geodesy

/// What a discriminator keeps from one answer to the next.
struct DiscriminationMemory: Sendable {
  private(set) var reference: Instant?
  private(set) var scores: [UInt64: BoatScorer.Score] = [:]
  private var chains: [[EvidenceID: Int]] = []
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

  /// The groupings in which the chains of the last answer ended, for the items of a table; −1 for new ones.
  func starts(_ table: EvidenceTable) -> [[Int]] {
    chains.map { chain in table.items.map { chain[$0.id] ?? -1 } }
  }

  /// Keeps what the next answer can use.
  mutating func keep(_ known: [UInt64: BoatScorer.Score], _ ends: [[Int]], _ table: EvidenceTable) {
    scores = known
    chains = ends.map { labels in
      Dictionary(zip(table.items.map(\.id), labels), uniquingKeysWith: { first, _ in first })
    }
  }
}
