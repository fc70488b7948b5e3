import Exercise
import Geodesy
import Operations
import Rescue

/// What a night's script says, as the desk takes it down.
enum ScriptCommands {
  /// A report as an officer or a machine would hand it in, with its position read as any other is.
  static func statement(
    _ report: ScriptReport, now: Instant, context: PositionContext
  ) -> (ContactStatement, ContactWords) {
    let reading = ContactReading(now: now, context: context) { name in
      switch name {
      case "position": report.position
      case "positionAt": report.positionAt?.iso8601
      case "accuracy": report.accuracyMetres.map { "\(Int($0.rounded()))" }
      default: nil
      }
    }
    var statement = ContactStatement(ContactStatement.Channel(rawValue: report.channel.rawValue) ?? .imported)
    statement.place = reading.statement.place
    (statement.least, statement.most) = (report.least, report.most)
    (statement.children, statement.inWater, statement.injured) = (report.children, report.inWater, report.injured)
    statement.takingWater = report.takingWater.map { $0 ? .yes : .no }
    statement.engine = report.engine.map { $0 == .running ? .running : .stopped }
    statement.batteryPercent = report.batteryPercent
    (statement.colour, statement.craft) = (report.colour, report.craft)
    (statement.departure, statement.reference) = (report.departure, report.reference)
    statement.nextCall = report.nextCall
    let words = ContactWords(
      phone: report.phone, name: report.name, language: report.language, text: report.text, position: report.position,
      sees: report.sees)
    return (statement, words)
  }

  /// An asset as it lies at its base, or where it was last said to be.
  static func asset(_ asset: ScriptAsset, at place: Position? = nil) -> DeclaredAsset {
    let kind: DeclaredAsset.Kind =
      switch asset.kind {
      case .lifeboat: .lifeboat
      case .patrolVessel: .patrolVessel
      case .helicopter: .helicopter
      case .merchantShip: .merchantShip
      }
    let place = place ?? asset.base
    return DeclaredAsset(
      name: asset.name, kind: kind, agency: asset.agency, speedKnots: asset.speedKnots,
      enduranceMinutes: asset.enduranceMinutes, capacity: asset.capacity, readinessMinutes: asset.readinessMinutes,
      latitude: place.latitudeDegrees, longitude: place.longitudeDegrees)
  }

  static func fate(_ fate: ScriptFate) -> Fate {
    switch fate {
    case .recovered: .recovered
    case .landed: .landed
    case .returned: .returned
    case .dead: .dead
    }
  }

  static func weather(_ weather: NightWeather) -> SayWeather {
    SayWeather(
      seaState: weather.seaState, windKnots: (weather.windMetresPerSecond * 3600 / 1852 * 10).rounded() / 10)
  }
}

/// Where a report of an exercise comes from, so that it is known again when the night is scored.
struct ScriptSource: Sendable, Hashable {
  let seed: UInt64
  let start: Instant
  let hours: Double
  let event: Int

  private static let prefix = "script"

  init(_ night: Night, event: Int) {
    (seed, start) = (night.seed, night.start)
    hours = Double(night.durationMilliseconds) / 3_600_000
    self.event = event
  }

  /// Reads the source of a report; nil for one that no script wrote.
  init?(_ text: String) {
    let parts = text.split(separator: ":")
    guard parts.count == 5, parts[0] == Self.prefix, let seed = UInt64(parts[1]), let start = Int64(parts[2]),
      let minutes = Int64(parts[3]), let event = Int(parts[4]), minutes > 0,
      Double(minutes) / 60 <= Night.greatestHours
    else { return nil }
    (self.seed, self.event) = (seed, event)
    self.start = Instant(millisecondsSince1970: start)
    hours = Double(minutes) / 60
  }

  var text: String {
    "\(Self.prefix):\(seed):\(start.millisecondsSince1970):\(Int64((hours * 60).rounded())):\(event)"
  }

  /// The night that the report is of.
  var night: Night { Night(seed: seed, start: start, hours: hours) }
}
