import Foundation
import GRDB
import Geodesy
import Synchronization

extension Archive {
  /// Thins the blocks that have reached the next step of the rule, at most `ArchiveLimits.blocksThinnedAtOnce`.
  ///
  /// Each thinned block takes the place of the old one in one transaction and names its hash. A block that cannot be
  /// read stays as it is and is reported among `faults`.
  ///
  /// - Returns: what changed; empty when there is nothing to do. It also stands in `pendingChanges`.
  /// - Throws: `ArchiveError` when the file cannot be read or written.
  @discardableResult
  public func thin() throws -> [BlockChange] {
    if isHeld { return [] }
    return try changing.withLock { _ in
      let now = now().millisecondsSince1970
      var changes: [BlockChange] = []
      var unreadable: Set<Int64> = []
      for step in thinning.steps.indices.dropFirst().reversed() {
        let room = limits.blocksThinnedAtOnce - changes.count
        guard room > 0 else { break }
        let age = Int64(thinning.steps[step].fromDays) * 86_400_000 + ArchiveLimits.windowMilliseconds
        let due = try reading { db in
          try Int64.fetchAll(
            db,
            sql: "SELECT id FROM block WHERE window <= ? AND thinningStep < ? ORDER BY window, id",
            arguments: [now.subtractingReportingOverflow(age).partialValue, step])
        }
        for id in due.lazy.filter({ !unreadable.contains($0) }).prefix(room) {
          do {
            let keep = thinning.steps[step].keep
            let change = try replace(block: id, step: step) { _, rows in Thinner.thin(rows[...], keeping: keep) }
            if let change { changes.append(change) }
          } catch let fault as ArchiveFault {
            unreadable.insert(id)
            keep(fault)
          }
        }
      }
      return changes
    }
  }

  /// Puts a block with fewer rows in the place of one, or removes it when no row is left.
  ///
  /// - Parameters:
  ///   - step: the step of the thinning rule that it has been put through with this; nil for the one that it had.
  ///   - choose: the rows that stay of a track's rows, by the track's name.
  ///   - isNeeded: asked once all rows have been chosen; when it says no, the block stays as it is.
  /// - Returns: what changed; nil when nothing did.
  func replace(
    block id: Int64, step: Int?, choosing choose: (String, [ArchiveRow]) -> [ArchiveRow],
    isNeeded: () -> Bool = { true }
  ) throws -> BlockChange? {
    let (columns, pages) = try reading { db in
      (
        try Row.fetchOne(db, sql: "SELECT * FROM block WHERE id = ?", arguments: [id]),
        try Data.fetchAll(
          db, sql: "SELECT bytes FROM page WHERE block = ? AND firstTrack <> '' ORDER BY firstTrack", arguments: [id])
      )
    }
    guard let columns else {
      throw ArchiveFault(code: .missing, blockID: id, page: nil, message: "Block \(id) is not in the archive.")
    }
    let old = BlockStore.sealedBlock(columns)
    let replaces = BlockReference(id: id, hash: old.hash)
    let rows = try chosenRows(of: id, pages, choosing: choose)
    guard isNeeded() else { return nil }
    guard !rows.rows.isEmpty else {
      try writing { db in
        try BlockStore.remove(id, from: db)
        try db.execute(
          sql: "INSERT INTO change (kind, replacesID, replacesHash) VALUES (?, ?, ?)",
          arguments: [ChangeKind.removed.rawValue, id, Data(old.hash)])
      }
      return .removed(replaces)
    }
    var encoder = try PageEncoder()
    let block = try EncodedBlock(
      rows, window: columns["window"], thinningStep: step ?? old.thinningStep, replaces: replaces, with: &encoder)
    let sealed = try writing { db in
      try BlockStore.remove(id, from: db)
      return try BlockStore.insert(block, generation: columns["generation"], kind: .thinned, into: db)
    }
    return .thinned(sealed)
  }

  private func chosenRows(
    of id: Int64, _ pages: [Data], choosing choose: (String, [ArchiveRow]) -> [ArchiveRow]
  ) throws -> SortedRows {
    let reader = try PageReader()
    var names: [String] = []
    var kept: [ArchiveRow] = []
    for (number, page) in pages.enumerated() {
      var tracks: [(name: String, rows: [ArchiveRow])] = []
      do {
        try page.withUnsafeBytes { bytes in
          try reader.read(bytes, isWanted: { _ in true }) { track, row in
            if tracks.last?.name != track.id { tracks.append((track.id, [])) }
            tracks[tracks.count - 1].rows.append(row)
            return .row
          }
        }
      } catch let error as UnreadableBytes {
        throw ArchiveFault(
          code: .unreadable, blockID: id, page: number,
          message: "Block \(id) cannot be read and stays as it is: \(error.reason).")
      }
      for (name, rows) in tracks {
        let chosen = choose(name, rows)
        if chosen.isEmpty { continue }
        let number = UInt32(names.count)
        names.append(name)
        kept += chosen.map { row in
          var row = row
          row.track = number
          return row
        }
      }
    }
    return SortedRows(rows: kept, names: names)
  }
}
