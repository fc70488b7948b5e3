import Foundation
import Testing

@testable import Tracking

@Suite struct LatenessTests {
  private struct Outcome {
    var tracks: [CraftEstimate]
    var meanDistance: Double
  }

  /// The same night delivered in order, or with a share of the scans up to so many seconds late.
  private func night(seed: UInt64, latestBySeconds: Double) -> Outcome {
    var strait = Strait(seed: seed, ships: 10, flotillas: 2)
    var deliveries: [(at: Double, scan: Scan)] = []
    var truth: [(seconds: Double, craft: [Strait.Craft])] = []
    var delays = SeededNoise(seed: seed &+ 77)
    for scan in 0..<120 {
      strait.move(seconds: 2.5)
      let seconds = Double(scan) * 5 + 2.5
      let radar = Scan(seconds: seconds, sensor: strait.radar, plots: strait.look())
      // Every third turn of the radar is held up.
      let delay = scan % 3 == 1 && scan < 110 ? latestBySeconds * delays.uniform() : 0
      deliveries.append((seconds + delay, radar))
      truth.append((seconds, strait.craft))
      strait.move(seconds: 2.5)
      deliveries.append((seconds + 2.5, Scan(seconds: seconds + 2.5, sensor: strait.receiver, plots: strait.listen())))
    }
    var settings = CraftTrackerSettings()
    settings.modes = [MotionMode(accelerationIntensity: Strait.intensity, dwellSeconds: 3600)]
    var tracker = CraftTracker(settings: settings)
    var outcome = Outcome(tracks: [], meanDistance: 0)
    var compared = 0
    for delivery in deliveries.enumerated().sorted(by: { ($0.element.at, $0.offset) < ($1.element.at, $1.offset) }) {
      let scan = delivery.element.scan
      let received = tracker.take(scan)
      #expect(received.refusal == nil)
      guard received.latenessSeconds == 0, scan.seconds > 100,
        let then = truth.first(where: { $0.seconds == scan.seconds })
      else { continue }
      outcome.meanDistance +=
        PointSetDistance.generalised(
          craft: then.craft.map { .init(east: $0.east, north: $0.north) },
          tracks: tracker.tracks.map { .init(east: $0.eastMetres, north: $0.northMetres) }, cutoffMetres: 200
        ).distance
      compared += 1
    }
    outcome.meanDistance /= Double(compared)
    outcome.tracks = tracker.tracks
    return outcome
  }

  @Test(arguments: 1...4)
  func scansHalfAMinuteLateGiveNearlyTheSameTracks(_ seed: UInt64) {
    let (inOrder, late) = (night(seed: seed, latestBySeconds: 0), night(seed: seed, latestBySeconds: 30))
    #expect((inOrder.tracks.count - late.tracks.count).magnitude <= 1)
    // Nearly every track has its like, within a third of what the tracks themselves say they may be off.
    let paired = PointSetDistance.generalised(
      craft: inOrder.tracks.map { .init(east: $0.eastMetres, north: $0.northMetres) },
      tracks: late.tracks.map { .init(east: $0.eastMetres, north: $0.northMetres) }, cutoffMetres: 50)
    #expect(paired.trackOfCraft.count { $0 != nil } >= inOrder.tracks.count - 1)
    let ratio = late.meanDistance / inOrder.meanDistance
    #expect(ratio < 1.15, "distance \(late.meanDistance) beside \(inOrder.meanDistance)")
  }

  @Test func aLateScanNarrowsWhatIsKnownAndDoesNotTurnBackTime() throws {
    var sea = Sea([Sea.Boat(east: 3000, north: 3000, velocityEast: 4, velocityNorth: 0)])
    for _ in 0..<5 {
      sea.look()
      sea.move(seconds: 5)
    }
    let held = sea.scan(sea.radar)
    sea.move(seconds: 20)
    sea.tracker.take(Scan(seconds: sea.seconds, sensor: sea.radar, plots: []))
    let before = try #require(sea.track(of: 0, within: 400))
    let received = sea.tracker.take(held)
    #expect(received.latenessSeconds == 20 && received.refusal == nil && received.taken == 1)
    let after = try #require(sea.track(of: 0, within: 400))
    #expect(after.covariance.positionRadiusMetres < before.covariance.positionRadiusMetres)
    #expect(after.number == before.number)
    sea.move(seconds: 100)
    sea.look()
    let tooLate = sea.tracker.take(held)
    #expect(tooLate.refusal == .tooLate)
    #expect(sea.tracker.health[0].lateScans == 1)
  }
}
