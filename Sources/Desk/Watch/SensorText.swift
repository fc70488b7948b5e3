import Geodesy
import Operations
import Tracking

/// How a sensor fares, in the reader's language.
enum SensorText {
  private static let radiansToDegrees = 180 / Double.pi

  static func state(_ line: SensorLine, _ strings: Strings) -> String {
    if let trouble = line.trouble {
      return strings(
        "sensors.state.aside",
        ["why": strings["alert.sensor.\(trouble.reason.rawValue)"], "time": trouble.since.plainText])
    }
    if let outage = line.outage {
      return strings(
        outage.isWeather ? "sensors.state.weather" : "sensors.state.silent", ["time": outage.since.plainText])
    }
    // A sensor that looks when it can has nothing to miss.
    return strings[line.sight?.lastLook == nil ? "sensors.state.waiting" : "sensors.state.works"]
  }

  static func facts(_ line: SensorLine, _ strings: Strings) -> [(name: String, value: String)] {
    let sensor = line.sensor
    var facts: [(name: String, value: String)] = []
    func add(_ name: String, _ value: String) { facts.append((strings["sensors.fact.\(name)"], value)) }
    add("place", sensor.position?.text ?? strings["sensors.moves"])
    let reach = strings(
      "sensors.reach", ["least": length(sensor.leastRangeMetres), "most": length(sensor.greatestRangeMetres)])
    let sector = sensor.sectorDegrees.map { "\(Int($0[0]))°–\(Int($0[1]))°" } ?? strings["sensors.allRound"]
    add("field", "\(reach), \(sector)")
    if let sight = line.sight {
      if let look = sight.lastLook { add("look", look.plainText) }
      add("share", percent(sight.share))
    }
    for report in line.health {
      let health = report.health
      let mark = report.exercise ? " (EXERCISE)" : ""
      add(
        "sees",
        strings(
          "sensors.sees",
          ["share": percent(min(health.seenOfExpected, 1)), "clutter": decimal(health.unexplainedPerScan, strings)])
          + mark)
      add("bias", bias(health, strings) + mark)
      if health.lateScans + health.repeatedScans + health.floodedScans > 0 {
        add(
          "refused",
          strings(
            "sensors.refused",
            [
              "late": "\(health.lateScans)", "repeated": "\(health.repeatedScans)",
              "flooded": "\(health.floodedScans)",
            ]))
      }
    }
    return facts
  }

  private static func bias(_ health: SensorHealth, _ strings: Strings) -> String {
    guard health.biasComparisons > 0 else { return strings["sensors.bias.unknown"] }
    return strings(
      "sensors.bias",
      [
        "range": decimal(health.bias.rangeMetres, strings),
        "rangeSpread": decimal(health.biasDeviation.rangeMetres, strings),
        "bearing": decimal(health.bias.bearingRadians * radiansToDegrees, strings, decimals: 2),
        "bearingSpread": decimal(health.biasDeviation.bearingRadians * radiansToDegrees, strings, decimals: 2),
        "count": "\(health.biasComparisons)",
      ])
  }

  private static func length(_ metres: Double) -> String {
    metres >= 1000 ? "\(FormFault.plain((metres / 100).rounded() / 10)) km" : "\(Int(metres)) m"
  }

  private static func percent(_ share: Double) -> String {
    share.isFinite ? "\(Int((min(max(share, 0), 10) * 100).rounded()))\u{A0}%" : "–"
  }

  private static func decimal(_ value: Double, _ strings: Strings, decimals: Int = 1) -> String {
    guard value.isFinite, value.magnitude < 1e9 else { return "–" }
    let factor = decimals == 2 ? 100.0 : 10.0
    let text = FormFault.plain((value * factor).rounded() / factor)
    return strings.language == .french ? text.replacing(".", with: ",") : text
  }
}

/// The weather in a sentence.
enum WeatherText {
  static func words(_ weather: WatchWeather, _ strings: Strings, now: Instant) -> String {
    let visibility = weather.weather.visibilityMetres.map { metres in
      strings(
        "weather.words.visibility", ["miles": FormFault.plain((metres / WeatherForm.metresInMile * 10).rounded() / 10)])
    }
    let sentence = strings(
      "weather.words",
      [
        "sea": "\(weather.weather.seaState)", "wind": FormFault.plain(weather.weather.windKnots),
        "person": weather.by, "agency": weather.agency, "time": weather.since.plainText,
      ])
    let direction = weather.windFromDegrees.map {
      strings("weather.words.windFrom", ["degrees": FormFault.plain($0.rounded())])
    }
    let water = weather.waterCelsius.map { strings("weather.words.water", ["celsius": FormFault.plain($0)]) }
    return [sentence, direction, visibility, water].compactMap { $0 }.joined(separator: " ")
  }
}
