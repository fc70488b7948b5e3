import GRDB
import Ledger
import Marking

/// Which rows of a view somebody may see, as a condition of its query, so that a hidden row changes no page, no search, no
/// count, and no time that an answer takes.
///
/// Access to a row depends on its marking and on the agency that wrote it. There are few different pairs of them, so each
/// has a number, by which the rows are indexed; the rules of access judge the pairs, and rows of others are never met.
struct Sight: Sendable {
  static let log = Sight(table: "log", kind: .log)
  static let record = Sight(table: "record", kind: .record)

  /// The view's table, with a column `sight` for the number of the pair.
  let table: String
  let kind: ObjectKind

  func create(_ db: Database) throws {
    try db.execute(
      sql: """
        CREATE TABLE \(table)_sight (
          pair INTEGER PRIMARY KEY, marking TEXT NOT NULL, agency TEXT NOT NULL, UNIQUE (marking, agency))
        """)
  }

  func drop(_ db: Database) throws { try db.execute(sql: "DROP TABLE IF EXISTS \(table)_sight") }

  /// The number of the pair of a row that is folded; they count up in the order of the ledger.
  func pair(of entry: Entry, in db: Database) throws -> Int64 {
    let known = try db.cachedStatement(sql: "SELECT pair FROM \(table)_sight WHERE marking = ? AND agency = ?")
    if let pair = try Int64.fetchOne(known, arguments: [entry.marking, entry.agency]) { return pair }
    try db.execute(
      sql: "INSERT INTO \(table)_sight (marking, agency) VALUES (?, ?)", arguments: [entry.marking, entry.agency])
    return db.lastInsertedRowID
  }

  /// The numbers of the pairs that somebody may see; without anybody, of all.
  func pairs(for acting: Acting?, in db: Database) throws -> [Int64] {
    let pairs = try Row.fetchAll(db, sql: "SELECT pair, marking, agency FROM \(table)_sight ORDER BY pair")
    guard let acting else { return pairs.map { $0["pair"] } }
    return pairs.filter { pair in
      guard let marking = Marking(text: pair["marking"]) else { return false }
      let object = Protected(kind: kind, marking: marking, ownerAgency: pair["agency"], side: kind.side)
      return decide(acting.viewer, .see, object, for: acting.purpose).isPermitted
    }.map { $0["pair"] }
  }

  /// The newest rows of several sources, each of which is in order by itself.
  ///
  /// - Parameters:
  ///   - limit: how many are wanted.
  ///   - sequence: where a row has its place.
  ///   - read: the newest rows of a source after a sequence, no more than are wanted.
  static func newest<Source, Found>(
    _ limit: Int, of sources: [Source], by sequence: KeyPath<Found, Int64>,
    read: (_ source: Source, _ after: Int64) throws -> [Found]
  ) rethrows -> [Found] {
    var found: [Found] = []
    for source in sources {
      // What is older than a whole page of others is on no page.
      found += try read(source, found.count < limit ? 0 : found[limit - 1][keyPath: sequence])
      found.sort { $0[keyPath: sequence] > $1[keyPath: sequence] }
      found.removeLast(max(0, found.count - limit))
    }
    return found
  }
}
