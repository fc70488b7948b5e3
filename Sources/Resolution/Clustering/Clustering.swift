/// Gathers records into clusters so that agreements within and differences between weigh most (correlation clustering; Bansal,
/// Blum and Chawla 2004), from the surest pair down.
///
/// Two clusters are joined when the evidence of all their pairs together speaks for it, those that no rule of blocking found among them;
/// so one likely pair does not chain two entities. What people judged is obeyed. Records that no pair connects do not touch each
/// other, so that part of a set can be gathered alone and gives the same clusters.
struct Clustering {
  /// What the evidence of one pair can add at least and at most, in bits, so that no single pair decides alone.
  private static let (leastBits, mostBits) = (Float(-12), Float(20))
  /// How much what each field says at best counts beside the mean of pairs. With a half or more, clusters of common names begin to
  /// swallow each other; with none, poor copies stay apart.
  private static let shareOfBest: Float = 0.25
  /// Under this probability a join of more than two records is reported as a doubtful bridge.
  private static let doubtful = 0.9
  private let limits: ResolutionLimits
  private var parent: [UInt32]
  /// The next record of the same cluster, in a ring.
  private var next: [UInt32]
  private var size: [UInt32]
  private var parted: [UInt32: Set<UInt32>] = [:]
  /// Joins that hang by little.
  private(set) var bridges: [DoubtfulBridge] = []
  /// The pairs within clusters, each with the stronger of its own evidence and that of the clusters that were joined; and the
  /// other pairs, with the evidence that kept their clusters apart.
  private(set) var pairs: [ScoredPair] = []

  /// - Parameter count: how many records there are.
  init(count: Int, constraints: Constraints, limits: ResolutionLimits) {
    self.limits = limits
    parent = (0..<UInt32(count)).map(\.self)
    next = parent
    size = [UInt32](repeating: 1, count: count)
    for pair in constraints.different {
      parted[UInt32(pair.left), default: []].insert(UInt32(pair.right))
      parted[UInt32(pair.right), default: []].insert(UInt32(pair.left))
    }
    for pair in constraints.same {
      let (one, other) = (root(UInt32(pair.left)), root(UInt32(pair.right)))
      if one != other, !areParted(members(one), members(other)) { join(one, other) }
    }
  }

  /// The cluster of each record, numbered by its lowest record.
  var clusters: [UInt32] {
    var lowest = [UInt32](repeating: .max, count: parent.count)
    return parent.indices.map { record in
      let root = Int(root(UInt32(record)))
      if lowest[root] == .max { lowest[root] = UInt32(record) }
      return lowest[root]
    }
  }

  /// Gathers the records of these pairs.
  ///
  /// - Parameter weigh: the evidence of any two records, field by field, in bits.
  mutating func gather(_ scored: [ScoredPair], weigh: (UInt32, UInt32) -> FieldEvidence) {
    let order = Self.order(of: scored)
    var apart = [Int: Float]()
    for index in order {
      let pair = scored[index]
      let (one, other) = (root(pair.left), root(pair.right))
      guard one != other else { continue }
      if size[Int(one)] == 1, size[Int(other)] == 1, parted.isEmpty {
        pairs.append(pair)
        join(one, other)
        continue
      }
      let (left, right) = (members(one), members(other))
      let bits = areParted(left, right) ? Self.leastBits : linkage(left, right, weigh)
      guard bits > 0 else {
        apart[index] = bits
        continue
      }
      report(pair, left, right, bits)
      keep(left, right, bits, weigh)
      join(one, other)
    }
    for (index, pair) in scored.enumerated() where root(pair.left) != root(pair.right) {
      pairs.append(ScoredPair(left: pair.left, right: pair.right, bits: min(pair.bits, apart[index] ?? pair.bits)))
    }
  }

  /// The pairs that speak for one entity, the surest first.
  private static func order(of pairs: [ScoredPair]) -> [Int] {
    // Bits of positive numbers sort as the numbers do; the lowest places hold which pair it is.
    let keys = pairs.indices.filter { pairs[$0].bits > 0 }.map { UInt64(~pairs[$0].bits.bitPattern) << 32 | UInt64($0) }
    return keys.sorted().map { Int($0 & 0xFFFF_FFFF) }
  }

  private mutating func report(_ pair: ScoredPair, _ left: [UInt32], _ right: [UInt32], _ bits: Float) {
    let probability = LinkageModel.probability(bits: Double(bits))
    guard probability < Self.doubtful, left.count + right.count > 2 else { return }
    bridges.append(
      DoubtfulBridge(
        left: pair.left, right: pair.right, leftCount: left.count, rightCount: right.count,
        probability: probability))
  }

  private mutating func keep(
    _ left: [UInt32], _ right: [UInt32], _ bits: Float, _ weigh: (UInt32, UInt32) -> FieldEvidence
  ) {
    for one in left.prefix(limits.weighedMembers) {
      for other in right.prefix(limits.weighedMembers) {
        pairs.append(
          ScoredPair(left: min(one, other), right: max(one, other), bits: max(bits, weigh(one, other).sum())))
      }
    }
  }

  /// The evidence between two clusters: mostly the mean over their pairs, and in part what each field says at best, since a poor
  /// copy may have one field of this and another of that good copy.
  private func linkage(
    _ left: [UInt32], _ right: [UInt32], _ weigh: (UInt32, UInt32) -> FieldEvidence
  ) -> Float {
    var (sum, count) = (Float(0), Float(0))
    var best = FieldEvidence(repeating: -.greatestFiniteMagnitude)
    for one in left.prefix(limits.weighedMembers) {
      for other in right.prefix(limits.weighedMembers) {
        let bits = weigh(one, other)
        best = pointwiseMax(best, bits)
        sum += max(Self.leastBits, min(Self.mostBits, bits.sum()))
        count += 1
      }
    }
    return (1 - Self.shareOfBest) * sum / count + Self.shareOfBest * best.sum()
  }

  private func areParted(_ left: [UInt32], _ right: [UInt32]) -> Bool {
    guard !parted.isEmpty else { return false }
    return left.contains { one in parted[one].map { apart in right.contains { apart.contains($0) } } ?? false }
  }

  private func members(_ root: UInt32) -> [UInt32] {
    var members = [root]
    var record = next[Int(root)]
    while record != root {
      members.append(record)
      record = next[Int(record)]
    }
    return members
  }

  private func root(_ record: UInt32) -> UInt32 {
    var root = record
    while parent[Int(root)] != root { root = parent[Int(root)] }
    return root
  }

  private mutating func join(_ one: UInt32, _ other: UInt32) {
    let (large, small) = size[Int(one)] >= size[Int(other)] ? (one, other) : (other, one)
    parent[Int(small)] = large
    size[Int(large)] += size[Int(small)]
    next.swapAt(Int(one), Int(other))
  }
}
