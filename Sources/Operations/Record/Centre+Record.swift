import GRDB
import Ledger
import Marking

extension Centre {
  /// A page of the account of who did what, newest first.
  ///
  /// It takes the right to see the record; everyone may see what they did themselves.
  package func record(_ query: RecordQuery, as stated: Acting) async throws -> RecordPage {
    let isOwn = query.actor == stated.viewer.name
    try await permit(.see, isOwn ? .account : .record, as: stated)
    let acting = isOwn ? nil : stated.settled(for: .see, on: .record, exercise: settings.exercise)
    return try await ledger.read { [limits] db in try RecordAct.page(query, for: acting, limits: limits, in: db) }
  }
}
