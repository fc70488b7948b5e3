import Foundation
import GRDB
import Synchronization

extension Archive {
  /// Removes every position and every description of a track, in memory and in the file, and what they left in free pages.
  ///
  /// What is in memory is sealed first. Each block that holds the track is replaced by one without it, which names the hash
  /// of the former, so that the ledger's anchors go on.
  ///
  /// - Returns: how many blocks were replaced or removed; the changes also stand in `pendingChanges`.
  /// - Throws: `ArchiveError`; calling again goes on where it ended.
  public func erase(trackID: String) throws -> Int {
    waitingDescriptions.withLock { $0.removeAll { $0.trackID == trackID } }
    try flush(sealingEverything: true)
    let replaced = try changing.withLock { _ in
      try writing { db in
        try db.execute(sql: "DELETE FROM description WHERE track = ?", arguments: [trackID])
        try Journal.removeUnreadable(from: db)
      }
      knownDescriptions.withLock { $0.forget(trackID) }
      // The first track of a page names where it begins; a track can be in no page that begins after it.
      let candidates = try reading { db in
        try Int64.fetchAll(
          db, sql: "SELECT DISTINCT block FROM page WHERE firstTrack <> '' AND firstTrack <= ? ORDER BY block",
          arguments: [trackID])
      }
      var replaced = 0
      for id in candidates {
        var isThere = false
        let change = try replace(block: id, step: nil) { name, rows in
          guard name == trackID else { return rows }
          isThere = true
          return []
        } isNeeded: {
          isThere
        }
        if change != nil { replaced += 1 }
      }
      return replaced
    }
    try scrub()
    return replaced
  }

  /// Copies the log into the file and empties it: what was deleted is overwritten in the file, and stands in the log still.
  private func scrub() throws {
    do {
      try pool.barrierWriteWithoutTransaction { db in _ = try db.checkpoint(.truncate) }
    } catch {
      throw ArchiveError(store: error, act: .cannotWrite, place: path)
    }
  }
}
