/// How well one boat explains a set of evidence: the sum of what its motion, its moments, its phones and references, the
/// people aboard and its description say. What was reckoned once is kept.
struct BoatScorer {
  /// The logarithm of the chance of a boat's evidence, and the chance that somebody aboard is not accounted for.
  struct Score: Sendable {
    var log: Double
    var unaccounted: Double
  }

  /// The parts of a score, for those who ask why.
  struct Parts {
    var sizes = 0.0
    var moments = 0.0
    var motion = 0.0
    var phones = 0.0
    var references = 0.0
    var people = 0.0
    var children = 0.0
    var colour = 0.0
    var departure = 0.0
    var unaccounted = 1.0

    var log: Double {
      sizes + moments + motion + phones + references + people + children + colour + departure
    }
  }

  let table: EvidenceTable
  private let keys: [UInt64]
  let sizes: SizeModel
  private var life: LifeModel
  private(set) var people: PeopleModel
  private let identity: IdentityModel
  private let description: DescriptionModel
  private(set) var motion: MotionFilter
  private(set) var known: [UInt64: Score] = [:]
  private(set) var affinity: [Float] = []
  private var events: [Int32] = []
  /// Two items that lose more than this by being about one boat are never tried together.
  private static let leastAffinity: Float = -3
  /// As many scores are kept; then the store is emptied and fills again.
  private static let mostKnown = 2_000_000

  init(table: EvidenceTable, known: [UInt64: Score] = [:]) {
    self.known = known
    keys = table.items.map(\.key)
    self.table = table
    let parameters = table.parameters
    sizes = SizeModel(parameters: parameters)
    life = LifeModel(table: table)
    people = PeopleModel(parameters: parameters)
    identity = IdentityModel(parameters: parameters)
    description = DescriptionModel(parameters: parameters)
    motion = MotionFilter(parameters: parameters)
  }

  /// The score of a set of evidence, with its items in ascending order and its hash.
  mutating func score(_ members: [Int32], hash: UInt64) -> Score {
    if let score = known[hash] { return score }
    let parts = parts(members)
    let score = Score(log: parts.log, unaccounted: parts.unaccounted)
    if known.count >= Self.mostKnown { known.removeAll(keepingCapacity: true) }
    known[hash] = score
    return score
  }

  /// The parts of the score of a set of evidence, with its items in ascending order.
  mutating func parts(_ members: [Int32]) -> Parts {
    var parts = Parts()
    var counts = (reports: 0, partners: 0, tracks: 0)
    var phones: [Int32] = []
    var references: [Int32] = []
    var colours: [Int32] = []
    var departures: [Int32] = []
    var children: [Double] = []
    var rows: [Int32] = []
    var lifts: [(seconds: Double, people: Int?)] = []
    let items = table.items
    events.removeAll(keepingCapacity: true)
    for member in members {
      let index = Int(member)
      switch items[index].role {
      case .report: counts.reports += 1
      case .partner: counts.partners += 1
      case .track: counts.tracks += 1
      case .recovery: lifts.append((items[index].seconds, items[index].lifted))
      }
      if items[index].phone >= 0 { phones.append(items[index].phone) }
      if !items[index].references.isEmpty { references.append(contentsOf: items[index].references) }
      if items[index].colour >= 0 { colours.append(items[index].colour) }
      if items[index].departure >= 0 { departures.append(items[index].departure) }
      if let count = items[index].children { children.append(count) }
      if items[index].saysPeople { rows.append(member) }
      for event in items[index].events { events.append(event) }
    }
    events.sort()
    lifts.sort { $0.seconds < $1.seconds }
    parts.sizes = sizes.boat(reports: counts.reports, partners: counts.partners, tracks: counts.tracks)
    parts.moments = logarithm(table.parameters.departureShare) + life.logLikelihood(members, table)
    parts.motion = motion.logLikelihood(events, of: table)
    parts.phones = identity.phones(phones)
    parts.references = identity.references(references)
    parts.colour = description.colours(colours)
    parts.departure = description.departures(departures)
    parts.children = description.children(children)
    (parts.people, parts.unaccounted) = people.weigh(rows: rows, lifts: lifts.map(\.people), of: table)
    return parts
  }
}

extension BoatScorer {
  /// Whether some evidence can be about the boat of other evidence at all, before anything dear is reckoned.
  func mayFit(_ items: [Int32], _ members: [Int32]) -> Bool {
    let number = table.items.count
    guard affinity.count == number * number else { return true }
    for item in items {
      let row = Int(item) * number
      for member in members where affinity[row + Int(member)] < Self.leastAffinity { return false }
    }
    return true
  }

  /// What every two items gain by being about one boat; those that lose too much are never tried together.
  mutating func compareAll() {
    let number = table.items.count
    affinity = [Float](repeating: 0, count: number * number)
    let alone = (0..<number).map { score([Int32($0)], hash: table.items[$0].key).log }
    for first in 0..<number {
      for second in first + 1..<max(first + 1, number) {
        let pair = score([Int32(first), Int32(second)], hash: table.items[first].key ^ table.items[second].key)
        let gain = Float(pair.log - alone[first] - alone[second])
        affinity[first * number + second] = gain
        affinity[second * number + first] = gain
      }
    }
  }

  /// A score that is known, or that of the union of two sets.
  mutating func score(_ first: [Int32], with second: [Int32], hash: UInt64) -> Score {
    known[hash] ?? score(Grouping.union(first, second), hash: hash)
  }

  /// The hash of some evidence, whatever its order.
  func hash(_ items: [Int32]) -> UInt64 {
    var hash: UInt64 = 0
    for item in items { hash ^= keys[Int(item)] }
    return hash
  }

  /// The recoveries among some evidence.
  func recoveries(_ members: [Int32]) -> [Int32] {
    members.filter { table.items[Int($0)].role == .recovery }
  }
}
