import Foundation
import Geodesy
import Rescue
import Testing

@testable import foreland

@Suite struct DriftScenarioFileTests {
  private static let start = #""lat": 51, "lon": 1.4, "#
  private static let still = #""wind_ms": [0, 0], "current_ms": [0, 0]"#

  private func scenario(_ text: String) throws -> DriftScenario {
    let path = NSTemporaryDirectory() + "foreland-drift-\(UUID().uuidString).json"
    try Data(text.utf8).write(to: URL(fileURLWithPath: path))
    defer { try? FileManager.default.removeItem(atPath: path) }
    let hypotheses = [LeewayHypothesis(LeewayClass.loadedInflatable)]
    return try DriftScenarioFile(path: path).scenario(path: path, hypotheses: hypotheses)
  }

  private func reason(_ text: String) throws -> String {
    let error = #expect(throws: ScenarioError.self) { try scenario(text) }
    return error?.reason ?? ""
  }

  @Test func aScenarioIsReadWhole() throws {
    let drift = try scenario(
      """
      {\(Self.start) \(Self.still), "time": "2021-11-24T02:00:00Z", "hours": 6, "time_step_s": 900, "radius_m": 300,
       "time_uncertainty_s": 1200, "jibe_probability_per_hour": 0.1, "horizontal_diffusivity": 2, "scheme": "euler",
       "stokes": 0, "backward": true, "crosswind_positive": "right",
       "capsize": {"rate_per_hour": 0.1, "becomes": "skiff-3"}, "unknown": [1, 2]}
      """)
    #expect(drift.time.iso8601 == "2021-11-24T02:00:00Z")
    #expect(drift.hours == 6 && drift.stepSeconds == 900 && drift.positionDeviationMetres == 300)
    #expect(drift.timeUncertaintySeconds == 1200 && drift.jibesPerHour == 0.1 && drift.diffusivity == 2)
    #expect(drift.isBackward && drift.crosswindSense == .positiveToTheRight)
    #expect(drift.capsize?.becomes.key == "SKIFF-3")
  }

  @Test func constituentsAndConstantsAreAdded() throws {
    let tide = #"{"tide": [{"name": "m2", "east_ms": 1, "east_phase_deg": 0, "north_ms": 0, "north_phase_deg": 0}]}"#
    let drift = try scenario("{\(Self.start) \"wind_ms\": [0, 0], \"current_ms\": [[0.5, 0.25], \(tide)]}")
    let place = try #require(Position(latitudeDegrees: 51, longitudeDegrees: 1.4))
    let vector = try drift.current.velocity(at: place, Instant(millisecondsSince1970: 0))
    #expect(vector.north == 0.25 && (vector.east - 0.5).magnitude <= 1.04 && vector.east != 0.5)
  }

  @Test func whatIsWrongIsNamedWithItsPlace() throws {
    #expect(try reason("{\"lat\": 51, \(Self.still)}") == "\"lon\" is missing")
    #expect(try reason("{\"lat\": 91, \"lon\": 1, \(Self.still)}").hasPrefix("at lat, lon: 91.0, 1.0 is no place"))
    #expect(try reason("{\(Self.start) \"current_ms\": [0, 0]}") == "\"wind_ms\" is missing")
    #expect(try reason("{\(Self.start) \"wind_ms\": [1e300, 0], \"current_ms\": [0, 0]}").hasPrefix("at wind_ms"))
    #expect(try reason("{\(Self.start) \"wind_ms\": [1], \"current_ms\": [0, 0]}").hasPrefix("at wind_ms"))
    #expect(try reason("{\(Self.start) \(Self.still), \"scheme\": \"magic\"}").hasPrefix("at scheme"))
    #expect(try reason("{\(Self.start) \(Self.still), \"stokes\": 1}").hasPrefix("at stokes"))
    #expect(try reason("{\(Self.start) \(Self.still), \"time\": \"noon\"}").hasPrefix("at time"))
    #expect(try reason("{\(Self.start) \(Self.still), \"crosswind_positive\": \"up\"}").hasPrefix("at crosswind"))
    let capsize = #""capsize": {"rate_per_hour": 1, "becomes": "WRECK"}"#
    #expect(try reason("{\(Self.start) \(Self.still), \(capsize)}").hasPrefix("at capsize.becomes"))
    #expect(try !reason("").isEmpty && !reason("[[[[").isEmpty)
  }

  @Test func landIsReadFromAnyKindOfGeoJSON() throws {
    func mask(_ text: String) throws -> LandMask {
      let path = NSTemporaryDirectory() + "foreland-land-\(UUID().uuidString).geojson"
      try Data(text.utf8).write(to: URL(fileURLWithPath: path))
      defer { try? FileManager.default.removeItem(atPath: path) }
      return try LandFile.read(path)
    }
    let polygon = #"{"type": "Polygon", "coordinates": [[[1, 50], [2, 50], [2, 51], [1, 50]]]}"#
    let feature = #"{"type": "Feature", "properties": null, "geometry": \#(polygon)}"#
    for text in [polygon, feature, #"{"type": "FeatureCollection", "features": [\#(feature)]}"#] {
      #expect(try mask(text).rings.count == 1)
    }
    for bad in [
      #"{"type": "Point", "coordinates": [1, 2]}"#, #"{"type": "Polygon", "coordinates": [[[1, 50], [2, 50]]]}"#,
      #"{"type": "Polygon", "coordinates": [[[1, 50], [2, 500], [3, 50]]]}"#, "{}", "",
    ] {
      #expect(throws: ScenarioError.self) { try mask(bad) }
    }
  }
}
