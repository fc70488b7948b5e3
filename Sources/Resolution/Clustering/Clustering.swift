/// Gathers records into clusters so that agreements within and differences between weigh most (correlation clustering; Bansal,
/// Blum and Chawla 2004), from the surest pair down.
///
/// Two clusters are joined when the evidence of all their pairs speaks for it, those that no rule of blocking found among them;
/// so one likely pair does not chain two entities. What people judged is obeyed.
struct Clustering {
  private let table: CleanTable
  private let pairs: [ScoredPair]
  private let constraints: Constraints
  private let limits: ResolutionLimits
  private var parent: [UInt32]
  /// The next record of the same cluster, in a ring.
  private var next: [UInt32]
  private var size: [UInt32]
  private var parted: [UInt32: Set<UInt32>] = [:]
  private(set) var bridges: [DoubtfulBridge] = []

  init(_ table: CleanTable, pairs: [ScoredPair], constraints: Constraints, limits: ResolutionLimits) {
    self.table = table
    self.pairs = pairs
    self.constraints = constraints
    self.limits = limits
    parent = (0..<UInt32(table.count)).map(\.self)
    next = parent
    size = [UInt32](repeating: 1, count: table.count)
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

  mutating func gather(comparison: inout RecordComparison, evidence: PairEvidence) {
    for pair in constraints.same { join(root(UInt32(pair.left)), root(UInt32(pair.right))) }
    for pair in constraints.different {
      parted[UInt32(pair.left), default: []].insert(UInt32(pair.right))
      parted[UInt32(pair.right), default: []].insert(UInt32(pair.left))
    }
    let order = pairs.indices.filter { pairs[$0].bits > 0 }.sorted {
      (-pairs[$0].bits, pairs[$0].left, pairs[$0].right) < (-pairs[$1].bits, pairs[$1].left, pairs[$1].right)
    }
    for index in order {
      let pair = pairs[index]
      let (one, other) = (root(pair.left), root(pair.right))
      guard one != other else { continue }
      let (left, right) = (members(one), members(other))
      guard !areParted(left, right) else { continue }
      let bits = left.count * right.count == 1 ? pair.bits : linkage(left, right, &comparison, evidence)
      guard bits > 0 else { continue }
      let probability = LinkageModel.probability(bits: Double(bits))
      if probability < 0.9, left.count + right.count > 2 {
        bridges.append(
          DoubtfulBridge(
            left: pair.left, right: pair.right, leftCount: left.count, rightCount: right.count,
            probability: probability))
      }
      join(one, other)
    }
  }

  /// The mean evidence of the pairs between two clusters.
  private func linkage(
    _ left: [UInt32], _ right: [UInt32], _ comparison: inout RecordComparison, _ evidence: PairEvidence
  ) -> Float {
    var (sum, count) = (Float(0), Float(0))
    for one in left.prefix(limits.weighedMembers) {
      for other in right.prefix(limits.weighedMembers) {
        let vector = comparison.vector(Int(one), Int(other))
        sum += max(-12, min(20, evidence.bits(vector, Int(one), Int(other))))
        count += 1
      }
    }
    return sum / count
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
    guard one != other else { return }
    let (large, small) = size[Int(one)] >= size[Int(other)] ? (one, other) : (other, one)
    parent[Int(small)] = large
    size[Int(large)] += size[Int(small)]
    next.swapAt(Int(one), Int(other))
  }
}
