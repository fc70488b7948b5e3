import Foundation
import Testing

@testable import Tracking

@Suite struct BiasTests {
  /// Ships with transponders around a radar that is off, and dark boats that only it sees.
  private func play(seed: UInt64, minutes: Int, rangeBias: Double, bearingBias: Double) -> (sea: Sea, late: Double) {
    var random = SeededNoise(seed: seed &+ 500)
    var boats: [Sea.Boat] = []
    for _ in 0..<14 {
      let (distance, direction) = (3000 + 9000 * random.uniform(), 2 * Double.pi * random.uniform())
      let (speed, course) = (2 + 5 * random.uniform(), 2 * Double.pi * random.uniform())
      boats.append(
        Sea.Boat(
          east: distance * sin(direction), north: distance * cos(direction), velocityEast: speed * sin(course),
          velocityNorth: speed * cos(course)))
    }
    var sea = Sea(boats, seed: seed)
    (sea.rangeBias, sea.bearingBias) = (rangeBias, bearingBias)
    var (sum, count) = (0.0, 0)
    for turn in 0..<(minutes * 12) {
      sea.look()
      sea.move(seconds: 2.5)
      for ship in 0..<8 where turn % 2 == ship % 2 { sea.hear(235_000_100 + UInt32(ship), from: ship) }
      sea.move(seconds: 2.5)
      guard turn >= minutes * 12 - 24 else { continue }
      sum +=
        PointSetDistance.generalised(
          craft: sea.boats.map { .init(east: $0.east, north: $0.north) },
          tracks: sea.tracker.tracks.map { .init(east: $0.eastMetres, north: $0.northMetres) }, cutoffMetres: 200
        ).distance
      count += 1
    }
    return (sea, sum / Double(count))
  }

  @Test(arguments: 1...4)
  func aRadarThatIsADegreeAndTwoHundredMetresOffIsFoundOut(_ seed: UInt64) throws {
    let biased = play(seed: seed, minutes: 6, rangeBias: 200, bearingBias: 0.01745)
    let health = try #require(biased.sea.tracker.health.first { $0.sensor == 1 })
    #expect((health.bias.rangeMetres - 200).magnitude < 15, "\(health.bias)")
    #expect((health.bias.bearingRadians - 0.01745).magnitude < 0.0015, "\(health.bias)")
    #expect(health.biasDeviation.rangeMetres < 15 && health.biasDeviation.bearingRadians < 0.002)
    let straight = play(seed: seed, minutes: 6, rangeBias: 0, bearingBias: 0)
    #expect(biased.late < 1.35 * straight.late + 20, "\(biased.late) beside \(straight.late) without bias")
    let clean = try #require(straight.sea.tracker.health.first { $0.sensor == 1 })
    #expect(clean.bias.rangeMetres.magnitude < 15 && clean.bias.bearingRadians.magnitude < 0.0015)
  }

  @Test func withoutTranspondersNothingIsTakenOff() throws {
    var sea = Sea([Sea.Boat(east: 3000, north: 3000, velocityEast: 4, velocityNorth: 0)])
    for _ in 0..<50 {
      sea.look()
      sea.move(seconds: 5)
    }
    let health = try #require(sea.tracker.health.first)
    #expect(health.bias == SensorBias() && health.biasComparisons == 0)
    #expect(health.biasDeviation.rangeMetres > 100)
  }
}
