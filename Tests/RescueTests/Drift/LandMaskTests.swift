import Geodesy
import Testing

@testable import Rescue

@Suite struct LandMaskTests {
  private func ring(_ corners: [(Double, Double)]) -> Polygon {
    Polygon(ring: corners.map { Position(latitudeDegrees: $0.1, longitudeDegrees: $0.0)! })!
  }

  private func square(_ west: Double, _ south: Double, _ size: Double) -> Polygon {
    ring([(west, south), (west + size, south), (west + size, south + size), (west, south + size)])
  }

  @Test func aRingWithinARingIsALake() throws {
    let land = try #require(LandMask(rings: [square(1, 50, 2), square(1.5, 50.5, 1)]))
    #expect(land.contains(Position(latitudeDegrees: 50.2, longitudeDegrees: 1.2)!))
    #expect(!land.contains(Position(latitudeDegrees: 51, longitudeDegrees: 2)!))
    #expect(!land.contains(Position(latitudeDegrees: 49, longitudeDegrees: 2)!))
  }

  @Test(arguments: 1...6) func theRasterSaysWhatThePolygonSays(seed: Int) throws {
    let chance = DriftChance(seed: UInt64(seed))
    func unit(_ number: Int) -> Double { chance.unit(.jibe, particle: number) }
    // A star with long thin arms, whose sides cross many cells.
    let corners = (0..<200).map { corner in
      let direction = NormalDistribution.direction(turns: Double(corner) / 200)
      let radius = 0.1 + unit(corner)
      return (1.5 + radius * direction.east, 51 + radius * direction.north)
    }
    let polygon = ring(corners)
    let land = try #require(LandMask(rings: [polygon]))
    for number in 0..<3000 {
      let place = try #require(
        Position(latitudeDegrees: 50 + 2 * unit(1000 + number), longitudeDegrees: 0.4 + 2.2 * unit(9000 + number)))
      #expect(land.contains(place) == polygon.contains(place))
    }
  }

  @Test func particlesBeachAtTheShoreAndStay() throws {
    var scenario = DriftTestScenario.make("SKIFF-3", particles: 200)
    scenario.land = LandMask(rings: [square(1.6, 50, 3)])
    scenario.hours = 12
    let ensemble = try DriftRun(scenario).ensemble()
    #expect(ensemble.count(.aground, hour: 12) == 200)
    for particle in 0..<200 {
      let shore = ensemble.position(particle, hour: 12)
      #expect(shore.longitudeDegrees >= 1.6 && shore.longitudeDegrees < 1.601)
      let hour = try #require((0...12).first { ensemble.status(particle, hour: $0) == .aground })
      #expect(ensemble.position(particle, hour: hour) == shore)
    }
  }

  @Test func aSpitThatAStepWouldJumpOverStopsTheDrift() throws {
    var scenario = DriftTestScenario.make("SLDMB", particles: 16)
    scenario.current = DriftTestScenario.flow(1, 0)
    scenario.stepSeconds = 3600
    scenario.hours = 3
    // 3.6 km a step, and a spit of 400 m.
    scenario.land = LandMask(rings: [ring([(1.53, 50), (1.536, 50), (1.536, 52), (1.53, 52)])])
    let ensemble = try DriftRun(scenario).ensemble()
    #expect(ensemble.count(.aground, hour: 3) == 16)
  }

  @Test func aStartOnLandIsSeen() throws {
    var scenario = DriftTestScenario.make("SKIFF-3", particles: 64)
    scenario.land = LandMask(rings: [square(1, 50, 2)])
    scenario.hours = 1
    #expect(try DriftRun(scenario).ensemble().count(.aground, hour: 0) == 64)
  }

  @Test func ringsThatCannotBeAreNoLand() {
    #expect(LandMask(rings: []) == nil)
    #expect(LandMask(rings: [ring([(170, 0), (-170, 0), (-170, 10)])]) == nil)
  }
}
