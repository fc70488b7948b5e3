import Foundation
import GRDB
import Geodesy

/// Puts blocks into the tables and takes them out.
enum BlockStore {
  /// Stores a block and its pages and notes the change; in the caller's transaction.
  static func insert(
    _ block: EncodedBlock, generation: Int64, kind: ChangeKind, into db: Database
  ) throws -> SealedBlock {
    let head = block.head
    let hash = EncodedBlock.hash(head: head, pages: block.pages.map(\.bytes))
    let bytes = head.count + block.pages.reduce(0) { $0 + $1.bytes.count }
    let insertBlock = try db.cachedStatement(
      sql: """
        INSERT INTO block (generation, window, receivedFrom, receivedTo, atFrom, atTo, rowCount, bytes, south, west,
          north, east, thinningStep, replacesID, replacesHash, hash)
        VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
        """)
    try insertBlock.execute(arguments: [
      generation, block.window, block.receivedFrom, block.receivedTo, block.atFrom, block.atTo, block.rowCount, bytes,
      block.box.south, block.box.west, block.box.north, block.box.east, block.thinningStep, block.replaces?.id,
      block.replaces.map { Data($0.hash) }, Data(hash),
    ])
    let id = db.lastInsertedRowID
    let insertPage = try db.cachedStatement(
      sql: """
        INSERT INTO page (block, firstTrack, rowCount, atFrom, atTo, south, west, north, east, bytes)
        VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
        """)
    try insertPage.execute(arguments: [
      id, "", 0, block.atFrom, block.atTo, block.box.south, block.box.west, block.box.north, block.box.east, Data(head),
    ])
    for page in block.pages {
      try insertPage.execute(arguments: [
        id, page.firstTrack, page.rowCount, page.atFrom, page.atTo, page.box.south, page.box.west, page.box.north,
        page.box.east, Data(page.bytes),
      ])
    }
    let sealed = SealedBlock(
      id: id, hash: hash, from: Instant(millisecondsSince1970: block.receivedFrom),
      to: Instant(millisecondsSince1970: block.receivedTo), count: block.rowCount, bytes: bytes,
      replaces: block.replaces, thinningStep: block.thinningStep)
    try note(kind, sealed, in: db)
    return sealed
  }

  private static func note(_ kind: ChangeKind, _ block: SealedBlock, in db: Database) throws {
    try db.execute(
      sql: """
        INSERT INTO change (kind, block, hash, receivedFrom, receivedTo, rowCount, bytes, thinningStep, replacesID,
          replacesHash)
        VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
        """,
      arguments: [
        kind.rawValue, block.id, Data(block.hash), block.from.millisecondsSince1970, block.to.millisecondsSince1970,
        block.count, block.bytes, block.thinningStep, block.replaces?.id, block.replaces.map { Data($0.hash) },
      ])
  }

  /// Removes a block and its pages; in the caller's transaction.
  static func remove(_ id: Int64, from db: Database) throws {
    try db.execute(sql: "DELETE FROM page WHERE block = ?", arguments: [id])
    try db.execute(sql: "DELETE FROM block WHERE id = ?", arguments: [id])
  }

  /// The block in a row that has the columns of `block`.
  static func sealedBlock(_ row: Row, id: String = "id") -> SealedBlock {
    let replacesID: Int64? = row["replacesID"]
    let replacesHash: Data? = row["replacesHash"]
    let hash: Data = row["hash"]
    return SealedBlock(
      id: row[id], hash: Array(hash), from: Instant(millisecondsSince1970: row["receivedFrom"]),
      to: Instant(millisecondsSince1970: row["receivedTo"]), count: row["rowCount"], bytes: row["bytes"],
      replaces: replacesID.map { BlockReference(id: $0, hash: Array(replacesHash ?? Data())) },
      thinningStep: row["thinningStep"])
  }
}

/// The kinds of change as they stand in the table.
enum ChangeKind: String {
  case sealed
  case thinned
  case removed
}
