import Foundation
import Testing

@testable import Tracking

@Suite struct SensorHealthTests {
  private let boats = [
    Sea.Boat(east: 4000, north: 7000, velocityEast: 5, velocityNorth: -2),
    Sea.Boat(east: -6000, north: 3000, velocityEast: -3, velocityNorth: 2),
    Sea.Boat(east: 2000, north: -9000, velocityEast: 1, velocityNorth: 2),
  ]

  private func watched(scans: Int, seed: UInt64 = 2) -> Sea {
    var sea = Sea(boats, seed: seed)
    for _ in 0..<scans {
      sea.look()
      sea.move(seconds: 5)
    }
    return sea
  }

  @Test func aSensorThatIsWellSaysSo() {
    let health = watched(scans: 200).tracker.health[0]
    #expect((1.4...2.6).contains(health.meanSquaredInnovation), "\(health.meanSquaredInnovation)")
    #expect((0.85...1.15).contains(health.seenOfExpected), "\(health.seenOfExpected)")
    #expect((6...14).contains(health.unexplainedPerScan), "\(health.unexplainedPerScan)")
    #expect(health.scans == 200 && health.repeatedScans == 0)
  }

  @Test func aSensorThatRepeatsItselfIsFoundOut() {
    var sea = watched(scans: 20)
    let stuck = sea.scan(sea.radar)
    for _ in 0..<10 {
      sea.move(seconds: 5)
      sea.tracker.take(Scan(seconds: sea.seconds, sensor: sea.radar, plots: stuck.plots))
    }
    #expect(sea.tracker.health[0].repeatedScans == 9)
    #expect(sea.tracker.health[0].scans == 21)
  }

  @Test func aSensorThatChangesItsScaleIsFoundOut() {
    var sea = watched(scans: 40)
    let before = sea.tracker.health[0]
    for _ in 0..<20 {
      let scan = sea.scan(sea.radar)
      let longer = scan.plots.map { plot in
        guard case .polar(let range, let bearing, let deviation, let spread) = plot.measurement else { return plot }
        return Plot(
          rangeMetres: range * 1.852, bearingRadians: bearing, rangeDeviationMetres: deviation,
          bearingDeviationRadians: spread)
      }
      sea.tracker.take(Scan(seconds: scan.seconds, sensor: scan.sensor, plots: longer))
      sea.move(seconds: 5)
    }
    let after = sea.tracker.health[0]
    #expect(
      after.seenOfExpected < before.seenOfExpected - 0.05, "\(after.seenOfExpected) after \(before.seenOfExpected)")
  }

  @Test func aMillionPlotsAreRefusedAndTheRestGoesOn() {
    var sea = watched(scans: 20)
    let numbers = sea.tracker.tracks.map(\.number)
    var random = SeededNoise(seed: 8)
    let flood = (0..<1_000_000).map { _ in
      Plot(
        rangeMetres: 25_000 * random.uniform(), bearingRadians: 6.28 * random.uniform(), rangeDeviationMetres: 30,
        bearingDeviationRadians: 0.0035)
    }
    let second = Sea.radarModel(number: 2)
    for _ in 0..<5 {
      let received = sea.tracker.take(Scan(seconds: sea.seconds, sensor: second, plots: flood))
      #expect(received.refusal == .flooded)
      sea.look()
      sea.move(seconds: 5)
    }
    #expect(sea.tracker.health[1].floodedScans == 5 && sea.tracker.health[1].scans == 0)
    #expect(sea.tracker.tracks.map(\.number) == numbers)
  }

  @Test func clutterThatNobodyDeclaredIsLearned() {
    var sea = Sea(boats, seed: 4)
    var random = SeededNoise(seed: 9)
    for _ in 0..<40 {
      let scan = sea.scan(sea.radar)
      let surplus = (0..<600).map { _ in
        Plot(
          rangeMetres: 100 + 24_900 * random.uniform(), bearingRadians: 2 * .pi * random.uniform(),
          rangeDeviationMetres: 30, bearingDeviationRadians: 0.0035)
      }
      sea.tracker.take(Scan(seconds: scan.seconds, sensor: scan.sensor, plots: scan.plots + surplus))
      sea.move(seconds: 5)
    }
    #expect((400...800).contains(sea.tracker.health[0].unexplainedPerScan))
    #expect(
      sea.tracker.tracks.count < 12, "\(sea.tracker.tracks.count) tracks of three boats in 610 false plots a scan")
  }
}
