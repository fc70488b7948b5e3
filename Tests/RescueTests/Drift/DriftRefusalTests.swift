import Geodesy
import Testing

@testable import Rescue

/// What cannot be computed is refused with words, and nothing traps.
@Suite struct DriftRefusalTests {
  static let changes: [@Sendable (inout DriftScenario) -> Void] = [
    { $0.particles = 0 }, { $0.particles = 2_000_000_000 }, { $0.hours = 0 }, { $0.hours = .max },
    { $0.stepSeconds = 7 }, { $0.stepSeconds = 0 }, { $0.positionDeviationMetres = .nan },
    { $0.positionDeviationMetres = 1e300 }, { $0.timeUncertaintySeconds = .infinity }, { $0.jibesPerHour = -1 },
    { $0.diffusivity = .nan }, { $0.hypotheses = [] },
    { $0.hypotheses = [LeewayHypothesis($0.hypotheses[0].leewayClass, weight: .nan)] },
    { $0.hypotheses = [LeewayHypothesis($0.hypotheses[0].leewayClass, weight: 0)] },
    { $0.hypotheses.append(LeewayHypothesis($0.hypotheses[0].leewayClass, weight: 1e-9)) },
    { $0.position = Position(latitudeDegrees: 90, longitudeDegrees: 0)! },
    { $0.capsize = CapsizeHazard(ratePerHour: .nan, becomes: $0.hypotheses[0].leewayClass) },
    {
      $0.capsize = CapsizeHazard(ratePerHour: 1, becomes: $0.hypotheses[0].leewayClass)
      $0.isBackward = true
    },
  ]

  @Test(arguments: changes.indices) func isRefused(change: Int) {
    var scenario = DriftTestScenario.make("SKIFF-3")
    Self.changes[change](&scenario)
    #expect(throws: DriftFault.self) { try DriftRun(scenario) }
  }

  @Test func aFieldThatEndsTooEarlyIsNamed() throws {
    var scenario = DriftTestScenario.make("SKIFF-3")
    let grid = try #require(
      FieldGrid(
        southDegrees: 50, westDegrees: 0, latitudeStepDegrees: 2, longitudeStepDegrees: 2, rows: 2, columns: 2))
    let times = try #require(FieldTimes([scenario.time, scenario.time.adding(milliseconds: 3_600_000)]))
    let layer = [SIMD2<Float>](repeating: SIMD2(1, 0), count: 4)
    scenario.wind = try #require(GriddedFlow(name: "short wind", grid: grid, times: times, layers: [layer, layer]))
    let fault = #expect(throws: DriftFault.self) { try DriftRun(scenario) }
    #expect(fault?.code == .cover)
    #expect(fault?.message.hasPrefix("short wind covers 2021-11-24T02:00:00Z to 2021-11-24T03:00:00Z") == true)
  }
}
