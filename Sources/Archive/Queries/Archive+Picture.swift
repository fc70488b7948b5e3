import GRDB
public import Geodesy

extension Archive {
  /// The picture at a past moment: the last position of each track, unless it was stale by then.
  ///
  /// - Parameters:
  ///   - at: the moment; positions about later moments are left out.
  ///   - knownBy: leaves out what was received later. Give it the same moment for the picture as it was known then.
  ///   - staleAfterMilliseconds: a track whose last position is older than this is left out; at most a day.
  /// - Returns: one position a track in the order of names, up to `ArchiveLimits.pictureRowsMost`.
  /// - Throws: `ArchiveError` when the file cannot be read; blocks that cannot are named in the answer.
  public func picture(
    at moment: Instant, knownBy: Instant? = nil, staleAfterMilliseconds: Int64 = 600_000
  ) throws -> ArchiveAnswer {
    let age = min(max(0, staleAfterMilliseconds), 86_400_000)
    let range = BlockRange(from: moment.adding(milliseconds: -age), to: moment, knownBy: knownBy)
    let inMemory = blocksInMemory()
    var latest = LatestRows()
    for block in inMemory {
      let slots = block.names.map { latest.slot(of: $0) }
      for piece in block.pieces {
        for row in piece where range.holds(row) { latest.offer(row, at: slots[Int(row.track)]) }
      }
    }
    let faults: [ArchiveFault]
    do {
      var scan = try PageScan(self, inMemory: inMemory)
      // The newest blocks come first, so that most tracks of the older need not be read.
      try scan.read(
        Self.pagesInTime, range.arguments, isWanted: { !latest.hasRow(of: $0.id, after: $1) }
      ) { track, row in
        if row.atMilliseconds > range.to { return .track }
        if range.holds(row) { latest.offer(row, of: track.id) }
        return .row
      }
      faults = scan.faults
    } catch {
      throw ArchiveError(store: error, act: .cannotRead, place: path)
    }
    let positions = latest.positions()
    return ArchiveAnswer(
      positions: Array(positions.prefix(limits.pictureRowsMost)), faults: faults,
      isCut: positions.count > limits.pictureRowsMost)
  }

  private static let pagesInTime = """
    SELECT block.id, block.generation, page.bytes, page.atTo FROM block CROSS JOIN page ON page.block = block.id
    WHERE \(BlockRange.condition) AND page.firstTrack <> '' AND page.atTo >= :from AND page.atFrom <= :to
    ORDER BY block.window DESC, block.id DESC
    """
}

/// The latest row of each track met so far.
private struct LatestRows {
  private var slots: [String: Int] = [:]
  private var names: [String] = []
  private var rows: [ArchiveRow?] = []
  /// The track of the last call: rows come track by track, and looking a name up costs more than reading a row.
  private var current: (name: String, slot: Int)?

  mutating func slot(of name: String) -> Int {
    if let slot = slots[name] { return slot }
    slots[name] = names.count
    names.append(name)
    rows.append(nil)
    return names.count - 1
  }

  /// Whether a row about a later moment is known of a track, so that a page cannot add to it.
  func hasRow(of name: String, after milliseconds: Int64) -> Bool {
    guard let slot = slots[name], let row = rows[slot] else { return false }
    return row.atMilliseconds > milliseconds
  }

  mutating func offer(_ row: ArchiveRow, of name: String) {
    if current?.name != name { current = (name, slot(of: name)) }
    if let current { offer(row, at: current.slot) }
  }

  mutating func offer(_ row: ArchiveRow, at slot: Int) {
    if let known = rows[slot], row.precedes(known) { return }
    rows[slot] = row
  }

  func positions() -> [ArchivedPosition] {
    let order = names.indices.sorted { names[$0].utf8.lexicographicallyPrecedes(names[$1].utf8) }
    return order.compactMap { rows[$0]?.position(of: names[$0]) }
  }
}
