package import Geodesy
import GRDB
import Ledger
import Marking
package import Tracking

/// The weather of the watch, as somebody on watch said it.
package struct WatchWeather: Sendable, Hashable {
  package var weather: DetectionWeather
  /// From where the wind blows, in degrees from true north; nil when nobody said.
  package var windFromDegrees: Double?
  /// The temperature of the water, in degrees Celsius; nil when nobody said.
  package var waterCelsius: Double?
  /// Since when it is so.
  package var since: Instant
  /// Who said it, and their agency.
  package var by: String
  package var agency: String

  /// Weather that was said longer ago than this may be another by now, in seconds.
  package static let oldAfterSeconds = 6.0 * 3600

  /// Whether it is so old that somebody should look out of the window.
  package func isOld(at now: Instant) -> Bool { now.seconds(since: since) > Self.oldAfterSeconds }
}

/// Somebody on watch said what the weather is.
struct WeatherSaid: Fact {
  static let kind = "weather.said"
  var seaState: Int
  var windKnots: Double
  var visibilityMetres: Double?
  var windFromDegrees: Double?
  var waterCelsius: Double?
  var since: Instant
  var aggregate: String { "weather" }
}

/// Says what the weather is, and since when.
package struct SayWeather: Command, Sendable, Hashable {
  static let act = Act.append
  static let kind = ObjectKind.log

  /// Sea state of the WMO code 3700.
  package var seaState: Int
  package var windKnots: Double
  /// Nil when nobody can tell.
  package var visibilityMetres: Double?
  /// From where the wind blows, in degrees from true north; nil when nobody can tell.
  package var windFromDegrees: Double?
  /// The temperature of the water, in degrees Celsius; nil when nobody can tell.
  package var waterCelsius: Double?
  /// Since when it is so; nil for now.
  package var since: Instant?

  package init(
    seaState: Int, windKnots: Double, visibilityMetres: Double? = nil, windFromDegrees: Double? = nil,
    waterCelsius: Double? = nil, since: Instant? = nil
  ) {
    self.seaState = seaState
    self.windKnots = windKnots
    self.visibilityMetres = visibilityMetres
    self.windFromDegrees = windFromDegrees
    self.waterCelsius = waterCelsius
    self.since = since
  }

  /// The range of each number, for whoever writes a form.
  package static let seaStates = 0...9
  package static let winds = 0.0...150
  package static let visibilities = 0.0...100_000
  package static let directions = 0.0...360
  package static let waters = -2.0...40
  /// How far back weather may lie that is said now, in milliseconds.
  package static let longestAgoMilliseconds: Int64 = 86_400_000

  func entries(_ ground: Ground) throws -> [EntryDraft] {
    guard Self.seaStates.contains(seaState) else { throw OperationsError(.invalid, "A sea state is 0 to 9.") }
    guard Self.winds.contains(windKnots) else { throw OperationsError(.invalid, "A wind is 0 to 150 knots.") }
    guard visibilityMetres.map({ Self.visibilities.contains($0) }) ?? true else {
      throw OperationsError(.invalid, "A visibility is 0 to 100000 metres.")
    }
    guard windFromDegrees.map({ Self.directions.contains($0) }) ?? true else {
      throw OperationsError(.invalid, "A direction is 0 to 360 degrees.")
    }
    guard waterCelsius.map({ Self.waters.contains($0) }) ?? true else {
      throw OperationsError(.invalid, "Water has -2 to 40 degrees.")
    }
    let since = since ?? ground.now
    guard since <= ground.now, since >= ground.now.adding(milliseconds: -Self.longestAgoMilliseconds) else {
      throw OperationsError(.invalid, "The weather is said for now, or since a time of the last 24 hours.")
    }
    let fact = WeatherSaid(
      seaState: seaState, windKnots: windKnots, visibilityMetres: visibilityMetres, windFromDegrees: windFromDegrees,
      waterCelsius: waterCelsius, since: since)
    return [try EntryDraft(fact, about: since, marking: ground.marking(.official))]
  }
}

/// The weather as it was said last.
struct WeatherView: LedgerView {
  let name = "weather"
  let version = 2

  static let table = BelievedTable(
    name: "weather", key: [.integer("one")],
    values: [
      .integer("sea_state"), .text("wind"), .text("visibility"), .text("wind_from"), .text("water"),
      .integer("since_ms"), .text("said_by"), .text("agency"),
    ])

  func create(_ db: Database) throws { try Self.table.create(db) }

  func drop(_ db: Database) throws { try Self.table.drop(db) }

  func fold(_ entry: Entry, into db: Database) throws {
    guard let fact = try entry.fact(WeatherSaid.self) else { return }
    try Self.table.believe(
      [
        "one": 1, "sea_state": fact.seaState, "wind": "\(fact.windKnots)",
        "visibility": fact.visibilityMetres.map { "\($0)" }, "wind_from": fact.windFromDegrees.map { "\($0)" },
        "water": fact.waterCelsius.map { "\($0)" }, "since_ms": fact.since.millisecondsSince1970,
        "said_by": entry.actor, "agency": entry.agency,
      ], from: entry.sequence, in: db)
  }

  func purge(subject: String, from db: Database) throws {}

  static func read(_ asKnown: AsKnown = .now, in db: Database) throws -> WatchWeather? {
    try Row.fetchOne(db, sql: "SELECT * FROM weather WHERE \(asKnown.condition())").map { row in
      WatchWeather(
        weather: DetectionWeather(
          seaState: row["sea_state"], windKnots: (row["wind"] as String?).flatMap(Double.init) ?? 0,
          visibilityMetres: (row["visibility"] as String?).flatMap(Double.init)),
        windFromDegrees: (row["wind_from"] as String?).flatMap(Double.init),
        waterCelsius: (row["water"] as String?).flatMap(Double.init),
        since: Instant(millisecondsSince1970: row["since_ms"]), by: row["said_by"], agency: row["agency"])
    }
  }
}
