import Geodesy
import Operations
import Rescue

/// Searches in words.
struct SearchText {
  let strings: Strings

  func pattern(_ pattern: SearchPattern) -> String { strings["search.pattern.\(pattern.rawValue)"] }
  func object(_ object: SearchObject) -> String { strings["search.object.\(object.rawValue)"] }

  /// The sweep width with what is to be said with it.
  func sweep(_ order: SearchOrder) -> String {
    let remarks = order.remarks.map { strings["search.remark.\($0)"] }
    return (["\(DriftText.miles(order.sweepWidthMetres)) NM"] + remarks).joined(separator: "; ")
  }

  /// Length, width, spacing and direction of a pattern in one line.
  func layout(_ order: SearchOrder) -> String {
    var values = [
      "spacing": DriftText.distance(order.spacingMetres), "direction": "\(Int(order.orientationDegrees.rounded()))",
      "start": order.start.text, "speed": FormFault.plain((order.speedMetresPerSecond * 3600 / 1852).rounded()),
    ]
    values["along"] = DriftText.distance(order.alongMetres)
    values["across"] = DriftText.distance(order.acrossMetres)
    let key: String =
      switch order.pattern {
      case .sector: "search.layout.sector"
      case .expandingSquare: "search.layout.square"
      case .parallelTrack, .creepingLine: "search.layout.area"
      case .trackLine: "search.layout.way"
      }
    return strings(key, values)
  }

  /// Coverage and probabilities of an order.
  func worth(_ order: SearchOrder) -> String {
    var words = strings(
      "search.worth",
      [
        "coverage": FormFault.plain((order.coverage * 100).rounded() / 100),
        "detection": DriftText.percent(order.detectionProbability),
      ])
    if let success = order.success {
      words += " " + strings("search.worth.success", ["success": DriftText.fine(success)])
    }
    return words
  }

  /// The conditions in one line, with what was assumed.
  func conditions(_ scene: SearchScene) -> String {
    var words = strings(
      "search.conditions",
      [
        "visibility": DriftText.miles(scene.conditions.visibilityMetres),
        "wind": FormFault.plain((scene.conditions.windMetresPerSecond * 3600 / 1852).rounded()),
        "wave": FormFault.plain((scene.conditions.waveHeightMetres * 10).rounded() / 10),
        "light": strings[scene.conditions.isDay ? "search.light.day" : "search.light.night"].lowercased(),
      ])
    if scene.assumesVisibility { words += " " + strings["search.conditions.visibility"] }
    if scene.assumesWind { words += " " + strings["search.conditions.wind"] }
    return words
  }
}
