import Testing

@testable import Rescue

/// The seven classes of the comparison with OpenDrift 1.14.11: 10,000 particles, wind 8 m/s towards the north-east,
/// current 0.4 m/s east and 0.3 m/s north.
@Suite struct DriftReferenceTests {
  struct Row: Sendable {
    let key: String
    let hour: Int
    /// Means and deviations to the east and to the north, in metres, and their correlation.
    let values: [Double]
  }

  static let rows = [
    Row(key: "PIW-1", hour: 6, values: [9955.0, 7831.6, 2052.9, 2045.5, 0.029]),
    Row(key: "PIW-1", hour: 24, values: [39910.2, 31327.0, 8112.3, 8066.8, 0.062]),
    Row(key: "PIW-4", hour: 6, values: [10740.9, 8881.6, 1050.6, 1063.8, -0.48]),
    Row(key: "PIW-4", hour: 24, values: [44117.5, 34482.0, 3979.8, 4008.9, -0.414]),
    Row(key: "PIW-6", hour: 24, values: [46271.1, 37626.8, 3709.5, 3759.2, -0.598]),
    Row(key: "LIFE-RAFT-NB-2", hour: 24, values: [66790.2, 57993.0, 11404.3, 11455.6, -0.551]),
    Row(key: "SKIFF-3", hour: 24, values: [42600.1, 33955.3, 2737.3, 2748.6, -0.227]),
    Row(key: "REFUGEE-RAFT-1", hour: 6, values: [11783.6, 9647.9, 569.8, 573.9, -0.731]),
    Row(key: "REFUGEE-RAFT-1", hour: 24, values: [47267.0, 38591.1, 2171.6, 2186.9, -0.702]),
    Row(key: "REFUGEE-RAFT-2", hour: 24, values: [64048.9, 55189.2, 9284.5, 9352.3, -0.908]),
  ]

  @Test(arguments: rows) func meansAndDeviationsAgree(row: Row) throws {
    var scenario = DriftTestScenario.make(row.key, particles: 2048)
    scenario.hours = row.hour
    let statistics = try #require(DriftStatistics(try DriftRun(scenario).ensemble(), hour: row.hour))
    let (east, north) = (statistics.east, statistics.north)
    let distance = (row.values[0] * row.values[0] + row.values[1] * row.values[1]).squareRoot()
    let offEast = east.mean - row.values[0]
    let offNorth = north.mean - row.values[1]
    #expect((offEast * offEast + offNorth * offNorth).squareRoot() < 0.005 * distance)
    #expect((east.deviation / row.values[2] - 1).magnitude < 0.05)
    #expect((north.deviation / row.values[3] - 1).magnitude < 0.05)
    #expect((statistics.correlation - row.values[4]).magnitude < 0.06)
  }
}
