import Foundation
import Geodesy
import Weather

/// Makes the fields of a scenario from what its file names.
struct DriftFields {
  /// The scenario's file, for messages and for the folder that paths in it start from.
  let scenarioPath: String

  /// - Throws: `ScenarioError` with the name of the field's file when it cannot be read.
  func field(_ source: DriftForcingFile?, _ name: String, _ kind: WeatherQuantity) throws -> any FlowField {
    switch source {
    case nil:
      throw ScenarioError(place: scenarioPath, reason: "\"\(name)_ms\" is missing")
    case .constant(let numbers):
      guard numbers.count == 2,
        let field = ConstantFlow(name: name, eastMetresPerSecond: numbers[0], northMetresPerSecond: numbers[1])
      else {
        throw ScenarioError(
          place: scenarioPath, reason: "at \(name)_ms: two numbers are expected, east and north in m/s within 150")
      }
      return field
    case .file(let path):
      do {
        return try WeatherFile.flow(kind, path: resolved(path))
      } catch {
        throw ScenarioError(place: error.file, reason: error.reason)
      }
    case .tide(let parts):
      return try tide(parts, name)
    case .sum(let parts):
      return SumFlow(name: name, parts: try parts.map { try field($0, name, kind) })
    }
  }

  private func tide(_ parts: [DriftForcingFile.TidalPart], _ name: String) throws -> TidalStream {
    let parts = try parts.map { part in
      guard let constituent = TidalConstituent(rawValue: part.name.uppercased()) else {
        let known = TidalConstituent.allCases.map(\.rawValue).joined(separator: ", ")
        throw ScenarioError(
          place: scenarioPath, reason: "at \(name)_ms: no constituent \"\(part.name)\"; there are \(known)")
      }
      return TidalStream.Part(
        constituent: constituent,
        east: TidalHarmonic(amplitude: part.eastMetresPerSecond, phaseLagDegrees: part.eastPhaseDegrees),
        north: TidalHarmonic(amplitude: part.northMetresPerSecond, phaseLagDegrees: part.northPhaseDegrees))
    }
    guard let stream = TidalStream(name: "\(name): tidal constituents", parts: parts) else {
      throw ScenarioError(
        place: scenarioPath, reason: "at \(name)_ms: constituents are 1 to 37, within 150 m/s and 360 degrees")
    }
    return stream
  }

  /// A path as the scenario means it: from its own folder on.
  func resolved(_ path: String) -> String {
    guard !path.hasPrefix("/"), scenarioPath != "-" else { return path }
    return URL(fileURLWithPath: scenarioPath).deletingLastPathComponent().appendingPathComponent(path).path
  }
}
