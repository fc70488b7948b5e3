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
    try changing.withLock { _ in
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
            changes.append(try rewrite(block: id, keeping: thinning.steps[step].keep, step: step))
          } catch let fault as ArchiveFault {
            unreadable.insert(id)
            keep(fault)
          }
        }
      }
      return changes
    }
  }

  private func rewrite(block id: Int64, keeping keep: ThinningStep.Keep, step: Int) throws -> BlockChange {
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
    let rows = try thinnedRows(of: id, pages, keeping: keep)
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
      rows, window: columns["window"], thinningStep: step, replaces: replaces, with: &encoder)
    let sealed = try writing { db in
      try BlockStore.remove(id, from: db)
      return try BlockStore.insert(block, generation: columns["generation"], kind: .thinned, into: db)
    }
    return .thinned(sealed)
  }

  private func thinnedRows(of id: Int64, _ pages: [Data], keeping keep: ThinningStep.Keep) throws -> SortedRows {
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
          message: "Block \(id) cannot be read and is not thinned: \(error.reason).")
      }
      for (name, rows) in tracks {
        let number = UInt32(names.count)
        names.append(name)
        kept += Thinner.thin(rows[...], keeping: keep).map { row in
          var row = row
          row.track = number
          return row
        }
      }
    }
    return SortedRows(rows: kept, names: names)
  }
}
