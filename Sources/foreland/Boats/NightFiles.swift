import Foundation
import Geodesy
import Rescue

/// The files of a night: reports.csv, recoveries.csv and environment.csv, with times in seconds after its start.
enum NightFiles {
  /// Times of a night are counted from here; the files give no date.
  static let start = Instant(millisecondsSince1970: 0)
  private static let greatestSeconds = 1e9

  /// Reads what a watch officer would have.
  /// - Throws: `ScenarioError` with the file and line of what cannot be read.
  static func evidence(_ folder: String) throws -> NightEvidence {
    var evidence = NightEvidence()
    var names: Set<String> = []
    for row in try NightTable(path: folder + "/reports.csv", columns: reportColumns).rows {
      evidence.contacts.append(try contact(row, &names))
    }
    for row in try NightTable(path: folder + "/recoveries.csv", columns: recoveryColumns).rows {
      evidence.recoveries.append(
        RecoveryEvidence(
          id: try name(row, "recovery", &names), time: try time(row, "time_s"), position: try position(row),
          people: try row.count("people")))
    }
    evidence.sea = SeaSeries(
      try NightTable(path: folder + "/environment.csv", columns: seaColumns).rows.map { row in
        func value(_ name: String) throws -> Double {
          guard let number = try row.number(name) else { throw row.refused("\(name) is missing") }
          return number
        }
        return SeaSeries.Sample(
          time: try time(row, "time_s"), windEast: try value("wind_to_east_ms"),
          windNorth: try value("wind_to_north_ms"),
          currentEast: try value("current_to_east_ms"), currentNorth: try value("current_to_north_ms"))
      })
    return evidence
  }

  private static func contact(_ row: NightTable.Row, _ names: inout Set<String>) throws -> ContactEvidence {
    let kinds: [String: ContactEvidence.Kind] = [
      "call": .call, "pin": .pin, "relay": .relay, "centre": .partner, "sighting": .sighting,
    ]
    guard let kind = kinds[try row.needed("kind")] else {
      throw row.refused("kind is none of call, pin, relay, centre, sighting")
    }
    var contact = ContactEvidence(
      id: try name(row, "report", &names), kind: kind, received: try time(row, "received_s"))
    contact.position = try position(row)
    if row.text("position_time_s") != nil { contact.positionTime = try time(row, "position_time_s") }
    contact.accuracyMetres = try row.number("accuracy_m")
    contact.phone = row.text("phone")
    contact.references = row.text("reference").map { [$0] } ?? []
    contact.people = try row.count("aboard").map { $0...$0 }
    contact.children = try row.count("children")
    contact.colour = row.text("colour")
    contact.engine = try word(row, "engine", ["running": .running, "stopped": .stopped])
    contact.takingWater = try word(row, "water", ["yes": true, "no": false])
    return contact
  }

  private static func word<Value>(_ row: NightTable.Row, _ name: String, _ words: [String: Value]) throws -> Value? {
    guard let text = row.text(name) else { return nil }
    guard let value = words[text] else {
      throw row.refused("\(name) is none of \(words.keys.sorted().joined(separator: ", ")): \(text.prefix(40))")
    }
    return value
  }

  private static func name(_ row: NightTable.Row, _ column: String, _ names: inout Set<String>) throws -> EvidenceID {
    let text = try row.needed(column)
    guard names.insert(text).inserted else { throw row.refused("\(text) stands twice") }
    return EvidenceID(text)
  }

  private static func time(_ row: NightTable.Row, _ column: String) throws -> Instant {
    guard let seconds = try row.number(column) else { throw row.refused("\(column) is missing") }
    guard seconds.magnitude <= greatestSeconds else { throw row.refused("\(column) is no time: \(seconds)") }
    return start.adding(milliseconds: Int64((seconds * 1000).rounded()))
  }

  private static func position(_ row: NightTable.Row) throws -> Position? {
    guard let latitude = try row.number("lat"), let longitude = try row.number("lon") else { return nil }
    guard let position = Position(latitudeDegrees: latitude, longitudeDegrees: longitude) else {
      throw row.refused("lat \(latitude) and lon \(longitude) are no position")
    }
    return position
  }

  private static let reportColumns = [
    "report", "received_s", "kind", "position_time_s", "lat", "lon", "accuracy_m", "phone", "reference", "aboard",
    "children", "colour", "engine", "water",
  ]
  private static let recoveryColumns = ["recovery", "time_s", "lat", "lon", "people"]
  private static let seaColumns = [
    "time_s", "wind_to_east_ms", "wind_to_north_ms", "current_to_east_ms", "current_to_north_ms",
  ]
}
