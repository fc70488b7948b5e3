import Foundation
import GRDB

/// What a verification found.
public struct ArchiveVerification: Hashable, Sendable {
  /// Blocks whose bytes were hashed and compared.
  public internal(set) var blocksChecked = 0
  /// Bytes hashed.
  public internal(set) var bytesChecked = 0
  /// The first block, by number, that is missing or not as it was anchored, else the first bad entry of the journal.
  public internal(set) var fault: ArchiveFault?
}

extension Archive {
  /// Compares every block with what the ledger recorded, up to the first that differs.
  ///
  /// - Parameter anchors: all anchors in the order of the ledger. A block that another replaced is not expected.
  /// - Throws: `ArchiveError` when the file cannot be read.
  public func verify(anchors: some Sequence<BlockAnchor>) throws -> ArchiveVerification {
    var expected: [Int64: [UInt8]] = [:]
    var result = ArchiveVerification()
    for anchor in anchors {
      if let replaces = anchor.replaces {
        guard expected.removeValue(forKey: replaces.id) == replaces.hash else {
          result.fault = ArchiveFault(
            code: .hashDiffers, blockID: replaces.id, page: nil,
            message: "Block \(replaces.id) was replaced, but not with the hash that was anchored for it.")
          return result
        }
      }
      if let block = anchor.block { expected[block.id] = block.hash }
    }
    return try reading { db in
      let pending = try Row.fetchAll(db, sql: "SELECT block, replacesID FROM change")
      let pendingBlocks = Set(pending.compactMap { $0["block"] as Int64? })
      let pendingRemovals = Set(pending.compactMap { $0["replacesID"] as Int64? })
      let stored = try Int64.fetchAll(db, sql: "SELECT id FROM block ORDER BY id")
      for id in Set(stored).union(expected.keys).sorted() {
        guard let columns = try Row.fetchOne(db, sql: "SELECT * FROM block WHERE id = ?", arguments: [id]) else {
          if pendingRemovals.contains(id) { continue }
          result.fault = ArchiveFault(
            code: .missing, blockID: id, page: nil, message: "Block \(id) was anchored and is not in the archive.")
          return result
        }
        result.fault = try self.fault(of: id, columns, expected: expected[id], db, &result)
        if result.fault == nil, expected[id] == nil, !pendingBlocks.contains(id) {
          result.fault = ArchiveFault(
            code: .notAnchored, blockID: id, page: nil, message: "Block \(id) is in the archive but never was anchored."
          )
        }
        if result.fault != nil { return result }
      }
      result.fault = try Journal.firstFault(db)
      return result
    }
  }

  private func fault(
    of id: Int64, _ columns: Row, expected: [UInt8]?, _ db: Database, _ result: inout ArchiveVerification
  ) throws -> ArchiveFault? {
    let pages = try Row.fetchAll(
      db, sql: "SELECT * FROM page WHERE block = ? ORDER BY firstTrack", arguments: [id])
    let bytes = pages.map { Array($0["bytes"] as Data) }
    let hash = EncodedBlock.hash(head: bytes.first ?? [], pages: Array(bytes.dropFirst()))
    result.blocksChecked += 1
    result.bytesChecked += bytes.reduce(0) { $0 + $1.count }
    let stored = BlockStore.sealedBlock(columns)
    guard hash == stored.hash, expected == nil || expected == hash else {
      return ArchiveFault(
        code: .hashDiffers, blockID: id, page: nil,
        message: "The bytes of block \(id) have the hash \(hexadecimal(hash)), and that is not the one "
          + (hash == stored.hash ? "that was anchored." : "it was sealed with."))
    }
    // The head holds all by which the block is found, so columns that were altered give another head.
    guard EncodedBlock(columns: columns, pages: Array(pages.dropFirst())).head == bytes.first else {
      return ArchiveFault(
        code: .columnsDiffer, blockID: id, page: nil,
        message: "The columns of block \(id) were altered: they differ from its head.")
    }
    return nil
  }
}

extension EncodedBlock {
  /// The block that the columns describe.
  fileprivate init(columns: Row, pages rows: [Row]) {
    let stored = BlockStore.sealedBlock(columns)
    window = columns["window"]
    (receivedFrom, receivedTo) = (columns["receivedFrom"], columns["receivedTo"])
    (atFrom, atTo) = (columns["atFrom"], columns["atTo"])
    rowCount = stored.count
    box = CellBox(columns)
    thinningStep = stored.thinningStep
    replaces = stored.replaces
    pages = rows.map { row in
      var page = EncodedPage()
      page.bytes = Array(row["bytes"] as Data)
      page.firstTrack = row["firstTrack"]
      page.rowCount = row["rowCount"]
      (page.atFrom, page.atTo) = (row["atFrom"], row["atTo"])
      page.box = CellBox(row)
      return page
    }
  }
}

extension CellBox {
  fileprivate init(_ row: Row) {
    self.init(south: row["south"], west: row["west"], north: row["north"], east: row["east"])
  }
}
