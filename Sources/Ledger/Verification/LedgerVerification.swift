import Dispatch
import Synchronization

/// Checks every stored byte of a ledger: entries, chain, tree, columns, checkpoints and the views' positions.
struct LedgerVerification {
  let reader: LedgerReader

  private var store: any EntryStore { reader.store }

  /// Stretches are shared out among the processors; a fault is listed under the first entry that it puts in doubt.
  func run(progress: @Sendable (Int64) -> Void) throws -> VerifyReport {
    // One snapshot says how far to look; what lies below never changes, so each stretch may take a later one.
    let (claimedSize, rowCount, positions, checkpoints, nodeCount) = try store.read { session in
      (
        try session.size(), try session.rowCount(), try session.viewPositions(), try session.checkpoints(),
        try session.nodeCount()
      )
    }
    // A forged row could claim any sequence. What is missing is looked for a little way past what there is.
    let size = min(claimedSize, rowCount + RangeVerification.count)
    let ranges = verifyRanges(size: size, progress: progress)
    var faults = ranges.flatMap(\.faults)
    faults += boundaryFaults(ranges)
    let (root, upperFaults) = try upperLevels(ranges)
    faults += upperFaults
    if claimedSize != rowCount, faults.isEmpty || claimedSize != size {
      faults.append(
        VerifyReport.Fault(
          place: .store, message: "There are \(rowCount) rows, and the last has the sequence \(claimedSize)."))
    }
    let expectedNodes = size - Int64(size.nonzeroBitCount)
    if nodeCount != expectedNodes, faults.isEmpty {
      faults.append(
        VerifyReport.Fault(
          place: .store,
          message: "The tree has \(nodeCount) nodes above the leaves where it should have \(expectedNodes)."
        ))
    }
    faults += try CheckpointCheck(
      reader: reader, size: size, firstFault: faults.compactMap(\.sequence).min()
    ).run(checkpoints)
    faults += positions.filter { $0.sequence > size || $0.sequence < 0 }.map { position in
      VerifyReport.Fault(
        place: .view(position.name),
        message: "The view \(position.name) claims to hold entry \(position.sequence), and there are \(size).")
    }
    faults.sort { ($0.sequence ?? .max) < ($1.sequence ?? .max) }
    return VerifyReport(
      head: LedgerHead(size: size, rootHash: root.bytes), checkpoints: checkpoints.count, views: positions.count,
      faultCount: faults.count, faults: Array(faults.prefix(reader.limits.faultsListed)))
  }

  private func verifyRanges(size: Int64, progress: @Sendable (Int64) -> Void) -> [RangeVerification] {
    let count = Int((size + RangeVerification.count - 1) / RangeVerification.count)
    let done = Mutex((ranges: [RangeVerification](), entries: Int64(0)))
    DispatchQueue.concurrentPerform(iterations: count) { index in
      var range = RangeVerification(index: Int64(index), size: size)
      range.run(store)
      let finished = range
      let entries = done.withLock { done in
        done.ranges.append(finished)
        done.entries += finished.last - finished.first + 1
        return done.entries
      }
      progress(entries)
    }
    return done.withLock { $0.ranges.sorted { $0.first < $1.first } }
  }

  /// Whether each stretch is chained to the one before it, and the first to the ledger's origin.
  private func boundaryFaults(_ ranges: [RangeVerification]) -> [VerifyReport.Fault] {
    var faults: [VerifyReport.Fault] = []
    var lastLeaf: TreeHash? = LedgerTip.beginning(origin: reader.origin)
    var lastIsFaulty = false
    for range in ranges {
      if let previous = range.firstPrevious, let lastLeaf, previous != lastLeaf, !lastIsFaulty {
        let sequence = max(range.first - 1, 1)
        let message =
          range.first == 1
          ? "Entry 1 is not chained to this ledger's origin."
          : "Entry \(sequence) has other bytes than those that entry \(range.first) was chained to."
        faults.append(VerifyReport.Fault(place: .entry(sequence), message: message, sequence: sequence))
      }
      lastLeaf = range.lastLeaf
      lastIsFaulty = range.faults.contains { $0.sequence == range.last }
    }
    return faults
  }

  /// Compares the nodes above the stretches, and returns the root that the leaves give.
  private func upperLevels(_ ranges: [RangeVerification]) throws -> (TreeHash, [VerifyReport.Fault]) {
    // The roots of whole stretches are the leaves of what stands above them.
    var frontier = MerkleFrontier()
    var nodes: [Int: [TreeHash]] = [:]
    for range in ranges where range.last - range.first + 1 == RangeVerification.count {
      frontier.append(range.subtrees.first ?? .zero) { level, _, hash in
        nodes[RangeVerification.level + level, default: []].append(hash)
      }
    }
    let partial = ranges.last.map { $0.last - $0.first + 1 == RangeVerification.count ? [] : $0.subtrees } ?? []
    let faulty = Set(ranges.flatMap(\.faults).compactMap { $0.sequence.map { $0 - 1 } })
    let faults = try store.read { session in
      try nodes.keys.sorted().flatMap { level in
        try NodeCheck(level: level, firstIndex: 0, hashes: nodes[level] ?? [], knownFaulty: faulty).run(session)
      }
    }
    return (frontier.root(followedBy: partial), faults)
  }
}

extension LedgerReader {
  /// Checks every stored byte, and names the first entry that is not as it was written.
  ///
  /// It needs no keys, and the ledger may be written meanwhile.
  ///
  /// - Parameter progress: Is told how many entries have been checked, from several threads and in no order.
  public func verify(progress: @Sendable (Int64) -> Void = { _ in }) throws -> VerifyReport {
    try LedgerVerification(reader: self).run(progress: progress)
  }
}
