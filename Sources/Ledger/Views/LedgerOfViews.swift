package import GRDB

/// The ledger whose views a database holds.
package enum LedgerOfViews {
  /// The name of the ledger in checkpoints, for a view that has to tell its own entries from those of other ledgers.
  ///
  /// - Throws: `corrupt` when the store has lost its name.
  package static func origin(in db: Database) throws -> String {
    let statement = try db.cachedStatement(sql: "SELECT value FROM setting WHERE name = ?")
    guard let origin = try String.fetchOne(statement, arguments: [StoreSetting.origin.rawValue]) else {
      throw LedgerError(
        .corrupt, "The store has lost the name of its ledger. Restore it from a backup.", place: "table setting")
    }
    return origin
  }
}
