import Geodesy
import Operations
import Tracking

/// Reads the form of a sensor; what is left blank is as usual for its kind.
enum SensorForm {
  static let longestNameBytes = 64

  /// - Throws: `FormFault` for the first field that cannot be.
  static func read(_ form: FormFields, _ strings: Strings) throws -> Sensor {
    guard let name = form["name"], name.utf8.count <= longestNameBytes, !name.contains("/") else {
      throw FormFault("sensors.fault.name", ["most": "\(longestNameBytes)"])
    }
    guard let kind = form["kind"].flatMap({ Sensor.Kind(rawValue: $0) }) else { throw FormFault("sensors.fault.kind") }
    var sensor = Sensor(name: name, kind: kind)
    if let text = form["position"] {
      guard let position = PositionText.read(text).candidates.first?.position else {
        throw FormFault("sensors.fault.position")
      }
      sensor.position = position
    }
    for field in Sensor.fields {
      let label = strings["sensors.field.\(field.name)"]
      if let value = try FormFault.number(form[field.name], field.range, label: label) {
        sensor[keyPath: field.place] = value
      }
    }
    let edges = try ["sectorFrom", "sectorTo"].compactMap { edge in
      try FormFault.number(form[edge], 0...360, label: strings["sensors.field.\(edge)"])
    }
    guard edges.count != 1 else { throw FormFault("sensors.fault.sector") }
    if edges.count == 2 { sensor.sectorDegrees = edges }
    if let fault = sensor.fault {
      throw FormFault(fault == "leastRangeMetres" ? "sensors.fault.ring" : "sensors.fault.sector")
    }
    return sensor
  }

  /// What stands in the fields for a sensor.
  static func fields(_ sensor: Sensor) -> [String: String] {
    var fields = ["name": sensor.name, "kind": sensor.kind.rawValue, "position": sensor.position?.text ?? ""]
    for field in Sensor.fields { fields[field.name] = FormFault.plain(sensor[keyPath: field.place]) }
    if let sector = sensor.sectorDegrees, sector.count == 2 {
      fields["sectorFrom"] = FormFault.plain(sector[0])
      fields["sectorTo"] = FormFault.plain(sector[1])
    }
    return fields
  }
}

/// Reads the form of the weather.
enum WeatherForm {
  static let metresInMile = 1852.0

  /// - Throws: `FormFault` for the first field that cannot be.
  static func read(_ form: FormFields, _ strings: Strings, now: Instant) throws -> SayWeather {
    let seas = Double(SayWeather.seaStates.lowerBound)...Double(SayWeather.seaStates.upperBound)
    guard let sea = try FormFault.number(form["seaState"], seas, label: strings["weather.sea"]),
      let wind = try FormFault.number(form["wind"], SayWeather.winds, label: strings["weather.wind"])
    else { throw FormFault("weather.fault.missing") }
    let miles = try FormFault.number(form["visibility"], 0...50, label: strings["weather.visibility"])
    let direction = try FormFault.number(form["windFrom"], SayWeather.directions, label: strings["weather.windFrom"])
    let water = try FormFault.number(form["water"], SayWeather.waters, label: strings["weather.water"])
    let since = try form["since"].map { text in
      guard let moment = moment(text, before: now), moment <= now,
        now.millisecondsSince1970 - moment.millisecondsSince1970 <= SayWeather.longestAgoMilliseconds
      else { throw FormFault("weather.fault.since") }
      return moment
    }
    return SayWeather(
      seaState: Int(sea), windKnots: wind, visibilityMetres: miles.map { $0 * metresInMile },
      windFromDegrees: direction, waterCelsius: water, since: since)
  }

  /// A time of day of the last 24 hours, such as 02:30, or a whole moment.
  private static func moment(_ text: String, before now: Instant) -> Instant? {
    let parts = text.split(separator: ":", omittingEmptySubsequences: false)
    guard parts.count == 2, let hour = Int64(parts[0]), let minute = Int64(parts[1]) else { return Instant.parse(text) }
    guard (0..<24).contains(hour), (0..<60).contains(minute) else { return nil }
    let day: Int64 = 86_400_000
    let midnight = now.millisecondsSince1970 - ((now.millisecondsSince1970 % day) + day) % day
    let today = Instant(millisecondsSince1970: midnight + (hour * 60 + minute) * 60_000)
    return today <= now ? today : today.adding(milliseconds: -day)
  }
}
