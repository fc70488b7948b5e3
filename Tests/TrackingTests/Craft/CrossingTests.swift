import Foundation
import Testing

@testable import Tracking

/// Craft of which only directions are known, from two direction finders ten kilometres apart.
@Suite struct CrossingTests {
  private struct Outcome {
    var tracks: [CraftEstimate]
    var boats: [Sea.Boat]
    var firstShownSeconds: Double?
    var greatestCount = 0
  }

  private static func finder(_ number: Int, east: Double, north: Double = 0) -> SensorModel {
    SensorModel(
      number: number, eastMetres: east, northMetres: north, field: .ring(fromMetres: 100, toMetres: 30_000),
      detectionProbability: 0.9, falsePlotsPerScan: 0.3, showsDirectionsOnly: true)
  }

  private func play(
    _ boats: [Sea.Boat], seed: UInt64, looks: Int, finders: [SensorModel]
  ) -> Outcome {
    var settings = CraftTrackerSettings()
    settings.modes = [MotionMode(accelerationIntensity: 0.001, dwellSeconds: 3600)]
    settings.shownWithin = 1500
    var sea = Sea(boats, seed: seed, settings: settings)
    var outcome = Outcome(tracks: [], boats: [])
    for look in 0..<looks {
      let finder = finders[look % finders.count]
      var plots: [Plot] = []
      for boat in sea.boats where sea.random.uniform() < 0.9 {
        let bearing = atan2(boat.east - finder.eastMetres, boat.north - finder.northMetres)
        plots.append(Plot(.bearing(bearingRadians: bearing + 0.01 * sea.random.normal(), deviationRadians: 0.01)))
      }
      if sea.random.uniform() < 0.3 {
        plots.append(Plot(.bearing(bearingRadians: 2 * .pi * sea.random.uniform(), deviationRadians: 0.01)))
      }
      sea.tracker.take(Scan(seconds: sea.seconds, sensor: finder, plots: plots))
      outcome.greatestCount = max(outcome.greatestCount, sea.tracker.tracks.count)
      if outcome.firstShownSeconds == nil, !sea.tracker.tracks.isEmpty { outcome.firstShownSeconds = sea.seconds }
      if look < looks - 1 { sea.move(seconds: 3) }
    }
    (outcome.tracks, outcome.boats) = (sea.tracker.tracks, sea.boats)
    return outcome
  }

  private let two = [finder(5, east: -5000), finder(6, east: 5000)]

  @Test func oneCraftIsFoundWhereTheDirectionsCrossAndItsSpreadIsHonest() throws {
    var (sum, found, falseTracks) = (0.0, 0, 0)
    for seed in 1...60 as ClosedRange<UInt64> {
      var random = SeededNoise(seed: seed &+ 50)
      let boat = Sea.Boat(
        east: 3000 * random.normal(), north: 9000 + 800 * random.normal(), velocityEast: 4 * random.normal(),
        velocityNorth: 4 * random.normal())
      let outcome = play([boat], seed: seed, looks: 40, finders: two)
      let truth = outcome.boats[0]
      let near = outcome.tracks.min {
        hypot($0.eastMetres - truth.east, $0.northMetres - truth.north)
          < hypot($1.eastMetres - truth.east, $1.northMetres - truth.north)
      }
      guard let near else { continue }
      falseTracks += outcome.tracks.count - 1
      found += 1
      let position = near.covariance.position
      sum +=
        position.inverse?.squaredLength(east: near.eastMetres - truth.east, north: near.northMetres - truth.north) ?? 0
    }
    #expect(found >= 55, "\(found) of 60")
    #expect(falseTracks <= 2, "\(falseTracks)")
    // χ² with 120 degrees of freedom over 60: 1.52 to 2.54 with 95 %; craft here keep their course exactly, so less is fine.
    #expect((0.8...2.54).contains(sum / Double(found)), "\(sum / Double(found))")
  }

  @Test func ghostsOfTwoCraftDoNotBecomeTracks() {
    var (real, ghosts) = (0, 0)
    for seed in 1...30 as ClosedRange<UInt64> {
      let boats = [
        Sea.Boat(east: -2500, north: 8000, velocityEast: 6, velocityNorth: 3),
        Sea.Boat(east: 3000, north: 10_500, velocityEast: -5, velocityNorth: -4),
      ]
      let third = Self.finder(7, east: 0, north: 16_000)
      let outcome = play(boats, seed: seed, looks: 90, finders: two + [third])
      for track in outcome.tracks {
        let isReal = outcome.boats.contains {
          hypot($0.east - track.eastMetres, $0.north - track.northMetres) < 600
        }
        if isReal { real += 1 } else { ghosts += 1 }
      }
    }
    #expect(real >= 54, "\(real) of 60")
    #expect(ghosts <= 3, "\(ghosts)")
  }

  @Test func withTwoFindersAloneMostOfWhatIsShownIsThere() {
    var (real, ghosts) = (0, 0)
    for seed in 1...30 as ClosedRange<UInt64> {
      let boats = [
        Sea.Boat(east: -2500, north: 8000, velocityEast: 6, velocityNorth: 3),
        Sea.Boat(east: 3000, north: 10_500, velocityEast: -5, velocityNorth: -4),
      ]
      let outcome = play(boats, seed: seed, looks: 90, finders: two)
      for track in outcome.tracks {
        let isReal = outcome.boats.contains {
          hypot($0.east - track.eastMetres, $0.north - track.northMetres) < 600
        }
        if isReal { real += 1 } else { ghosts += 1 }
      }
    }
    #expect(real >= 48 && ghosts <= 9, "\(ghosts) ghosts beside \(real)")
  }

  @Test func raysThatTellNoPlaceBeginNothing() throws {
    func ray(_ east: Double, _ north: Double, _ degrees: Double, seconds: Double = 0) -> Ray {
      Ray(
        id: 0, sensor: Int(east), east: east, north: north, bearing: degrees * .pi / 180, variance: 0.0004,
        seconds: seconds, reference: 0)
    }
    let crossing = try #require(ray(0, 0, 0).crossing(ray(10_000, 10_000, 270), unknownVelocity: 5))
    #expect(abs(crossing.eastMetres) < 1e-6 && abs(crossing.northMetres - 10_000) < 1e-6)
    #expect(abs(crossing.covariance[0, 0].squareRoot() - 200) < 1e-6)
    #expect(abs(crossing.covariance[1, 1].squareRoot() - 200) < 1e-6)
    #expect(ray(0, 0, 0).crossing(ray(10_000, 0, 90), unknownVelocity: 5) == nil, "they part")
    #expect(ray(0, 0, 0).crossing(ray(500, 0, 358), unknownVelocity: 5) == nil, "too flat")
    #expect(ray(0, 0, .nan).crossing(ray(500, 0, 300), unknownVelocity: 5) == nil)
    // Twenty seconds of a craft of unknown velocity are a hundred metres.
    let later = try #require(ray(0, 0, 0).crossing(ray(10_000, 10_000, 270, seconds: 20), unknownVelocity: 5))
    #expect(abs(later.covariance[0, 0] - (40_000 + 10_000)) < 1e-3)
  }

  @Test func manyDirectionsAreBounded() {
    var tracker = CraftTracker()
    var random = SeededNoise(seed: 3)
    for look in 0..<20 {
      let plots = (0..<400).map { _ in
        Plot(.bearing(bearingRadians: 2 * .pi * random.uniform(), deviationRadians: 0.01))
      }
      tracker.take(Scan(seconds: Double(look), sensor: two[look % 2], plots: plots))
      #expect(tracker.crossings.held.count <= Crossings.mostHeld)
    }
  }
}
