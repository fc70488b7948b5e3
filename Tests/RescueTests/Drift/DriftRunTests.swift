import Geodesy
import Testing

@testable import Rescue

@Suite struct DriftRunTests {
  @Test func theResultDoesNotDependOnTheTasks() async throws {
    var scenario = DriftTestScenario.make("PIW-1", "SKIFF-3", particles: 1300)
    scenario.hours = 3
    scenario.diffusivity = 5
    let run = try DriftRun(scenario)
    let alone = DriftTable.text(run.ensemble())
    for tasks in [1, 2, 5] { #expect(await DriftTable.text(run.ensemble(tasks: tasks)) == alone) }
    scenario.seed = 2
    #expect(DriftTable.text(try DriftRun(scenario).ensemble()) != alone)
  }

  /// In an ensemble whose deviations were kept, the wind that turns round would bring everyone back to the start.
  @Test func anEnsembleDoesNotShrinkWhenTheWindTurns() throws {
    var scenario = DriftTestScenario.make("PIW-1")
    scenario.wind = TurningWind(speed: 8, turn: scenario.time.adding(milliseconds: 6 * 3_600_000))
    scenario.current = ConstantFlow.calm(name: "still")
    scenario.hours = 12
    let ensemble = try DriftRun(scenario).ensemble()
    let deviations = try (1...12).map { try #require(DriftStatistics(ensemble, hour: $0)).east.deviation }
    #expect(zip(deviations, deviations.dropFirst()).allSatisfy { $0 < $1 })
    // Two independent halves of the same length: √2 times the spread of one.
    #expect((deviations[11] / deviations[5] - 2.0.squareRoot()).magnitude < 0.1)
    let mean = try #require(DriftStatistics(ensemble, hour: 12)).east.mean
    #expect(mean.magnitude < 400)
  }

  @Test func backwardComesFromWhereForwardGoesTo() throws {
    var scenario = DriftTestScenario.make("SKIFF-3")
    scenario.hours = 6
    let forward = try #require(DriftStatistics(try DriftRun(scenario).ensemble(), hour: 6))
    scenario.isBackward = true
    let run = try DriftRun(scenario)
    let backward = try #require(DriftStatistics(run.ensemble(), hour: 6))
    #expect((forward.east.mean + backward.east.mean).magnitude < 60)
    #expect((forward.north.mean + backward.north.mean).magnitude < 60)
    #expect(run.ensemble().instant(hour: 6) == scenario.time.adding(milliseconds: -6 * 3_600_000))
  }

  @Test func uncertaintyOfThePlaceAddsToTheSpread() throws {
    var scenario = DriftTestScenario.make("SLDMB", particles: 2000)
    scenario.positionDeviationMetres = 1000
    scenario.hours = 1
    let start = try #require(DriftStatistics(try DriftRun(scenario).ensemble(), hour: 0))
    #expect((start.east.deviation - 1000).magnitude < 30 && (start.north.deviation - 1000).magnitude < 30)
    #expect(start.east.mean.magnitude < 30 && start.north.mean.magnitude < 30)
  }

  /// Half an hour early or late at 0.5 m/s: even between −900 and 900 m, so a deviation of 1800/√12.
  @Test func uncertaintyOfTheTimeAddsToTheSpread() throws {
    var scenario = DriftTestScenario.make("SLDMB", particles: 2000)
    scenario.timeUncertaintySeconds = 1800
    scenario.hours = 2
    let ensemble = try DriftRun(scenario).ensemble()
    let statistics = try #require(DriftStatistics(ensemble, hour: 2))
    let along = (pow2(statistics.east.deviation) + pow2(statistics.north.deviation)).squareRoot()
    #expect((along - 1800 / 12.0.squareRoot()).magnitude < 15)
    #expect((statistics.east.mean - 0.4 * 7200).magnitude < 20)
  }

  private func pow2(_ value: Double) -> Double { value * value }

  @Test func diffusionSpreadsAsItsLawSays() throws {
    var scenario = DriftTestScenario.make("SLDMB", particles: 3000)
    scenario.diffusivity = 10
    scenario.hours = 4
    let statistics = try #require(DriftStatistics(try DriftRun(scenario).ensemble(), hour: 4))
    let expected = (2.0 * 10 * 4 * 3600).squareRoot()
    #expect((statistics.east.deviation / expected - 1).magnitude < 0.05)
    #expect((statistics.north.deviation / expected - 1).magnitude < 0.05)
  }

  @Test func whatCapsizesDriftsAsWhatItBecomes() throws {
    var scenario = DriftTestScenario.make("SPORT-BOAT", particles: 2000)
    let marker = try #require(LeewayClass.of(key: "SLDMB"))
    scenario.current = ConstantFlow.calm(name: "still")
    scenario.hours = 2
    scenario.capsize = CapsizeHazard(ratePerHour: 60, becomes: marker)
    let still = try #require(DriftStatistics(try DriftRun(scenario).ensemble(), hour: 2))
    let free = try {
      scenario.capsize = CapsizeHazard(ratePerHour: 60, windThresholdMetresPerSecond: 0, becomes: marker)
      scenario.capsize?.ratePerHour = 0
      return try #require(DriftStatistics(try DriftRun(scenario).ensemble(), hour: 2))
    }()
    #expect(still.east.mean < 0.1 * free.east.mean)
    // A rate of 0.5 an hour by the wind alone: e⁻¹ of them are upright after two hours.
    scenario.capsize = CapsizeHazard(
      ratePerHour: 0, windThresholdMetresPerSecond: 7, ratePerHourAndMetrePerSecond: 0.5, becomes: marker)
    let ensemble = try DriftRun(scenario).ensemble()
    let moving = (0..<ensemble.count).count {
      let (before, after) = (ensemble.position($0, hour: 1), ensemble.position($0, hour: 2))
      return Sphere.distanceMetres(from: before, to: after) > 1200
    }
    #expect((Double(moving) / 2000 - 0.37).magnitude < 0.06)
  }

  @Test func whatLeavesTheFieldsIsCountedAndNotGuessed() throws {
    var scenario = DriftTestScenario.make("SKIFF-1")
    scenario.wind = HalfWind(eastDegrees: 1.5)
    scenario.hours = 6
    let ensemble = try DriftRun(scenario).ensemble()
    #expect(ensemble.count(.outsideCover, hour: 6) == 1000)
    #expect(DriftStatistics(ensemble, hour: 6) == nil)
    #expect(DriftMap(ensemble, hour: 6) == nil)
    #expect((0..<1000).allSatisfy { ensemble.position($0, hour: 6).longitudeDegrees < 1.6 })
    #expect(DriftTable.text(ensemble).contains("\n44,SKIFF-1,1,6,,,"))
  }

  @Test func hypothesesKeepToThemselves() throws {
    var scenario = DriftTestScenario.make("PIW-1", "LIFE-RAFT-NB-2", particles: 2000)
    scenario.hypotheses = zip(scenario.hypotheses, [3.0, 1]).map { LeewayHypothesis($0.leewayClass, weight: $1) }
    scenario.hours = 2
    let ensemble = try DriftRun(scenario).ensemble()
    let person = try #require(DriftStatistics(ensemble, hour: 2, hypothesis: 0))
    let raft = try #require(DriftStatistics(ensemble, hour: 2, hypothesis: 1))
    let all = try #require(DriftStatistics(ensemble, hour: 2))
    #expect(person.particles == 1500 && raft.particles == 500)
    #expect((all.east.mean - 0.75 * person.east.mean - 0.25 * raft.east.mean).magnitude < 1e-6)
    #expect(raft.east.mean > person.east.mean)
  }

  @Test func aDriftCrossesTheAntimeridian() throws {
    var scenario = DriftTestScenario.make("SLDMB", particles: 64)
    scenario.position = try #require(Position(latitudeDegrees: 10, longitudeDegrees: 179.99))
    scenario.hours = 4
    let ensemble = try DriftRun(scenario).ensemble()
    let statistics = try #require(DriftStatistics(ensemble, hour: 4))
    #expect((statistics.east.mean - 0.4 * 4 * 3600).magnitude < 60)
    #expect(statistics.meanLongitudeDegrees < -179.9)
    #expect(try #require(DriftMap(ensemble, hour: 4)).columns < 20)
  }
}
