import Foundation
import Geodesy
import GRDB

extension StatisticsView {
  /// The series of which a vintage is here, as known, by name.
  static func series(_ asKnown: AsKnown = .now, in db: Database) throws -> [StatisticSeries] {
    let condition = asKnown.condition("statistic_series.")
    let sql = """
      SELECT description FROM statistic_series WHERE \(condition) AND EXISTS (SELECT 1 FROM statistic_release
      WHERE series = id AND \(asKnown.condition("statistic_release."))) ORDER BY id
      """
    return try String.fetchAll(db, sql: sql).map { try JSONDecoder().decode(StatisticSeries.self, from: Data($0.utf8)) }
  }

  /// The days of the vintages of a series, as known, oldest first.
  static func days(of series: String, _ asKnown: AsKnown = .now, in db: Database) throws -> [StatisticDay] {
    try String.fetchAll(
      db, sql: "SELECT released FROM statistic_release WHERE series = ? AND \(asKnown.condition()) ORDER BY released",
      arguments: [series]
    ).compactMap(StatisticDay.init)
  }

  /// The vintages of a series, as known, oldest first.
  /// - Parameter newest: only so many of the newest.
  static func releases(
    of series: String, newest: Int = .max, _ asKnown: AsKnown = .now, in db: Database
  ) throws -> [StatisticRelease] {
    let rows = try Row.fetchAll(
      db,
      sql: """
        SELECT * FROM statistic_release WHERE series = ? AND \(asKnown.condition()) ORDER BY released DESC LIMIT ?
        """,
      arguments: [series, Int64(clamping: newest)])
    return try rows.reversed().compactMap { row in
      guard let released = StatisticDay(row["released"]), let first = StatisticDay(row["first"]) else { return nil }
      var release = StatisticRelease(
        series: series, released: released, source: row["source"], first: first,
        parts: try JSONDecoder().decode([StatisticRelease.Part].self, from: Data((row["parts"] as String).utf8)),
        finalThrough: (row["final_through"] as String?).flatMap(StatisticDay.init), note: row["note"],
        fileHash: row["file_hash"])
      (release.by, release.agency, release.exercise) = (row["said_by"], row["agency"], row["exercise"] == 1)
      return release
    }
  }

  /// The release calendar, as known, the latest first.
  static func publications(_ asKnown: AsKnown = .now, in db: Database) throws -> [StatisticPublication] {
    let readers = try Row.fetchAll(
      db, sql: "SELECT * FROM publication_reader WHERE \(asKnown.condition()) ORDER BY from_ms, person")
    let decoder = JSONDecoder()
    return try Row.fetchAll(
      db, sql: "SELECT * FROM publication WHERE \(asKnown.condition()) ORDER BY due_ms DESC, id"
    ).map { row in
      let id: String = row["id"]
      var publication = StatisticPublication(
        id: id, title: row["title"],
        series: try decoder.decode([String].self, from: Data((row["series"] as String).utf8)),
        due: Instant(millisecondsSince1970: row["due_ms"]), rule: row["rule"])
      publication.published = (row["published_ms"] as Int64?).map(Instant.init(millisecondsSince1970:))
      publication.files =
        try (row["files"] as String?).map { try decoder.decode([String: String].self, from: Data($0.utf8)) } ?? [:]
      (publication.by, publication.agency) = (row["said_by"], row["agency"])
      publication.earlyReaders = readers.filter { $0["publication"] == id }.map { reader in
        StatisticPublication.EarlyReader(
          person: reader["person"], post: reader["post"], from: Instant(millisecondsSince1970: reader["from_ms"]),
          reason: reader["reason"])
      }
      return publication
    }
  }
}
