import Foundation
import Geodesy
import GRDB
import Ledger

/// The alerts, then and now.
struct AlertView: LedgerView {
  let name = "alerts"
  let version = 1

  static func aggregate(_ id: String) -> String { "alert:\(id)" }

  static let table = BelievedTable(
    name: "alert", key: [.text("id")],
    values: [
      .text("kind"), .text("severity"), .integer("rank"), .text("tracks"), .text("latitude"), .text("longitude"),
      .integer("began_ms"), .integer("ended_ms"), .text("evidence"), .text("words"), .text("rule"), .text("stage"),
      .text("taken_by"),
      .text("agency"), .text("handed_to"), .text("note"), .integer("exercise"), .integer("raised_ms"),
    ])

  func create(_ db: Database) throws {
    try Self.table.create(db)
    try db.execute(
      sql: """
        CREATE INDEX alert_order ON alert (began_ms) WHERE believed_to IS NULL;
        CREATE INDEX alert_change ON alert (believed_from);
        """)
  }

  func drop(_ db: Database) throws { try Self.table.drop(db) }

  func fold(_ entry: Entry, into db: Database) throws {
    if let raised = try entry.fact(AlertRaised.self) {
      let rank = Alert.Severity.allCases.firstIndex(of: raised.severity) ?? 0
      try Self.table.believe(
        [
          "id": raised.alert, "kind": raised.about, "severity": raised.severity.rawValue, "rank": rank,
          "tracks": raised.tracks.joined(separator: " "), "latitude": raised.latitude.map { "\($0)" },
          "longitude": raised.longitude.map { "\($0)" }, "began_ms": raised.began.millisecondsSince1970,
          "evidence": try Self.text(raised.evidence), "words": entry.text(PartName.text),
          "rule": try raised.rule.map { String(decoding: try JSONEncoder.sorted.encode($0), as: UTF8.self) },
          "stage": Alert.Stage.raised.rawValue, "exercise": raised.exercise ? 1 : 0,
          "raised_ms": entry.recordedMilliseconds,
        ], from: entry.sequence, in: db)
    } else if let changed = try entry.fact(AlertChanged.self) {
      var changes: [String: (any DatabaseValueConvertible)?] = [:]
      // What is over has no numbers any more; those that spoke for it stay.
      if !changed.evidence.isEmpty { changes["evidence"] = try Self.text(changed.evidence) }
      if let latitude = changed.latitude, let longitude = changed.longitude {
        (changes["latitude"], changes["longitude"]) = ("\(latitude)", "\(longitude)")
      }
      if let ended = changed.ended { changes["ended_ms"] = ended.millisecondsSince1970 }
      if let words = entry.text(PartName.text) { changes["words"] = words }
      try Self.table.revise(["id": changed.alert], with: changes, from: entry.sequence, in: db)
    } else if let taken = try entry.fact(AlertTaken.self) {
      try Self.table.revise(
        ["id": taken.alert],
        with: [
          "stage": taken.stage.rawValue, "taken_by": entry.actor, "agency": entry.agency, "handed_to": taken.handedTo,
          "note": entry.text(PartName.text),
        ], from: entry.sequence, in: db)
    }
  }

  func purge(subject: String, from db: Database) throws {
    guard subject.hasPrefix("track:") else { return }
    // Tracks stand apart by blanks, and no name of one holds a blank or a sign of a pattern but the underscore.
    let track = subject.dropFirst(6)
    try db.execute(
      sql: "UPDATE alert SET words = NULL, evidence = '[]' WHERE instr(' ' || tracks || ' ', ?) > 0",
      arguments: [" \(track) "])
  }

  private static func text(_ evidence: [Alert.Evidence]) throws -> String {
    String(decoding: try JSONEncoder.sorted.encode(evidence), as: UTF8.self)
  }
}

extension Alert {
  /// One alert as known; nil when there is none of this name.
  static func read(_ id: String, _ asKnown: AsKnown = .now, in db: Database) throws -> Alert? {
    try Row.fetchOne(db, sql: "SELECT * FROM alert WHERE id = ? AND \(asKnown.condition())", arguments: [id])
      .map(Alert.init(row:))
  }

  /// The alerts as known: those that are not resolved, the most pressing and then the newest first; or all, the newest first.
  static func all(open: Bool, limit: Int, _ asKnown: AsKnown, in db: Database) throws -> [Alert] {
    let filter = open ? "AND stage <> 'resolved' " : ""
    let order = open ? "rank, began_ms DESC, id" : "began_ms DESC, id"
    return try Row.fetchAll(
      db, sql: "SELECT * FROM alert WHERE \(asKnown.condition()) \(filter)ORDER BY \(order) LIMIT ?",
      arguments: [limit]
    ).map(Alert.init(row:))
  }

  /// The alerts as they stood after the entries between two sequences that changed them.
  static func changed(from first: Int64, to last: Int64, in db: Database) throws -> [Alert] {
    try Row.fetchAll(
      db, sql: "SELECT * FROM alert WHERE believed_from BETWEEN ? AND ? ORDER BY believed_from",
      arguments: [first, last]
    ).map(Alert.init(row:))
  }

  private init(row: Row) {
    func number(_ column: String) -> Double? { (row[column] as String?).flatMap(Double.init) }
    func moment(_ column: String) -> Instant? { (row[column] as Int64?).map(Instant.init(millisecondsSince1970:)) }
    let evidence = Data((row["evidence"] as String? ?? "[]").utf8)
    self.init(
      id: row["id"], kind: row["kind"], severity: Severity(rawValue: row["severity"]) ?? .notice,
      tracks: (row["tracks"] as String? ?? "").split(separator: " ").map(String.init),
      position: number("latitude").flatMap { latitude in
        number("longitude").flatMap { Position(latitudeDegrees: latitude, longitudeDegrees: $0) }
      },
      began: moment("began_ms") ?? Instant(millisecondsSince1970: 0), ended: moment("ended_ms"),
      evidence: (try? JSONDecoder().decode([Evidence].self, from: evidence)) ?? [], words: row["words"],
      rule: (row["rule"] as String?).flatMap { try? JSONDecoder().decode(Rule.self, from: Data($0.utf8)) },
      stage: Stage(rawValue: row["stage"]) ?? .raised, by: row["taken_by"], agency: row["agency"],
      handedTo: row["handed_to"], note: row["note"], exercise: row["exercise"] == 1,
      raised: moment("raised_ms") ?? Instant(millisecondsSince1970: 0), sequence: row["believed_from"])
  }
}
