import Foundation
import Geodesy
import GRDB
import Marking

extension RecordAct {
  /// A page of the record, newest first.
  ///
  /// - Parameter acting: who looks; nil for one's own acts, all of which one may see.
  static func page(
    _ query: RecordQuery, for acting: Acting?, limits: OperationsLimits, in db: Database
  ) throws -> RecordPage {
    let limit = min(max(query.limit, 1), limits.pageRows)
    // The newest that can answer: without it a page of long ago would be looked for from today on.
    var last = query.asKnown.lastSequence(before: query.before)
    if let to = query.to { last = min(last, try newest(from: query.from, to: to, in: db)) }
    // The index of kinds is in the order of entries within one kind, and not across several.
    let isBeginning = query.kind?.hasSuffix(".") ?? false
    let wanted: [String?] = isBeginning ? try kinds(beginning: query.kind ?? "", in: db) : [query.kind]
    let places: [(pair: Int64, kind: String?)] = try Sight.record.pairs(for: acting, in: db).flatMap { pair in
      wanted.map { (pair, $0) }
    }
    let acts = try Sight.newest(limit + 1, of: places, by: \.sequence) { place, after in
      try read(query, pair: place.pair, kind: place.kind, after: after, last: last, limit: limit + 1, in: db)
    }
    guard acts.count > limit else { return RecordPage(acts: acts, next: nil) }
    let page = Array(acts.prefix(limit))
    return RecordPage(acts: page, next: page.last?.sequence)
  }

  /// The newest acts that answer, of one pair of marking and agency, from behind `after` to `last`.
  private static func read(
    _ query: RecordQuery, pair: Int64, kind: String?, after: Int64, last: Int64, limit: Int, in db: Database
  ) throws -> [RecordAct] {
    let sequence = query.subject == nil ? "record.sequence" : "record_subject.sequence"
    var source = "record"
    var pairColumn = "record.sight"
    var conditions = [query.asKnown.condition("record."), "\(sequence) > ?", "\(sequence) <= ?"]
    var arguments: StatementArguments = [after, last]
    if let subject = query.subject {
      // By subject, pair and sequence is how that table lies.
      pairColumn = "record_subject.sight"
      source = "record_subject CROSS JOIN record ON record.sequence = record_subject.sequence"
      conditions.append("record_subject.subject = ?")
      arguments += [subject]
    }
    conditions.append("\(pairColumn) = ?")
    arguments += [pair]
    if let actor = query.actor {
      conditions.append("record.actor = ?")
      arguments += [actor]
    }
    if let kind {
      conditions.append("record.kind = ?")
      arguments += [kind]
    }
    // The plus keeps the index of times out of it, which would have to put all it finds in order first.
    if let from = query.from {
      conditions.append("+record.recorded_ms >= ?")
      arguments += [from.millisecondsSince1970]
    }
    if let to = query.to {
      conditions.append("+record.recorded_ms < ?")
      arguments += [to.millisecondsSince1970]
    }
    arguments += [limit]
    let sql = """
      SELECT record.* FROM \(source) WHERE \(conditions.joined(separator: " AND ")) ORDER BY \(sequence) DESC LIMIT ?
      """
    return try Row.fetchAll(db, sql: sql, arguments: arguments).map(RecordAct.init(row:))
  }

  /// The kinds in the record that begin so; each is found by one step in the index.
  private static func kinds(beginning start: String, in db: Database) throws -> [String] {
    // The full stop is followed by the slash, so this is every kind that begins so.
    let end = String(start.dropLast()) + "/"
    let next = try db.cachedStatement(sql: "SELECT min(kind) FROM record WHERE kind > ? AND kind < ?")
    var kinds: [String] = []
    while let kind = try String.fetchOne(next, arguments: [kinds.last ?? start, end]) { kinds.append(kind) }
    return kinds
  }

  /// The greatest sequence recorded within a span of time, 0 when there is none: a clock may go back, so the last in time
  /// need not be the last in order.
  private static func newest(from: Instant?, to: Instant, in db: Database) throws -> Int64 {
    let newest = try Int64.fetchOne(
      db, sql: "SELECT max(sequence) FROM record WHERE recorded_ms >= ? AND recorded_ms < ?",
      arguments: [from?.millisecondsSince1970 ?? .min, to.millisecondsSince1970])
    return newest ?? 0
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
