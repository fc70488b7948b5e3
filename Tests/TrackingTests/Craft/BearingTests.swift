import Foundation
import Testing

@testable import Tracking

@Suite struct BearingTests {
  private let finder = SensorModel(
    number: 5, eastMetres: -3000, northMetres: 0, field: .everywhere(areaSquareMetres: 1e9), detectionProbability: 0.8,
    falsePlotsPerScan: 0.2, showsDirectionsOnly: true)

  private func bearing(_ boat: Sea.Boat, _ sea: inout Sea) -> Plot {
    let angle = atan2(boat.east - finder.eastMetres, boat.north - finder.northMetres)
    return Plot(.bearing(bearingRadians: angle + 0.02 * sea.random.normal(), deviationRadians: 0.02))
  }

  /// The mean squared error across the line of sight after a minute without radar, in units of the stated spread and in metres.
  private func afterRadarStops(seed: UInt64, withBearings: Bool) throws -> (
    normalised: Double, metres: Double, deviation: Double
  ) {
    var sea = Sea([Sea.Boat(east: 2000, north: 8000, velocityEast: 3, velocityNorth: 1)], seed: seed)
    for _ in 0..<6 {
      sea.look()
      sea.move(seconds: 5)
    }
    for _ in 0..<20 {
      sea.move(seconds: 3)
      let plots = withBearings ? [bearing(sea.boats[0], &sea)] : []
      sea.tracker.take(Scan(seconds: sea.seconds, sensor: finder, plots: plots))
    }
    let track = try #require(sea.tracker.tracks.min { distance($0, sea) < distance($1, sea) })
    let view = try #require(
      BearingView(of: motion(track), fromEast: finder.eastMetres, north: finder.northMetres))
    let truth = atan2(sea.boats[0].east - finder.eastMetres, sea.boats[0].north - finder.northMetres)
    let off = view.off(truth)
    let variance = view.variance(of: motion(track), noise: 0)
    return (off * off / variance, off.magnitude * view.distance, variance.squareRoot() * view.distance)
  }

  private func distance(_ track: CraftEstimate, _ sea: Sea) -> Double {
    hypot(track.eastMetres - sea.boats[0].east, track.northMetres - sea.boats[0].north)
  }

  private func motion(_ track: CraftEstimate) -> Motion {
    Motion(
      eastMetres: track.eastMetres, northMetres: track.northMetres, velocityEast: track.velocityEastMetresPerSecond,
      velocityNorth: track.velocityNorthMetresPerSecond, covariance: track.covariance)
  }

  @Test func directionsKeepATrackNarrowAndItsSpreadHonest() throws {
    var (normalised, with, without) = (0.0, 0.0, 0.0)
    for seed in 1...40 as ClosedRange<UInt64> {
      let guided = try afterRadarStops(seed: seed, withBearings: true)
      normalised += guided.normalised / 40
      with += guided.deviation / 40
      without += try afterRadarStops(seed: seed, withBearings: false).deviation / 40
    }
    #expect(with < 0.6 * without, "\(with) m with directions, \(without) m without")
    // χ² with 40 degrees of freedom over 40: 0.61 to 1.48 with 95 %; craft here keep their course exactly, so less is fine.
    #expect((0.2...1.48).contains(normalised), "\(normalised)")
  }

  @Test func aDirectionBeginsNothingAndOneThatMayBeOfTwoMovesNeither() {
    var sea = Sea([])
    var received = sea.tracker.take(
      Scan(seconds: 0, sensor: finder, plots: [Plot(.bearing(bearingRadians: 1, deviationRadians: 0.02))]))
    #expect(sea.tracker.candidateCount == 0 && received.leftOut == 1)
    sea = Sea([
      Sea.Boat(east: 1000, north: 6000, velocityEast: 0, velocityNorth: 0),
      Sea.Boat(east: 2000, north: 7500, velocityEast: 0, velocityNorth: 0),
    ])
    for _ in 0..<8 {
      sea.look()
      sea.move(seconds: 5)
    }
    let before = sea.tracker.tracks.map(\.covariance)
    #expect(before.count == 2)
    // Both stand in nearly the same direction from the finder.
    sea.tracker.take(Scan(seconds: sea.seconds, sensor: Sea.radarModel(), plots: []))
    received = sea.tracker.take(
      Scan(
        seconds: sea.seconds, sensor: finder,
        plots: [Plot(.bearing(bearingRadians: atan2(4500, 6750), deviationRadians: 0.02))]))
    #expect(received.taken == 0 && received.leftOut == 1)
    for bad in [Double.nan, .infinity, 1e300] {
      sea.tracker.take(
        Scan(seconds: sea.seconds, sensor: finder, plots: [Plot(.bearing(bearingRadians: bad, deviationRadians: bad))]))
    }
    #expect(sea.tracker.tracks.count == 2)
  }
}
