import Foundation
import Geodesy
import GRDB
import Ledger

/// An area of the watch was named, or what it is was said anew.
struct PlaceChanged: Fact {
  static let kind = "place.changed"
  var place: String
  var name: String
  var use: WatchPlace.Use
  var corners: [Position]
  var aggregate: String { "place:\(place)" }
}

/// A place was taken out.
struct PlaceRemoved: Fact {
  static let kind = "place.removed"
  var place: String
  var name: String
  var use: WatchPlace.Use
  var corners: [Position]
  var aggregate: String { "place:\(place)" }
}

/// The places of the watch as people have named them.
struct PlaceView: LedgerView {
  let name = "places"
  let version = 1

  static let table = BelievedTable(
    name: "place", key: [.text("id")],
    values: [
      .text("name"), .text("purpose"), .text("corners"), .integer("removed"), .text("said_by"), .text("agency"),
      .text("note"), .integer("said_ms"),
    ])

  func create(_ db: Database) throws { try Self.table.create(db) }

  func drop(_ db: Database) throws { try Self.table.drop(db) }

  func fold(_ entry: Entry, into db: Database) throws {
    if let fact = try entry.fact(PlaceChanged.self) {
      try believe(fact.place, fact.name, fact.use, fact.corners, isRemoved: false, by: entry, in: db)
    } else if let fact = try entry.fact(PlaceRemoved.self) {
      try believe(fact.place, fact.name, fact.use, fact.corners, isRemoved: true, by: entry, in: db)
    }
  }

  private func believe(
    _ id: String, _ name: String, _ use: WatchPlace.Use, _ corners: [Position], isRemoved: Bool, by entry: Entry,
    in db: Database
  ) throws {
    try Self.table.believe(
      [
        "id": id, "name": name, "purpose": use.rawValue,
        "corners": String(decoding: try JSONEncoder.sorted.encode(corners), as: UTF8.self),
        "removed": isRemoved ? 1 : 0, "said_by": entry.actor, "agency": entry.agency,
        "note": entry.text(PartName.text), "said_ms": entry.recordedMilliseconds,
      ], from: entry.sequence, in: db)
  }

  func purge(subject: String, from db: Database) throws {}

  /// The places of which somebody has spoken, as known, by name; those that were taken out stand among them.
  static func read(_ asKnown: AsKnown = .now, in db: Database) throws -> [WatchPlace] {
    try Row.fetchAll(db, sql: "SELECT * FROM place WHERE \(asKnown.condition()) ORDER BY name, id").compactMap { row in
      let corners = try JSONDecoder().decode([Position].self, from: Data((row["corners"] as String? ?? "[]").utf8))
      guard let polygon = Polygon(ring: corners), let use = WatchPlace.Use(rawValue: row["purpose"]) else { return nil }
      var place = WatchPlace(id: row["id"], name: row["name"], use: use, polygon: polygon)
      place.isRemoved = row["removed"] == 1
      (place.by, place.agency, place.note) = (row["said_by"], row["agency"], row["note"])
      place.said = (row["said_ms"] as Int64?).map(Instant.init(millisecondsSince1970:))
      return place
    }
  }
}
