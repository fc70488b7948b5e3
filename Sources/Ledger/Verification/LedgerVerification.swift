import Dispatch
import Synchronization

/// Checks every stored byte of a ledger: entries, chain, tree, columns, indexes, checkpoints and the views' positions.
struct LedgerVerification {
  let reader: LedgerReader
  /// The level of the node over one stretch, by which the stretches have 16,384 entries.
  var stretchLevel = 14

  private var store: any EntryStore { reader.store }

  /// Stretches are shared out among the processors; a fault is listed under the first entry that it puts in doubt.
  func run(progress: @Sendable (Int64) -> Void) throws -> VerifyReport {
    // Before the snapshot, which can then only be ahead of it.
    let marked = HeadMark.read(reader.location.headPath) ?? 0
    // One snapshot says how far to look; what lies below never changes, so each stretch may take a later one.
    let (claimedSize, rowCount, positions, checkpoints, nodeCount) = try store.read { session in
      (
        try session.size(), try session.rowCount(), try session.viewPositions(), try session.checkpoints(),
        try session.nodeCount()
      )
    }
    // A forged row could claim any sequence. What is missing is looked for a little way past what there is.
    let size = min(claimedSize, rowCount + (1 << Int64(stretchLevel)))
    let (ranges, indexes) = verifyRanges(size: size, progress: progress)
    var faults = ranges.flatMap(\.faults)
    // An entry that is missing or cannot be read is blamed already, and says nothing about the indexes.
    if faults.isEmpty { faults += try indexes.flatMap { try $0.faults(ranges, store) } }
    let (root, upperFaults) = try upperLevels(ranges)
    faults += upperFaults
    if claimedSize != rowCount, faults.isEmpty || claimedSize != size {
      faults.append(
        VerifyReport.Fault(
          place: .store, message: "There are \(rowCount) rows, and the last has the sequence \(claimedSize)."))
    }
    if marked > claimedSize {
      faults.append(
        VerifyReport.Fault(
          place: .store,
          message: LedgerError.cutShort(size: claimedSize, marked: marked, reader.location).message,
          sequence: claimedSize + 1))
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

  private func verifyRanges(
    size: Int64, progress: @Sendable (Int64) -> Void
  ) -> ([RangeVerification], [IndexCheck]) {
    let count = Int((size + (1 << Int64(stretchLevel)) - 1) >> Int64(stretchLevel))
    let beginning = LedgerTip.beginning(origin: reader.origin)
    let secret = RowTally.Secret()
    let kinds = EntryIndex.allCases
    let done = Mutex((ranges: [RangeVerification](), indexes: [IndexCheck](), entries: Int64(0)))
    // The indexes come first, each as a whole: at the end there is always a stretch left for a free processor.
    DispatchQueue.concurrentPerform(iterations: kinds.count + count) { turn in
      if turn < kinds.count {
        var check = IndexCheck(index: kinds[turn], size: size, secret: secret)
        check.run(store)
        let finished = check
        done.withLock { $0.indexes.append(finished) }
        return
      }
      var range = RangeVerification(
        index: Int64(turn - kinds.count), level: stretchLevel, size: size, beginning: beginning, secret: secret)
      range.run(store)
      let finished = range
      let entries = done.withLock { done in
        done.ranges.append(finished)
        done.entries += finished.last - finished.first + 1
        return done.entries
      }
      progress(entries)
    }
    return done.withLock { ($0.ranges.sorted { $0.first < $1.first }, $0.indexes) }
  }

  /// Compares the nodes above the stretches, and returns the root that the leaves give.
  private func upperLevels(_ ranges: [RangeVerification]) throws -> (TreeHash, [VerifyReport.Fault]) {
    // The roots of whole stretches are the leaves of what stands above them.
    var frontier = MerkleFrontier()
    var nodes: [Int: [TreeHash]] = [:]
    for range in ranges where range.isWhole {
      frontier.append(range.subtrees.first ?? .zero) { level, _, hash in
        nodes[stretchLevel + level, default: []].append(hash)
      }
    }
    let partial = ranges.last.map { $0.isWhole ? [] : $0.subtrees } ?? []
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
