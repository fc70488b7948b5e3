import Foundation
import GRDB
import Synchronization

/// Reads the pages that a statement finds, and keeps the faults of those that cannot be read.
struct PageScan {
  let archive: Archive
  let reader: PageReader
  /// Blocks that are in memory too, and are not to be counted twice.
  let generationsInMemory: Set<Int64>
  var faults: [ArchiveFault] = []

  init(_ archive: Archive, inMemory blocks: [OpenBlock]) throws {
    self.archive = archive
    reader = try PageReader()
    generationsInMemory = Set(blocks.map(\.generation))
  }

  /// Reads pages; the statement answers with block, generation, bytes and the latest moment of the page, in this order.
  ///
  /// - Parameters:
  ///   - mayGoOn: asked before each page.
  ///   - isWanted: takes a track and the latest moment of its page; a page without wanted tracks is not unpacked.
  mutating func read(
    _ sql: String, _ arguments: StatementArguments, mayGoOn: () -> Bool = { true },
    isWanted: (PageTrack, _ pageTo: Int64) -> Bool, visit: (PageTrack, ArchiveRow) -> PageReader.Next
  ) throws {
    let faults = try archive.pool.read { db in
      var faults: [ArchiveFault] = []
      let rows = try Row.fetchCursor(try db.cachedStatement(sql: sql), arguments: arguments)
      while let row = try rows.next(), mayGoOn() {
        guard !generationsInMemory.contains(row[1]) else { continue }
        do {
          try row.withUnsafeData(atIndex: 2) { data in
            let pageTo: Int64 = row[3]
            try (data ?? Data()).withUnsafeBytes {
              try reader.read($0, isWanted: { isWanted($0, pageTo) }, visit: visit)
            }
          }
        } catch let error as UnreadableBytes {
          let block: Int64 = row[0]
          if faults.last?.blockID == block { continue }
          faults.append(
            ArchiveFault(
              code: .unreadable, blockID: block, page: nil,
              message: "A page of block \(block) cannot be read: \(error.reason). Its positions are missing here."))
        }
      }
      return faults
    }
    for fault in faults { archive.keep(fault) }
    self.faults += faults
  }
}

extension Archive {
  /// The blocks in memory as they are now; taken before the file is asked, so that none falls between the two.
  func blocksInMemory() -> [OpenBlock] {
    memory.withLock { $0.all }
  }
}
