import Foundation
import Geodesy
import Testing

@testable import Exercise
@testable import Tracking

/// Whether the plots of a radar are such that a tracker finds the boats which say nothing of themselves.
@Suite struct RadarTrackingTests {
  private struct Score {
    var held = 0
    var due = 0
    var falseTracks = 0
    var scans = 0
  }

  /// A craft counts as due where a turn shows it at least four times in ten.
  private static let leastProbability = 0.4
  /// A track is that of a craft within so many metres.
  private static let nearMetres = 500.0

  @Test func darkBoatsAreHeldFromOneRadar() {
    let night = Night(seed: 5, start: dusk, hours: 0.5)
    let site = RadarSite.grisNez
    let performance = RadarPerformance(site, night.conditions)
    let sensor = performance.declaration
    let model = SensorModel(
      field: .ring(fromMetres: sensor.leastRangeMetres, toMetres: sensor.greatestRangeMetres),
      detectionProbability: sensor.detectionProbability, falsePlotsPerScan: sensor.falsePlotsPerLook)
    var source = RadarSource(night, site)
    var tracker = CraftTracker()
    var score = Score()
    for turn in 0..<300 {
      let begin = Int64(turn) * site.turnMilliseconds
      let plots = source.plots(ofTurn: Int64(turn)).map {
        Plot(
          rangeMetres: $0.rangeMetres, bearingRadians: $0.bearingDegrees * .pi / 180,
          rangeDeviationMetres: sensor.rangeDeviationMetres,
          bearingDeviationRadians: sensor.bearingDeviationDegrees * .pi / 180)
      }
      tracker.take(Scan(seconds: Double(begin) / 1000, sensor: model, plots: plots))
      guard turn >= 40 else { continue }
      let moment = dusk.adding(milliseconds: begin + site.turnMilliseconds / 2)
      count(tracker.tracks, night, performance, at: moment, into: &score)
    }
    let share = Double(score.held) / Double(max(1, score.due))
    let falseShare = Double(score.falseTracks) / Double(score.scans)
    print("EXERCISE one radar: dark boats held \(share) of \(score.due) turns, \(falseShare) false tracks a turn")
    #expect(score.due > 300 && share > 0.9 && falseShare < 0.3)
  }

  private func count(
    _ tracks: [CraftEstimate], _ night: Night, _ performance: RadarPerformance, at moment: Instant,
    into score: inout Score
  ) {
    let view = RadarView(from: performance.site.place, heightMetres: performance.site.heightMetres)
    let dark = Set(night.darkBoats.map(\.actor))
    let truths = night.truth(at: moment).filter { night.actors[$0.actor].trackClass != .aircraft }
      .map { (truth: $0, sight: view.sight(of: Place($0.latitudeDegrees, $0.longitudeDegrees))) }
    let places = truths.map { (_, sight) in
      (
        east: sight.rangeMetres * sin(sight.bearingDegrees * .pi / 180),
        north: sight.rangeMetres * cos(sight.bearingDegrees * .pi / 180)
      )
    }
    var pairs: [(metres: Double, track: Int, craft: Int)] = []
    for (track, estimate) in tracks.enumerated() {
      for (craft, place) in places.enumerated() {
        let metres = hypot(estimate.eastMetres - place.east, estimate.northMetres - place.north)
        if metres < Self.nearMetres { pairs.append((metres, track, craft)) }
      }
    }
    var (taken, found) = (Set<Int>(), Set<Int>())
    for pair in pairs.sorted(by: { $0.metres < $1.metres })
    where !taken.contains(pair.track) && !found.contains(pair.craft) {
      taken.insert(pair.track)
      found.insert(pair.craft)
    }
    score.scans += 1
    score.falseTracks += tracks.count - taken.count
    for (craft, (truth, sight)) in truths.enumerated() where dark.contains(truth.actor) {
      let length = Double(night.actors[truth.actor].particulars.lengthMetres)
      let probability = performance.detectionProbability(rangeMetres: sight.rangeMetres, lengthMetres: length)
      guard performance.site.seesSea(sight.bearingDegrees), probability > Self.leastProbability else { continue }
      score.due += 1
      if found.contains(craft) { score.held += 1 }
    }
  }
}
