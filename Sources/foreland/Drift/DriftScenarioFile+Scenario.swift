import Foundation
import Geodesy
import Rescue
import Weather

extension DriftScenarioFile {
  /// The scenario that the file describes, with the fields and the land that it names.
  ///
  /// - Throws: `ScenarioError` with the file and the place in it that cannot be used.
  func scenario(path: String, hypotheses: [LeewayHypothesis]) throws -> DriftScenario {
    guard let position = Position(latitudeDegrees: latitude, longitudeDegrees: longitude) else {
      throw ScenarioError(place: path, reason: "at lat, lon: \(latitude), \(longitude) is no place on the earth")
    }
    guard scheme == nil || scheme == "euler" else {
      throw ScenarioError(place: path, reason: "at scheme: \"\(scheme ?? "")\" is not known; there is \"euler\"")
    }
    guard stokesFactor ?? 0 == 0 else {
      throw ScenarioError(
        place: path, reason: "at stokes: leeway holds the waves of the wind already; give \"waves_ms\" for others")
    }
    let fields = DriftFields(scenarioPath: path)
    var scenario = DriftScenario(
      position: position, time: time ?? Instant(millisecondsSince1970: 0), hypotheses: hypotheses,
      wind: try fields.field(wind, "wind", .wind), current: try fields.field(current, "current", .current))
    if waves != nil { scenario.waves = try fields.field(waves, "waves", .waves) }
    scenario.hours = hours ?? scenario.hours
    scenario.stepSeconds = stepSeconds ?? scenario.stepSeconds
    scenario.jibesPerHour = jibesPerHour ?? scenario.jibesPerHour
    scenario.diffusivity = diffusivity ?? 0
    scenario.positionDeviationMetres = deviationMetres ?? 0
    scenario.timeUncertaintySeconds = timeUncertaintySeconds ?? 0
    scenario.isBackward = isBackward ?? false
    if let crosswindPositive {
      guard let sense = CrosswindSense(rawValue: crosswindPositive) else {
        throw ScenarioError(place: path, reason: "at crosswind_positive: \"left\" or \"right\" is expected")
      }
      scenario.crosswindSense = sense
    }
    if let land { scenario.land = try LandFile.read(fields.resolved(land)) }
    scenario.capsize = try capsizeHazard(path)
    return scenario
  }

  private func capsizeHazard(_ path: String) throws -> CapsizeHazard? {
    guard let capsize else { return nil }
    guard let becomes = LeewayClass.of(key: capsize.becomes) else {
      throw ScenarioError(place: path, reason: "at capsize.becomes: there is no leeway class \"\(capsize.becomes)\"")
    }
    return CapsizeHazard(
      ratePerHour: capsize.ratePerHour, windThresholdMetresPerSecond: capsize.windThreshold ?? 0,
      ratePerHourAndMetrePerSecond: capsize.ratePerHourAndMetrePerSecond ?? 0, becomes: becomes)
  }
}
