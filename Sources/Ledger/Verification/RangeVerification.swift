/// The check of one stretch of entries and of the nodes above them, which can run beside those of other stretches.
///
/// A stretch is a subtree of the tree, so its nodes hang on no other entries.
struct RangeVerification {
  /// The level of the node over a whole stretch.
  let level: Int
  let first: Int64
  let last: Int64

  /// How many entries the ledger has.
  private let size: Int64
  /// The roots of the largest complete subtrees of the stretch, the largest first; of a whole stretch it is one.
  private(set) var subtrees: [TreeHash] = []
  private(set) var faults: [VerifyReport.Fault] = []
  /// What each index should hold of the stretch, in the order of `EntryIndex.allCases`.
  private(set) var tallies = EntryIndex.allCases.map { _ in RowTally() }
  private let secret: RowTally.Secret
  private var leaves: [TreeHash] = []
  private var expected: Int64
  /// The hash to which the next entry must be chained, where it is known.
  private var lastLeaf: TreeHash?
  private var lastIsFaulty = false
  private var faultyLeaves: [Int64] = []

  /// Stretch number `index`, counted from 0, of a ledger of a size.
  ///
  /// - Parameters:
  ///   - beginning: What the first entry of the ledger is chained to.
  ///   - secret: What the tallies are made with.
  init(index: Int64, level: Int, size: Int64, beginning: TreeHash, secret: RowTally.Secret) {
    self.level = level
    self.secret = secret
    self.size = size
    first = (index << Int64(level)) + 1
    last = min(size, (index + 1) << Int64(level))
    lastLeaf = index == 0 ? beginning : nil
    expected = first
    leaves.reserveCapacity(Int(last - first + 1))
  }

  /// Whether the stretch is a complete subtree.
  var isWhole: Bool { last - first + 1 == 1 << Int64(level) }

  /// Reads the stretch. What cannot be read is a fault, not an error.
  mutating func run(_ store: any EntryStore) {
    do {
      try store.read { session in
        // The entry after the stretch is looked at for what it is chained to.
        try session.scan(from: first, through: min(last + 1, size)) { row in
          if row.sequence <= last { take(row) } else { checkChain(row.sequence, RowCheck(row).previous) }
        }
        missing(through: last)
        try checkNodes(session)
      }
    } catch {
      let reason = (error as? LedgerError)?.message ?? "\(error)"
      blame(expected <= last ? expected : first, "could not be read, or a node above it: \(reason)")
    }
    leaves = []
    faults.sort { ($0.sequence ?? .max) < ($1.sequence ?? .max) }
  }

  private mutating func take(_ row: ScannedRow) {
    for (place, index) in EntryIndex.allCases.enumerated() {
      if let indexed = index.row(of: row) { tallies[place].add(indexed, secret) }
    }
    missing(through: row.sequence - 1)
    let check = RowCheck(row)
    checkChain(row.sequence, check.previous)
    if let complaint = check.complaint { blame(row.sequence, complaint) }
    lastIsFaulty = check.complaint != nil
    lastLeaf = check.leaf
    // The column stands in for altered bytes, so that the nodes above are judged by themselves.
    leaves.append(check.storedLeaf ?? check.leaf ?? .zero)
    expected = row.sequence + 1
  }

  private mutating func checkChain(_ sequence: Int64, _ previous: TreeHash?) {
    guard let previous, let lastLeaf, previous != lastLeaf, !lastIsFaulty else { return }
    if sequence == 1 {
      blame(1, "is not chained to this ledger's origin")
    } else if sequence - 1 < expected {
      blame(sequence - 1, "has other bytes than those that entry \(sequence) was chained to")
    }
  }

  private mutating func missing(through sequence: Int64) {
    while expected <= sequence {
      blame(expected, "is missing")
      leaves.append(.zero)
      lastIsFaulty = true
      expected += 1
    }
  }

  private mutating func blame(_ sequence: Int64, _ complaint: String) {
    faultyLeaves.append(sequence - 1)
    faults.append(
      VerifyReport.Fault(
        place: .entry(sequence), message: "Entry \(sequence) \(complaint).", sequence: sequence))
  }

  /// Compares the stored nodes with those that the leaves give, level by level.
  private mutating func checkNodes(_ session: any EntryReading) throws {
    var hashes = leaves
    var firstIndex = first - 1
    let faulty = Set(faultyLeaves)
    for level in 1...level {
      if hashes.count % 2 == 1, let odd = hashes.last { subtrees.insert(odd, at: 0) }
      hashes = stride(from: 0, to: hashes.count - hashes.count % 2, by: 2).map { .node(hashes[$0], hashes[$0 + 1]) }
      firstIndex >>= 1
      if hashes.isEmpty { return }
      faults += try NodeCheck(level: level, firstIndex: firstIndex, hashes: hashes, knownFaulty: faulty).run(session)
    }
    subtrees = hashes + subtrees
  }
}
