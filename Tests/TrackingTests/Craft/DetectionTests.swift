import Foundation
import Testing

@testable import Tracking

/// How well sensors see, and that it is learned.
@Suite struct DetectionTests {
  /// The echo of a small boat falls with the fourth power of the distance; half is left at 14 km. Ships lose little.
  private static func fall(_ distance: Double, _ isDark: Bool) -> Double {
    1 / (1 + pow(distance / (isDark ? 14_000 : 45_000), 4))
  }

  private struct Outcome {
    var heldFarOut = 0.0
    var falseTracks = 0.0
    var detection = MeasuredDetection(greatestRangeMetres: 25_000)
    var health = SensorHealth(sensor: 0)
  }

  /// Flotillas from the middle of a radar's reach to its edge; the radar declares one probability for all of it.
  private func play(seed: UInt64, scans: Int = 160) throws -> Outcome {
    var strait = Strait(seed: seed, ships: 15, flotillas: 8, flotillaMetres: 8000...19_000)
    strait.fall = Self.fall
    var settings = CraftTrackerSettings()
    settings.modes = [MotionMode(accelerationIntensity: Strait.intensity, dwellSeconds: 3600)]
    var tracker = CraftTracker(settings: settings)
    var (outcome, present, held, falseTracks) = (Outcome(), 0, 0, 0)
    for scan in 0..<scans {
      strait.move(seconds: 2.5)
      tracker.take(Scan(seconds: Double(scan) * 5 + 2.5, sensor: strait.radar, plots: strait.look()))
      strait.move(seconds: 2.5)
      tracker.take(Scan(seconds: Double(scan) * 5 + 5, sensor: strait.receiver, plots: strait.listen()))
      guard scan >= 40 else { continue }
      let parts = PointSetDistance.generalised(
        craft: strait.craft.map { .init(east: $0.east, north: $0.north) },
        tracks: tracker.tracks.map { .init(east: $0.eastMetres, north: $0.northMetres) }, cutoffMetres: 250)
      falseTracks += parts.falseTracks
      for (craft, track) in zip(strait.craft, parts.trackOfCraft)
      where craft.isDark && hypot(craft.east, craft.north) > 14_000 {
        (present, held) = (present + 1, held + (track == nil ? 0 : 1))
      }
    }
    outcome.heldFarOut = Double(held) / Double(max(present, 1))
    outcome.falseTracks = Double(falseTracks) / Double(scans - 40)
    outcome.detection = try #require(tracker.detections.first { $0.sensor == 0 }).detection
    outcome.health = try #require(tracker.health.first { $0.sensor == 0 })
    return outcome
  }

  @Test func boatsAtTheEdgeOfTheReachAreHeldAndHowWellItSeesIsLearned() throws {
    var held: [Double] = []
    for seed in 1...4 as ClosedRange<UInt64> {
      let outcome = try play(seed: seed)
      held.append(outcome.heldFarOut)
      #expect(outcome.falseTracks < 1.2, "\(outcome.falseTracks)")
      #expect(outcome.health.seenOfExpected < 0.85, "it sees worse than it says: \(outcome.health.seenOfExpected)")
      for ring in outcome.detection.ofSmallCraft where ring.looks > 150 {
        let truth = 0.9 * Self.fall((ring.fromMetres + ring.toMetres) / 2, true)
        let rate = try #require(ring.rate)
        #expect((rate - truth).magnitude < 0.12, "\(rate) in place of \(truth) from \(ring.fromMetres) m")
        #expect(ring.interval.contains(rate) && ring.interval.upperBound - ring.interval.lowerBound < 0.17)
      }
      for ring in outcome.detection.ofLargerCraft where ring.looks > 150 {
        let truth = 0.9 * Self.fall((ring.fromMetres + ring.toMetres) / 2, false)
        #expect(try (#require(ring.rate) - truth).magnitude < 0.06, "\(ring)")
      }
    }
    // Taken at its word, the radar would lose half of them.
    #expect(held.reduce(0, +) / 4 > 0.93, "\(held)")
  }

  @Test func aBlindRadarIsFoundOutByTranspondersAndTakesNoTrackAway() throws {
    var sea = Sea([Sea.Boat(east: 5000, north: 4000, velocityEast: 4, velocityNorth: 0)])
    let second = Sea.radarModel(number: 2, east: 2000)
    for turn in 0..<80 {
      sea.look()
      // The second sees at first, and then nothing.
      sea.tracker.take(turn < 10 ? sea.scan(second) : Scan(seconds: sea.seconds, sensor: second, plots: []))
      sea.move(seconds: 5)
    }
    let blind = try #require(sea.tracker.detections.first { $0.sensor == 2 }).detection
    let ring = try #require(blind.ofSmallCraft.max { $0.looks < $1.looks })
    #expect(try #require(ring.rate) < 0.25 && ring.looks > 40, "\(ring)")
    let track = try #require(sea.track(of: 0))
    #expect(track.existence > 0.99)
    let first = try #require(sea.tracker.detections.first { $0.sensor == 1 }).detection
    #expect(try #require(first.ofSmallCraft.max { $0.looks < $1.looks }?.rate) > 0.8)
  }

  @Test func aDeclaredFallIsBelievedFromTheFirstScan() {
    func model(_ full: Double?) -> SensorModel {
      SensorModel(
        field: .ring(fromMetres: 0, toMetres: 20_000), detectionProbability: 0.8, falsePlotsPerScan: 1,
        fullToMetres: full)
    }
    #expect(model(nil).declaredProbability(atMetres: 19_000) == 0.8)
    #expect(model(10_000).declaredProbability(atMetres: 9000) == 0.8)
    #expect(abs(model(10_000).declaredProbability(atMetres: 15_000) - 0.4) < 1e-12)
    #expect(model(10_000).declaredProbability(atMetres: 1e9) == 0.01)
    #expect(model(.nan).declaredProbability(atMetres: 19_000) == 0.8)
    let chart = DetectionChart(model(10_000), nil)
    #expect(abs(chart.probability(atMetres: 15_000, isSmall: true) - 0.4) < 1e-9)
    #expect((0...1).contains(chart.probability(atMetres: .infinity, isSmall: true)))
  }

  @Test func theIntervalOfARate() {
    let ring = MeasuredRing(fromMetres: 0, toMetres: 1000, looks: 10, hits: 8)
    #expect(abs(ring.interval.lowerBound - 0.4902) < 1e-4 && abs(ring.interval.upperBound - 0.9433) < 1e-4)
    let none = MeasuredRing(fromMetres: 0, toMetres: 1000, looks: 0, hits: 0)
    #expect(none.rate == nil && none.interval == 0...1)
    #expect(MeasuredRing(fromMetres: 0, toMetres: 1, looks: 5, hits: 0).interval.lowerBound == 0)
  }
}
