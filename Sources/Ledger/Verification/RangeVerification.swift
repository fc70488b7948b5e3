/// The check of one stretch of entries and of the nodes above them, which can run beside those of other stretches.
///
/// A stretch is a subtree of the tree, so its nodes hang on no other entries.
struct RangeVerification {
  /// The level of the node over a whole stretch.
  static let level = 14
  /// How many entries a stretch has.
  static let count: Int64 = 1 << Int64(level)

  let first: Int64
  let last: Int64

  /// The hash that the first entry names as that of the one before it.
  private(set) var firstPrevious: TreeHash?
  /// The leaf hash of the last entry.
  private(set) var lastLeaf: TreeHash?
  /// The roots of the largest complete subtrees of the stretch, the largest first; of a whole stretch it is one.
  private(set) var subtrees: [TreeHash] = []
  private(set) var faults: [VerifyReport.Fault] = []
  private var leaves: [TreeHash] = []
  private var expected: Int64
  private var lastIsFaulty = false
  private var faultyLeaves: [Int64] = []

  /// Stretch number `index`, counted from 0, of a ledger of a size.
  init(index: Int64, size: Int64) {
    first = index * Self.count + 1
    last = min(size, (index + 1) * Self.count)
    expected = first
    leaves.reserveCapacity(Int(last - first + 1))
  }

  /// Reads the stretch. What cannot be read is a fault, not an error.
  mutating func run(_ store: any EntryStore) {
    do {
      try store.read { session in
        try session.scan(from: first, through: last) { take($0) }
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
    missing(through: row.sequence - 1)
    let check = RowCheck(row)
    if row.sequence == first {
      firstPrevious = check.previous
    } else if let previous = check.previous, previous != lastLeaf, !lastIsFaulty {
      blame(row.sequence - 1, "has other bytes than those that entry \(row.sequence) was chained to")
    }
    if let complaint = check.complaint { blame(row.sequence, complaint) }
    lastIsFaulty = check.complaint != nil
    lastLeaf = check.leaf
    // The column stands in for altered bytes, so that the nodes above are judged by themselves.
    leaves.append(check.storedLeaf ?? check.leaf ?? .zero)
    expected = row.sequence + 1
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
    for level in 1...Self.level {
      if hashes.count % 2 == 1, let odd = hashes.last { subtrees.insert(odd, at: 0) }
      hashes = stride(from: 0, to: hashes.count - hashes.count % 2, by: 2).map { .node(hashes[$0], hashes[$0 + 1]) }
      firstIndex >>= 1
      if hashes.isEmpty { return }
      faults += try NodeCheck(level: level, firstIndex: firstIndex, hashes: hashes, knownFaulty: faulty).run(session)
    }
    subtrees = hashes + subtrees
  }
}
