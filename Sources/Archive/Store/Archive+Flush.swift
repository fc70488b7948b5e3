import GRDB
import Geodesy
import Synchronization

extension Archive {
  /// Makes all positions durable that were appended before the call, and seals the blocks whose time is over.
  ///
  /// - Parameter sealingEverything: also seals the blocks that could still take positions.
  /// - Returns: nothing while writing is held back, else the blocks that were sealed; they also stand in `pendingChanges` until those are confirmed.
  /// - Throws: `ArchiveError`; the positions stay in memory and the next call tries again.
  @discardableResult
  public func flush(sealingEverything: Bool = false) throws -> [BlockChange] {
    if isHeld { return [] }
    return try changing.withLock { _ in
      let now = now().millisecondsSince1970
      let (open, sealing) = memory.withLock { memory in
        memory.beginSealing(now: now, limits: limits, everything: sealingEverything)
        return (memory.open, memory.sealing)
      }
      do {
        try journal(open)
        return try sealing.map { .sealed(try seal($0)) }
      } catch {
        throw ArchiveError(store: error, act: .cannotWrite, place: path)
      }
    }
  }

  private func journal(_ blocks: [OpenBlock]) throws {
    guard blocks.contains(where: { $0.count > $0.journaledCount }) else { return }
    var encoder = try PageEncoder(.quick)
    try pool.write { try Journal.write(blocks, into: $0, with: &encoder) }
    memory.withLock { memory in
      for block in blocks {
        guard let index = memory.open.firstIndex(where: { $0.generation == block.generation }) else { continue }
        memory.open[index].journaledCount = block.count
      }
    }
  }

  private func seal(_ block: OpenBlock) throws -> SealedBlock {
    var encoder = try PageEncoder()
    let sorted = SortedRows(rows: block.rows(from: 0), names: block.names)
    let encoded = try EncodedBlock(sorted, window: block.window, with: &encoder)
    let sealed = try pool.write { db in
      try Journal.remove(generation: block.generation, from: db)
      return try BlockStore.insert(encoded, generation: block.generation, kind: .sealed, into: db)
    }
    memory.withLock { $0.sealing.removeAll { $0.generation == block.generation } }
    return sealed
  }
}
