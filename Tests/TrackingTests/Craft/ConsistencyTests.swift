import Foundation
import Testing

@testable import Tracking

/// Whether the errors of tracks are as large as the tracks say, over a scenario of many independent ships.
@Suite struct ConsistencyTests {
  /// At each of many moments the mean over all ships is compared with the 95 % bounds of χ² with 4 degrees for each.
  ///
  /// Source: Bar-Shalom, Li and Kirubarajan, section 5.4.2.
  @Test(arguments: 1...3)
  func errorsLieWithinTheirBounds(_ seed: UInt64) {
    var strait = Strait(seed: seed &+ 40, ships: 60, flotillas: 0)
    strait.clutter = 10
    var settings = CraftTrackerSettings()
    settings.modes = [MotionMode(accelerationIntensity: Strait.intensity, dwellSeconds: 3600)]
    var tracker = CraftTracker(settings: settings)
    var (within, moments, far, ships) = (0, 0, 0, 0)
    for scan in 0..<200 {
      strait.move(seconds: 2.5)
      tracker.take(Scan(seconds: Double(scan) * 5 + 2.5, sensor: strait.radar, plots: strait.look()))
      if scan >= 20, scan % 4 == 0 {
        let tracks = tracker.tracks
        let parts = PointSetDistance.generalised(
          craft: strait.craft.map { .init(east: $0.east, north: $0.north) },
          tracks: tracks.map { .init(east: $0.eastMetres, north: $0.northMetres) }, cutoffMetres: 200)
        var (sum, count) = (0.0, 0)
        for (craft, track) in zip(strait.craft, parts.trackOfCraft) {
          guard let track else { continue }
          let error = tracks[track].squaredError(craft)
          (sum, count) = (sum + error, count + 1)
          if error > Self.thousandthPoint { far += 1 }
        }
        let degrees = 4 * Double(count)
        // The 95 % bounds of χ² by Wilson and Hilferty.
        func bound(_ normal: Double) -> Double {
          degrees * pow(1 - 2 / (9 * degrees) + normal * (2 / (9 * degrees)).squareRoot(), 3)
        }
        if (bound(-1.96)...bound(1.96)).contains(sum) { within += 1 }
        (moments, ships) = (moments + 1, ships + count)
      }
      strait.move(seconds: 2.5)
      tracker.take(Scan(seconds: Double(scan) * 5 + 5, sensor: strait.receiver, plots: strait.listen()))
    }
    let share = Double(within) / Double(moments)
    let beyond = Double(far) / Double(ships)
    #expect(share >= 0.85, "\(share) of \(moments) moments within the 95 % bounds")
    // Two ships that cross may trade tracks, which no spread foresees.
    #expect(beyond < 0.01, "\(beyond) beyond the point that one in a thousand passes")
  }

  /// What one in a thousand of χ² with 4 degrees of freedom passes.
  private static let thousandthPoint = 18.47
}
