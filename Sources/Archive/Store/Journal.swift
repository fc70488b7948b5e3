import Foundation
import GRDB

/// What came since the last sealing, kept in the file so that a kill loses at most what came since the last flush.
enum Journal {
  /// Journals the rows that are not in it yet; in the caller's transaction.
  static func write(_ blocks: [OpenBlock], into db: Database, with encoder: inout PageEncoder) throws {
    for block in blocks where block.count > block.journaledCount {
      let sorted = SortedRows(rows: block.rows(from: block.journaledCount), names: block.names, for: .journal)
      let page = try encoder.encode(sorted, tracks: 0..<sorted.trackIDs.count)
      try db.execute(
        sql: "INSERT INTO journal (generation, window, bytes) VALUES (?, ?, ?)",
        arguments: [block.generation, block.window, Data(page.bytes)])
    }
  }

  /// Removes what a sealed block holds now; in the transaction that stores the block.
  static func remove(generation: Int64, from db: Database) throws {
    try db.execute(sql: "DELETE FROM journal WHERE generation = ?", arguments: [generation])
  }

  /// Rebuilds the open blocks. What cannot be read is set aside under a negative generation, and reported.
  static func restore(from db: Database, now: Int64) throws -> (OpenBlocks, [ArchiveFault]) {
    let newest = try Int64.fetchOne(
      db,
      sql: """
        SELECT max((SELECT coalesce(max(abs(generation)), 0) FROM journal),
          (SELECT coalesce(max(generation), 0) FROM block))
        """)
    var blocks = OpenBlocks(nextGeneration: (newest ?? 0) + 1)
    var faults: [ArchiveFault] = []
    let reader = try PageReader()
    let entries = try Row.fetchAll(
      db, sql: "SELECT id, generation, window, bytes FROM journal WHERE generation > 0 ORDER BY id")
    for entry in entries {
      let generation: Int64 = entry["generation"]
      var block = OpenBlock(generation: generation, window: entry["window"])
      let place = blocks.open.firstIndex { $0.generation == generation }
      if let place { block = blocks.open[place] }
      do {
        var rows: [(String, ArchiveRow)] = []
        try entry.withUnsafeData(named: "bytes") { data in
          try (data ?? Data()).withUnsafeBytes { bytes in
            try reader.read(bytes, isWanted: { _ in true }) { track, row in
              rows.append((track.id, row))
              return .row
            }
          }
        }
        for (trackID, row) in rows {
          block.append(row, trackID: trackID)
          blocks.newestReceived = max(blocks.newestReceived, row.receivedMilliseconds)
        }
      } catch let error as UnreadableBytes {
        let id: Int64 = entry["id"]
        try db.execute(sql: "UPDATE journal SET generation = -generation WHERE id = ?", arguments: [id])
        faults.append(
          ArchiveFault(
            code: .unreadable, blockID: -generation, page: nil,
            message: "Entry \(id) of the journal cannot be read: \(error.reason). It is set aside."))
        continue
      }
      block.journaledCount = block.count
      block.lastAppendedMilliseconds = now
      if let place { blocks.open[place] = block } else { blocks.open.append(block) }
    }
    return (blocks, faults)
  }
}
