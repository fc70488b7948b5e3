import Crypto
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
        sql: "INSERT INTO journal (generation, window, bytes, hash) VALUES (?, ?, ?, ?)",
        arguments: [
          block.generation, block.window, Data(page.bytes),
          hash(generation: block.generation, window: block.window, page.bytes),
        ])
    }
  }

  /// SHA-256 (FIPS 180-4) over the numbers, most significant byte first, and the bytes: nothing else vouches for an
  /// entry, since only sealed blocks are anchored in the ledger.
  static func hash(generation: Int64, window: Int64, _ bytes: some Sequence<UInt8>) -> Data {
    var hash = SHA256()
    for number in [generation, window] { withUnsafeBytes(of: number.bigEndian) { hash.update(bufferPointer: $0) } }
    hash.update(data: Array(bytes))
    return Data(hash.finalize())
  }

  /// Gives a hash to what was journaled before there were any, as it stands.
  static func addHashes(_ db: Database) throws {
    for row in try Row.fetchAll(db, sql: "SELECT id, generation, window, bytes FROM journal") {
      let hash = hash(generation: row["generation"], window: row["window"], row["bytes"] as Data)
      try db.execute(sql: "UPDATE journal SET hash = ? WHERE id = ?", arguments: [hash, row["id"] as Int64])
    }
  }

  /// The first entry that is not as it was written, or was set aside because it was not.
  static func firstFault(_ db: Database) throws -> ArchiveFault? {
    let rows = try Row.fetchCursor(db, sql: "SELECT id, generation, window, bytes, hash FROM journal ORDER BY id")
    while let row = try rows.next() {
      let generation: Int64 = row["generation"]
      if generation > 0, hash(generation: generation, window: row["window"], row["bytes"] as Data) == row["hash"] {
        continue
      }
      return ArchiveFault(
        code: .unreadable, blockID: -abs(generation), page: nil,
        message:
          "Entry \(row["id"] as Int64) of the journal is not as it was written: some of the latest positions are lost.")
    }
    return nil
  }

  /// Removes what a sealed block holds now; in the transaction that stores the block.
  static func remove(generation: Int64, from db: Database) throws {
    try db.execute(sql: "DELETE FROM journal WHERE generation = ?", arguments: [generation])
  }

  /// Removes what was set aside because it could not be read: nobody can say whom it is about.
  static func removeUnreadable(from db: Database) throws {
    try db.execute(sql: "DELETE FROM journal WHERE generation < 0")
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
      db, sql: "SELECT id, generation, window, bytes, hash FROM journal WHERE generation > 0 ORDER BY id")
    for entry in entries {
      let generation: Int64 = entry["generation"]
      var block = OpenBlock(generation: generation, window: entry["window"])
      let place = blocks.open.firstIndex { $0.generation == generation }
      if let place { block = blocks.open[place] }
      do {
        guard hash(generation: generation, window: entry["window"], entry["bytes"] as Data) == entry["hash"] else {
          throw UnreadableBytes(reason: "it is not as it was written")
        }
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
