import Foundation
import Geodesy
import GRDB
import Ledger
import Marking

/// Series with their vintages, and the release calendar.
struct StatisticsView: LedgerView {
  let name = "statistics"
  let version = 1

  static let seriesTable = BelievedTable(name: "statistic_series", key: [.text("id")], values: [.text("description")])
  static let releases = BelievedTable(
    name: "statistic_release", key: [.text("series"), .text("released")],
    values: [
      .text("source"), .text("first"), .text("final_through"), .text("note"), .text("file_hash"), .text("parts"),
      .text("said_by"), .text("agency"), .integer("exercise"),
    ])
  static let publicationTable = BelievedTable(
    name: "publication", key: [.text("id")],
    values: [
      .text("title"), .text("series"), .integer("due_ms"), .text("rule"), .integer("published_ms"), .text("files"),
      .text("said_by"), .text("agency"),
    ])
  static let earlyReaders = BelievedTable(
    name: "publication_reader", key: [.text("publication"), .text("person")],
    values: [.text("post"), .integer("from_ms"), .text("reason")])

  private static let tables = [seriesTable, releases, publicationTable, earlyReaders]

  func create(_ db: Database) throws { for table in Self.tables { try table.create(db) } }

  func drop(_ db: Database) throws { for table in Self.tables { try table.drop(db) } }

  func fold(_ entry: Entry, into db: Database) throws {
    if let fact = try entry.fact(SeriesReleased.self) {
      try fold(fact, of: entry, into: db)
    } else if let fact = try entry.fact(ReleaseWithdrawn.self) {
      try Self.releases.cease(
        ["series": fact.series, "released": fact.released.text], at: entry.sequence, in: db)
    } else if let fact = try entry.fact(PublicationScheduled.self) {
      try Self.publicationTable.believe(
        [
          "id": fact.publication, "title": fact.title, "series": JSONWords.list(fact.series),
          "due_ms": fact.due.millisecondsSince1970, "rule": fact.rule, "said_by": entry.actor, "agency": entry.agency,
        ], from: entry.sequence, in: db)
    } else if let fact = try entry.fact(EarlyAccessGiven.self) {
      try Self.earlyReaders.believe(
        [
          "publication": fact.publication, "person": fact.person, "post": fact.post,
          "from_ms": fact.from.millisecondsSince1970, "reason": fact.reason,
        ], from: entry.sequence, in: db)
    } else if let fact = try entry.fact(PublicationIssued.self) {
      try Self.publicationTable.revise(
        ["id": fact.publication],
        with: ["published_ms": entry.recordedMilliseconds, "files": JSONWords.object(fact.files)],
        from: entry.sequence, in: db)
    }
  }

  private func fold(_ fact: SeriesReleased, of entry: Entry, into db: Database) throws {
    let series = StatisticSeries(
      id: fact.series, title: fact.title, measure: fact.measure, period: fact.period, place: fact.place,
      route: fact.route, dimension: fact.dimension, countsDetections: fact.countsDetections)
    try Self.seriesTable.believe(
      ["id": fact.series, "description": try Self.text(series)], from: entry.sequence, in: db)
    try Self.releases.believe(
      [
        "series": fact.series, "released": fact.released.text, "source": fact.source, "first": fact.first.text,
        "final_through": fact.finalThrough?.text, "note": fact.note, "file_hash": fact.fileHash,
        "parts": try Self.text(fact.parts), "said_by": entry.actor, "agency": entry.agency,
        "exercise": Marking(text: entry.marking)?.exercise == true ? 1 : 0,
      ], from: entry.sequence, in: db)
  }

  func purge(subject: String, from db: Database) throws {}

  private static func text(_ value: some Encodable) throws -> String {
    String(decoding: try JSONEncoder.sorted.encode(value), as: UTF8.self)
  }
}
