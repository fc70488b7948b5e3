import Foundation
import GRDB

/// A change of blocks that waits to be anchored.
public struct PendingChange: Hashable, Sendable {
  /// Its number; numbers grow.
  public let number: Int64
  /// What changed.
  public let change: BlockChange
}

extension Archive {
  /// Changes that were not yet confirmed as anchored, the earliest first.
  ///
  /// They are written in the transaction of the change itself, so none is lost when the process ends in between.
  public func pendingChanges(limit: Int = 100) throws -> [PendingChange] {
    try reading { db in
      let rows = try Row.fetchAll(db, sql: "SELECT * FROM change ORDER BY id LIMIT ?", arguments: [max(0, limit)])
      return rows.compactMap { row in
        switch ChangeKind(rawValue: row["kind"]) {
        case .sealed: PendingChange(number: row["id"], change: .sealed(BlockStore.sealedBlock(row, id: "block")))
        case .thinned: PendingChange(number: row["id"], change: .thinned(BlockStore.sealedBlock(row, id: "block")))
        case .removed:
          PendingChange(
            number: row["id"],
            change: .removed(BlockReference(id: row["replacesID"], hash: Array(row["replacesHash"] as Data))))
        case nil: nil
        }
      }
    }
  }

  /// Forgets pending changes up to a number, after they were anchored.
  public func confirmAnchored(through number: Int64) throws {
    try writing { db in
      try db.execute(sql: "DELETE FROM change WHERE id <= ?", arguments: [number])
    }
  }

  /// The sealed blocks with a number greater than the given, in the order of numbers.
  public func blocks(after id: Int64 = 0, limit: Int = 1000) throws -> [SealedBlock] {
    try reading { db in
      try Row.fetchAll(
        db, sql: "SELECT * FROM block WHERE id > ? ORDER BY id LIMIT ?", arguments: [id, max(0, limit)]
      ).map { BlockStore.sealedBlock($0) }
    }
  }

  /// Positions and bytes in sealed blocks, and positions in memory.
  public func size() throws -> (sealedPositions: Int, sealedBytes: Int, openPositions: Int, blocks: Int) {
    let open = blocksInMemory().reduce(0) { $0 + $1.count }
    return try reading { db in
      let row = try Row.fetchOne(
        db, sql: "SELECT coalesce(sum(rowCount), 0), coalesce(sum(bytes), 0), count(*) FROM block")
      return (row?[0] ?? 0, row?[1] ?? 0, open, row?[2] ?? 0)
    }
  }

  func reading<Value>(_ body: (Database) throws -> Value) throws -> Value {
    do {
      return try pool.read(body)
    } catch {
      throw ArchiveError(store: error, act: .cannotRead, place: path)
    }
  }

  func writing<Value>(_ body: (Database) throws -> Value) throws -> Value {
    do {
      return try pool.write(body)
    } catch {
      throw ArchiveError(store: error, act: .cannotWrite, place: path)
    }
  }
}
