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
    let places = try Place.all(query, for: acting, in: db)
    let entries = try Sight.newest(limit + 1, of: places, by: \.sequence) { place, after in
      let (condition, arguments) = condition(query, in: place, after: after)
      let sql = """
        \(selection(query.asKnown, from: place.source)) AND \(condition) ORDER BY \(place.sequence) DESC LIMIT ?
        """
      return try Row.fetchAll(db, sql: sql, arguments: arguments + [limit + 1]).map(LogEntry.init(row:))
    }
    guard entries.count > limit else { return LogPage(entries: entries, next: nil) }
    let page = Array(entries.prefix(limit))
    return LogPage(entries: page, next: page.last?.sequence)
  }

  /// Where the entries that answer a question are looked for, from the newest on, among those that somebody may see.
  private enum Place {
    /// The index of words hands out its entries in that order, so that a word that stands in every entry costs no more
    /// than one that stands in a page of them.
    case words(match: String)
    /// The entries with one pair of marking and agency.
    case pair(Int64)

    static func all(_ query: LogQuery, for acting: Acting, in db: Database) throws -> [Place] {
      let pairs = try Sight.log.pairs(for: acting, in: db)
      guard !pairs.isEmpty, let words = try query.words.flatMap({ try LogSearch.matchExpression($0, in: db) }) else {
        return pairs.map(Place.pair)
      }
      let seen = pairs.map(LogView.word(ofPair:)).joined(separator: " OR ")
      return [.words(match: "text : (\(words)) AND sight : (\(seen))")]
    }

    var source: String {
      switch self {
      case .words: "log_words CROSS JOIN log ON log.sequence = log_words.rowid"
      case .pair: "log"
      }
    }

    var sequence: String {
      switch self {
      case .words: "log_words.rowid"
      case .pair: "log.sequence"
      }
    }

    var condition: (sql: String, argument: any DatabaseValueConvertible) {
      switch self {
      case .words(let match): ("log_words MATCH ?", match)
      case .pair(let pair): ("log.sight = ?", pair)
      }
    }
  }

  /// How many of the entries that somebody may see a question finds, counted no further than `most`.
  static func count(
    _ query: LogQuery, for acting: Acting, atMost most: Int, in db: Database
  ) throws -> Int {
    var count = 0
    for place in try Place.all(query, for: acting, in: db) where count < most {
      let (condition, arguments) = condition(query, in: place, after: 0)
      let sql = """
        SELECT count(*) FROM (
          SELECT 1 FROM \(place.source) WHERE \(query.asKnown.condition("log.")) AND \(condition) LIMIT ?)
        """
      count += try Int.fetchOne(db, sql: sql, arguments: arguments + [most - count]) ?? 0
    }
    return count
  }

  /// What a question asks of an entry beside being believed, of those after a sequence.
  private static func condition(
    _ query: LogQuery, in place: Place, after: Int64
  ) -> (sql: String, arguments: StatementArguments) {
    var sql = "\(place.condition.sql) AND \(place.sequence) > ? AND \(place.sequence) <= ?"
    var arguments: StatementArguments = [
      place.condition.argument, after, query.asKnown.lastSequence(before: query.before),
    ]
    let wanted: [(String, (any DatabaseValueConvertible)?)] = [
      ("log.track = ?", query.subject), ("log.author = ?", query.author), ("log.agency = ?", query.agency),
      ("log.exercise = ?", query.exercise), ("log.about_ms >= ?", query.aboutFrom?.millisecondsSince1970),
      ("log.about_ms <= ?", query.aboutTo?.millisecondsSince1970),
    ]
    for case (let condition, let value?) in wanted {
      sql += " AND \(condition)"
      arguments += [value]
    }
    return (sql, arguments)
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
