import Geodesy
import GRDB
import Marking

extension LogEntry {
  /// The entries of the log between two sequences, both included, oldest first.
  static func read(from first: Int64, to last: Int64, in db: Database) throws -> [LogEntry] {
    try Row.fetchAll(
      db, sql: selection(.now) + " AND log.sequence BETWEEN ? AND ? ORDER BY log.sequence",
      arguments: [first, last]
    ).map(LogEntry.init(row:))
  }

  /// A page of the log as somebody may see it, newest first.
  static func page(
    _ query: LogQuery, for acting: Acting, limits: OperationsLimits, in db: Database
  ) throws -> LogPage {
    let limit = min(max(query.limit, 1), limits.pageRows)
    let place = Place(query)
    var (condition, arguments) = try condition(query, for: acting, in: place, db)
    let sql = """
      \(selection(query.asKnown, from: place.source)) AND \(condition) ORDER BY \(place.sequence) DESC LIMIT ?
      """
    arguments += [limit + 1]
    let entries = try Row.fetchAll(db, sql: sql, arguments: arguments).map(LogEntry.init(row:))
    guard entries.count > limit else { return LogPage(entries: entries, next: nil) }
    let page = Array(entries.prefix(limit))
    return LogPage(entries: page, next: page.last?.sequence)
  }

  /// Where the entries that answer a question are looked for, from the newest on.
  ///
  /// The index of words hands out its entries in that order, so that a word that stands in every entry costs no more than
  /// one that stands in a page of them.
  private struct Place {
    let words: String?
    let source: String
    let sequence: String

    init(_ query: LogQuery) {
      words = query.words.flatMap(matchExpression)
      source = words == nil ? "log" : "log_words CROSS JOIN log ON log.sequence = log_words.rowid"
      sequence = words == nil ? "log.sequence" : "log_words.rowid"
    }
  }

  /// How many of the entries that somebody may see a question finds, counted no further than `most`.
  static func count(
    _ query: LogQuery, for acting: Acting, atMost most: Int, in db: Database
  ) throws -> Int {
    let place = Place(query)
    var (condition, arguments) = try condition(query, for: acting, in: place, db)
    arguments += [most]
    return try Int.fetchOne(
      db,
      sql: """
        SELECT count(*) FROM (
          SELECT 1 FROM \(place.source) WHERE \(query.asKnown.condition("log.")) AND \(condition) LIMIT ?)
        """, arguments: arguments) ?? 0
  }

  /// What a question asks of an entry beside being believed: to be seen by who asks, among it.
  private static func condition(
    _ query: LogQuery, for acting: Acting, in place: Place, _ db: Database
  ) throws -> (sql: String, arguments: StatementArguments) {
    let sight = try Sight.log.of(acting, in: db)
    var sql = "\(sight.condition) AND \(place.sequence) <= ?"
    var arguments = sight.arguments + [query.asKnown.lastSequence(before: query.before)]
    let wanted: [(String, (any DatabaseValueConvertible)?)] = [
      ("log.track = ?", query.subject), ("log.author = ?", query.author), ("log.agency = ?", query.agency),
      ("log.exercise = ?", query.exercise), ("log.about_ms >= ?", query.aboutFrom?.millisecondsSince1970),
      ("log.about_ms <= ?", query.aboutTo?.millisecondsSince1970),
      ("log_words MATCH ?", place.words),
    ]
    for case (let condition, let value?) in wanted {
      sql += " AND \(condition)"
      arguments += [value]
    }
    return (sql, arguments)
  }

  /// The words as typed as a full-text expression: all of them, the last as a beginning. Every word is quoted, so that
  /// nothing typed is taken for an operator.
  ///
  /// - Returns: nil when there is no word, which asks for nothing in particular.
  static func matchExpression(_ typed: String) -> String? {
    let words = typed.split(whereSeparator: \.isWhitespace)
      .filter { $0.contains { $0.isLetter || $0.isNumber } }
      .map { "\"" + $0.filter { $0 != "\"" && $0 != "\0" } + "\"" }
    return words.isEmpty ? nil : words.joined(separator: " ") + "*"
  }

  private static func selection(_ asKnown: AsKnown, from source: String = "log") -> String {
    """
    SELECT log.*, (
      SELECT max(correction.sequence) FROM log AS correction
      WHERE correction.correction_of = log.sequence AND \(asKnown.condition("correction."))) AS corrected_by
    FROM \(source) WHERE \(asKnown.condition("log."))
    """
  }

  private init(row: Row) {
    sequence = row["sequence"]
    about = Instant(millisecondsSince1970: row["about_ms"])
    recorded = Instant(millisecondsSince1970: row["recorded_ms"])
    author = row["author"]
    agency = row["agency"]
    text = row["text"]
    subject = row["track"]
    correctionOf = row["correction_of"]
    correctedBy = row["corrected_by"]
    exercise = row["exercise"]
    // What cannot be read as a marking is shown to nobody; the row has no pair that anyone may see.
    marking = Marking(text: row["marking"]) ?? Marking(classification: .topSecret, agencies: .only([]))
  }
}
