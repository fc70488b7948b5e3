import Foundation
import Testing

@testable import Tracking

/// Numbers that no sensor should send, through every door of the tracker: it neither traps nor forgets what it held.
@Suite struct HostileInputTests {
  private let numbers = [Double.nan, .infinity, -.infinity, 1e300, -1e300, 0, -1, 1e-300, 5e6]

  @Test(arguments: 1...4)
  func nothingStopsIt(_ seed: UInt64) {
    var random = SeededNoise(seed: seed)
    func pick(_ usual: Double) -> Double {
      random.uniform() < 0.5 ? usual : numbers[Int(random.uniform() * Double(numbers.count))]
    }
    var tracker = CraftTracker()
    for turn in 0..<300 {
      let place = PlanePlace(eastMetres: pick(100), northMetres: pick(-100))
      let fields: [SensorModel.Field] = [
        .ring(fromMetres: pick(100), toMetres: pick(9000)),
        .ring(fromMetres: 0, toMetres: 9000, sector: Sector(fromRadians: pick(1), toRadians: pick(2))),
        .everywhere(areaSquareMetres: pick(1e9)),
        .footprint(FieldOutline(corners: [place, PlanePlace(eastMetres: 5000, northMetres: 0), place])),
      ]
      let sensor = SensorModel(
        number: turn % 5, eastMetres: pick(0), northMetres: pick(0), field: fields[turn % 4],
        detectionProbability: pick(0.9), falsePlotsPerScan: pick(5), isCooperative: turn % 7 == 0,
        resolution: ResolutionCell(rangeMetres: pick(100), bearingRadians: pick(0.01)))
      var plots: [Plot] = []
      for _ in 0..<4 {
        plots.append(
          Plot(
            rangeMetres: pick(3000), bearingRadians: pick(1), rangeDeviationMetres: pick(30),
            bearingDeviationRadians: pick(0.003)))
        plots.append(Plot(eastMetres: pick(2000), northMetres: pick(500), deviationMetres: pick(40)))
        plots.append(Plot(.bearing(bearingRadians: pick(0.7), deviationRadians: pick(0.02))))
      }
      plots[0].lengthMetres = pick(9)
      let seconds = random.uniform() < 0.1 ? [Double.nan, 1e300, -.infinity, 1e6][turn % 4] : Double(turn) * 2
      tracker.take(Scan(seconds: seconds, sensor: sensor, plots: plots))
      var report = Plot(eastMetres: pick(2000), northMetres: pick(500), deviationMetres: pick(10))
      report.identity = UInt32(turn % 3)
      report.velocity = Plot.Velocity(east: pick(1), north: pick(1), deviation: pick(0.5))
      tracker.hear(report, seconds: Double(turn) * 2 - pick(1), from: sensor)
      tracker.hold(track: turn % 9, identity: UInt32(turn % 3), together: turn % 2 == 0)
      tracker.letGo(track: turn % 4, identity: UInt32(turn % 3))
      for track in tracker.tracks {
        #expect(track.eastMetres.isFinite && track.northMetres.isFinite && (0...1).contains(track.existence))
        #expect((0...1).contains(track.identityProbability))
      }
    }
    #expect(tracker.latestSeconds < 1000, "no clock runs away with it")
    #expect(Set(tracker.tracks.map(\.number)).count == tracker.tracks.count)
  }

  @Test func aClockThatRunsAheadIsNotBelievedUntilAllAgree() {
    var sea = Sea([Sea.Boat(east: 3000, north: 3000, velocityEast: 4, velocityNorth: 0)])
    for _ in 0..<10 {
      sea.look()
      sea.move(seconds: 5)
    }
    let number = sea.tracker.tracks.map(\.number)
    for _ in 0..<10 {
      let ahead = sea.tracker.take(Scan(seconds: sea.seconds + 86_400, sensor: Sea.radarModel(number: 2), plots: []))
      #expect(ahead.refusal == .tooEarly)
      sea.look()
      sea.move(seconds: 5)
    }
    #expect(sea.tracker.tracks.map(\.number) == number && number.count == 1)
    // After a day without any sensor the third to say so is believed.
    sea.move(seconds: 86_400)
    let refusals = (0..<3).map { _ in sea.look().refusal }
    #expect(refusals == [.tooEarly, .tooEarly, nil])
  }
}
