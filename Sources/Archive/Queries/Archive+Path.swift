import GRDB
public import Geodesy

extension Archive {
  /// Where a track was, in the order of time.
  ///
  /// - Parameters:
  ///   - from: the first moment, included.
  ///   - to: the last moment, included.
  ///   - knownBy: leaves out what was received later; nil for all that is known now.
  /// - Returns: up to `ArchiveLimits.pathRowsMost` positions, the earliest when there are more.
  /// - Throws: `ArchiveError` when the file cannot be read; blocks that cannot are named in the answer.
  public func path(trackID: String, from: Instant, to: Instant, knownBy: Instant? = nil) throws -> ArchiveAnswer {
    let range = BlockRange(from: from, to: to, knownBy: knownBy)
    let inMemory = blocksInMemory()
    var rows: [ArchiveRow] = []
    for block in inMemory {
      guard let number = block.number(ofKnown: trackID) else { continue }
      for piece in block.pieces {
        for row in piece where row.track == number && range.holds(row) { rows.append(row) }
      }
    }
    var scan: PageScan
    do {
      scan = try PageScan(self, inMemory: inMemory)
      try scan.read(
        """
        SELECT block.id, block.generation, page.bytes, page.atTo FROM block
        CROSS JOIN page ON page.rowid = (
          SELECT rowid FROM page WHERE block = block.id AND firstTrack <= :track ORDER BY firstTrack DESC LIMIT 1)
        WHERE \(BlockRange.condition) AND page.firstTrack <> ''
        """, range.arguments &+ ["track": trackID], isWanted: { track, _ in track.id == trackID }
      ) { _, row in
        if range.holds(row) { rows.append(row) }
        return row.atMilliseconds > range.to ? .track : .row
      }
    } catch {
      throw ArchiveError(store: error, act: .cannotRead, place: path)
    }
    rows.sort { $0.precedes($1) }
    return ArchiveAnswer(
      positions: rows.prefix(limits.pathRowsMost).compactMap { $0.position(of: trackID) }, faults: scan.faults,
      isCut: rows.count > limits.pathRowsMost)
  }
}
