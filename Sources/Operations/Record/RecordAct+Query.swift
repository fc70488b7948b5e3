import Foundation
import Geodesy
import GRDB
import Marking

extension RecordAct {
  /// A page of the record, newest first.
  static func page(_ query: RecordQuery, limits: OperationsLimits, in db: Database) throws -> RecordPage {
    let limit = min(max(query.limit, 1), limits.pageRows)
    var conditions = [query.asKnown.condition("record."), "record.sequence <= ? AND record.sequence < ?"]
    var arguments: StatementArguments = [query.asKnown.lastSequence, query.before ?? .max]
    if let actor = query.actor {
      conditions.append("record.actor = ?")
      arguments += [actor]
    }
    if let kind = query.kind {
      if kind.hasSuffix(".") {
        // The full stop is followed by the slash, so this is every kind that begins so, and the index serves it.
        conditions.append("record.kind >= ? AND record.kind < ?")
        arguments += [kind, String(kind.dropLast()) + "/"]
      } else {
        conditions.append("record.kind = ?")
        arguments += [kind]
      }
    }
    if let subject = query.subject {
      conditions.append("record.sequence IN (SELECT sequence FROM record_subject WHERE subject = ?)")
      arguments += [subject]
    }
    if let from = query.from {
      conditions.append("record.recorded_ms >= ?")
      arguments += [from.millisecondsSince1970]
    }
    if let to = query.to {
      conditions.append("record.recorded_ms < ?")
      arguments += [to.millisecondsSince1970]
    }
    arguments += [limit + 1]
    let sql = "SELECT * FROM record WHERE \(conditions.joined(separator: " AND ")) ORDER BY sequence DESC LIMIT ?"
    let acts = try Row.fetchAll(db, sql: sql, arguments: arguments).map(RecordAct.init(row:))
    guard acts.count > limit else { return RecordPage(acts: acts, next: nil) }
    let page = Array(acts.prefix(limit))
    return RecordPage(acts: page, next: page.last?.sequence)
  }

  private init(row: Row) throws {
    let decoder = JSONDecoder()
    sequence = row["sequence"]
    recorded = Instant(millisecondsSince1970: row["recorded_ms"])
    about = Instant(millisecondsSince1970: row["about_ms"])
    actor = row["actor"]
    agency = row["agency"]
    purpose = row["purpose"]
    kind = row["kind"]
    aggregate = row["aggregate"]
    subjects = try decoder.decode([String].self, from: Data((row["subjects"] as String).utf8))
    marking = row["marking"]
    exercise = Marking(text: marking)?.exercise ?? false
    arguments = try decoder.decode([String: String].self, from: Data((row["arguments"] as String).utf8))
  }
}
