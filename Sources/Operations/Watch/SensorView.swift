import Foundation
package import Geodesy
import GRDB
import Ledger
package import Tracking

/// Somebody on watch declared a sensor.
struct SensorDeclared: Fact {
  static let kind = "sensor.declared"
  var name: String
  var sensor: Sensor
  var aggregate: String { "sensor:\(name)" }
}

/// Somebody on watch took a sensor out.
struct SensorTakenOut: Fact {
  static let kind = "sensor.takenOut"
  var name: String
  var aggregate: String { "sensor:\(name)" }
}

/// What people on watch have said of a sensor; it wins over what a file or a feed says.
package struct StatedSensor: Sendable, Hashable {
  package var name: String
  /// As it was declared; nil when it was taken out.
  package var sensor: Sensor?
  package var by: String
  package var agency: String
  /// Why it was taken out.
  package var note: String?
  package var said: Instant
}

/// The sensors that people on watch have declared or taken out.
struct SensorView: LedgerView {
  let name = "sensors"
  let version = 1

  static let table = BelievedTable(
    name: "sensor", key: [.text("name")],
    values: [.text("declaration"), .text("said_by"), .text("agency"), .text("note"), .integer("said_ms")])

  func create(_ db: Database) throws { try Self.table.create(db) }

  func drop(_ db: Database) throws { try Self.table.drop(db) }

  func fold(_ entry: Entry, into db: Database) throws {
    if let fact = try entry.fact(SensorDeclared.self) {
      let declaration = String(decoding: try JSONEncoder.sorted.encode(fact.sensor), as: UTF8.self)
      try believe(fact.name, declaration, by: entry, in: db)
    } else if let fact = try entry.fact(SensorTakenOut.self) {
      try believe(fact.name, nil, by: entry, in: db)
    }
  }

  private func believe(_ name: String, _ declaration: String?, by entry: Entry, in db: Database) throws {
    try Self.table.believe(
      [
        "name": name, "declaration": declaration, "said_by": entry.actor, "agency": entry.agency,
        "note": entry.text(PartName.text), "said_ms": entry.recordedMilliseconds,
      ], from: entry.sequence, in: db)
  }

  func purge(subject: String, from db: Database) throws {}

  /// What is said of each sensor, as known, by name.
  static func read(_ asKnown: AsKnown = .now, in db: Database) throws -> [StatedSensor] {
    try Row.fetchAll(db, sql: "SELECT * FROM sensor WHERE \(asKnown.condition()) ORDER BY name").map { row in
      StatedSensor(
        name: row["name"],
        sensor: try (row["declaration"] as String?).map {
          try JSONDecoder().decode(Sensor.self, from: Data($0.utf8))
        }, by: row["said_by"], agency: row["agency"], note: row["note"],
        said: Instant(millisecondsSince1970: row["said_ms"]))
    }
  }
}
