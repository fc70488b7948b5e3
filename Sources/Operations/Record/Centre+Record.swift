import GRDB
import Ledger
import Marking

extension Centre {
  /// A page of the account of who did what, newest first.
  ///
  /// It takes the right to see the record; everyone may see what they did themselves.
  package func record(_ query: RecordQuery, as acting: Acting) async throws -> RecordPage {
    let isOwn = query.actor == acting.viewer.name
    try await permit(.see, isOwn ? .account : .record, as: acting)
    return try await ledger.read { [limits] db in try RecordAct.page(query, limits: limits, in: db) }
  }
}
