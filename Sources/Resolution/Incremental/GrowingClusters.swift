/// Clusters that take in one record at a time and stay those that the whole set would have.
///
/// Records that no pair connects do not touch each other's clusters, so a new record changes only the connected part that its pairs
/// reach, which is gathered anew.
public struct GrowingClusters: Sendable {
  /// The cluster of each record, numbered by its lowest record.
  public private(set) var clusters: [UInt32]
  private var neighbours: [UInt32: [ScoredPair]] = [:]
  private let limits: ResolutionLimits
  private let constraints: Constraints

  /// Clusters of an answer.
  public init(
    _ answer: ResolutionAnswer, constraints: Constraints = Constraints(), limits: ResolutionLimits = ResolutionLimits()
  ) {
    clusters = answer.clusters
    self.limits = limits
    self.constraints = constraints
    for pair in answer.candidatePairs where pair.bits > 0 { connect(pair) }
    for (left, right) in constraints.same {
      connect(ScoredPair(left: UInt32(left), right: UInt32(right), bits: .greatestFiniteMagnitude))
    }
  }

  private mutating func connect(_ pair: ScoredPair) {
    neighbours[pair.left, default: []].append(pair)
    neighbours[pair.right, default: []].append(pair)
  }

  /// Takes in a new record, whose place is the next one.
  ///
  /// - Parameters:
  ///   - matches: its matches among the records before it.
  ///   - index: the index, which holds the record.
  /// - Returns: the records of its cluster, itself among them.
  public mutating func add(
    _ matches: [RecordIndex.Match], of index: RecordIndex
  ) -> [Int] {
    let place = UInt32(clusters.count)
    clusters.append(place)
    for match in matches where match.bits > 0 {
      connect(ScoredPair(left: UInt32(match.record), right: place, bits: match.bits))
    }
    let part = connectedPart(of: place)
    let local = Dictionary(uniqueKeysWithValues: part.enumerated().map { ($1, $0) })
    var pairs = [ScoredPair]()
    for record in part {
      for pair in neighbours[record] ?? [] where pair.left == record && pair.bits < .greatestFiniteMagnitude {
        guard let left = local[pair.left], let right = local[pair.right] else { continue }
        pairs.append(ScoredPair(left: UInt32(left), right: UInt32(right), bits: pair.bits))
      }
    }
    pairs.sort { ($0.left, $0.right) < ($1.left, $1.right) }
    func within(_ pairs: [(left: Int, right: Int)]) -> [(left: Int, right: Int)] {
      pairs.compactMap { pair in
        guard let left = local[UInt32(pair.left)], let right = local[UInt32(pair.right)] else { return nil }
        return (left, right)
      }
    }
    let judged = Constraints(same: within(constraints.same), different: within(constraints.different))
    var clustering = Clustering(count: part.count, constraints: judged, limits: limits)
    clustering.gather(pairs) { index.evidence(Int(part[Int($0)]), Int(part[Int($1)])) }
    for (record, cluster) in zip(part, clustering.clusters) { clusters[Int(record)] = part[Int(cluster)] }
    return part.filter { clusters[Int($0)] == clusters[Int(place)] }.map { Int($0) }
  }

  /// The records that pairs connect with one, in their order.
  private func connectedPart(of record: UInt32) -> [UInt32] {
    var (seen, open): (Set<UInt32>, [UInt32]) = ([record], [record])
    while let next = open.popLast() {
      for pair in neighbours[next] ?? [] {
        let other = pair.left == next ? pair.right : pair.left
        if seen.insert(other).inserted { open.append(other) }
      }
    }
    return seen.sorted()
  }
}
