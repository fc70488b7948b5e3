import GRDB
public import Geodesy

extension Archive {
  /// Every position in an area and a span of time, by track and then by time.
  ///
  /// - Parameters:
  ///   - box: the area, edges included.
  ///   - from: the first moment, included.
  ///   - to: the last moment, included.
  ///   - knownBy: leaves out what was received later; nil for all that is known now.
  /// - Returns: up to `ArchiveLimits.areaRowsMost` positions; when there are more, the answer says that it is cut.
  /// - Throws: `ArchiveError` when the file cannot be read; blocks that cannot are named in the answer.
  public func area(
    _ box: BoundingBox, from: Instant, to: Instant, knownBy: Instant? = nil
  ) throws -> ArchiveAnswer {
    let range = BlockRange(from: from, to: to, knownBy: knownBy)
    let cells = CellBox.covering(box)
    let inMemory = blocksInMemory()
    var answer = ArchiveAnswer()
    let most = limits.areaRowsMost
    func take(_ row: ArchiveRow, _ trackID: String) {
      guard range.holds(row), let position = row.position(of: trackID), box.contains(position.position) else { return }
      if answer.positions.count < most { answer.positions.append(position) } else { answer.isCut = true }
    }
    for block in inMemory {
      for piece in block.pieces {
        for row in piece { take(row, block.names[Int(row.track)]) }
      }
    }
    do {
      var scan = try PageScan(self, inMemory: inMemory)
      for cell in cells where !answer.isCut {
        // A page may meet two of the boxes; what it holds is only taken for the first.
        let earlier = cells.prefix { $0 != cell }
        try scan.read(
          Self.pagesInArea, range.arguments &+ cell.arguments, mayGoOn: { !answer.isCut },
          isWanted: { track, _ in track.box.intersects(cell) && !earlier.contains { track.box.intersects($0) } }
        ) { track, row in
          take(row, track.id)
          return row.atMilliseconds > range.to ? .track : .row
        }
      }
      answer.faults = scan.faults
    } catch {
      throw ArchiveError(store: error, act: .cannotRead, place: path)
    }
    answer.positions.sort { $0.precedesByTrack($1) }
    return answer
  }

  private static let pagesInArea = """
    SELECT block.id, block.generation, page.bytes, page.atTo FROM block CROSS JOIN page ON page.block = block.id
    WHERE \(BlockRange.condition) AND page.firstTrack <> '' AND page.atTo >= :from AND page.atFrom <= :to
      AND block.south <= :north AND block.north >= :south AND block.west <= :east AND block.east >= :west
      AND page.south <= :north AND page.north >= :south AND page.west <= :east AND page.east >= :west
    """
}

extension ArchivedPosition {
  /// The order of blocks: by the bytes of the track's name, then by time.
  fileprivate func precedesByTrack(_ other: ArchivedPosition) -> Bool {
    if trackID != other.trackID { return trackID.utf8.lexicographicallyPrecedes(other.trackID.utf8) }
    return (at, received) < (other.at, other.received)
  }
}
