import Foundation
import Testing

@testable import Tracking

/// Scenes that arrive many minutes after they were taken, with known truth.
@Suite struct SlowSensorTests {
  private static let intensity = 0.01
  private let satellite = SensorModel(
    number: 7, field: .everywhere(areaSquareMetres: 4e9), detectionProbability: 0.7, falsePlotsPerScan: 2,
    isWhole: false, isSlow: true)
  /// A radar of another sea, by which time goes on.
  private let elsewhere = SensorModel(
    number: 8, eastMetres: 400_000, field: .ring(fromMetres: 100, toMetres: 5000), detectionProbability: 0.9,
    falsePlotsPerScan: 1)

  private var settings: CraftTrackerSettings {
    var settings = CraftTrackerSettings()
    settings.modes = [MotionMode(accelerationIntensity: Self.intensity, dwellSeconds: 3600)]
    return settings
  }

  /// A craft under white acceleration, as the tracker takes it.
  private struct Truth {
    var place = (0.0, 0.0)
    var velocity = (0.0, 0.0)

    mutating func move(_ seconds: Double, _ random: inout SeededNoise) {
      func step(_ place: inout Double, _ velocity: inout Double) {
        let spread = (intensity * seconds * seconds * seconds / 3).squareRoot()
        let (first, second) = (random.normal(), random.normal())
        place += velocity * seconds + spread * first
        let along = intensity * seconds * seconds / 2 / spread
        velocity += along * first + max(0, intensity * seconds - along * along).squareRoot() * second
      }
      step(&place.0, &velocity.0)
      step(&place.1, &velocity.1)
    }
  }

  private func seen(_ truth: Truth, _ deviation: Double, _ random: inout SeededNoise, reference: Int = 0) -> Plot {
    var plot = Plot(
      eastMetres: truth.place.0 + deviation * random.normal(), northMetres: truth.place.1 + deviation * random.normal(),
      deviationMetres: deviation)
    plot.reference = reference
    return plot
  }

  /// The squared error of a track over its own covariance, of position and velocity: 4 on average.
  private func normalised(_ track: CraftEstimate, _ truth: Truth) -> Double {
    let craft = Strait.Craft(
      east: truth.place.0, north: truth.place.1, velocityEast: truth.velocity.0, velocityNorth: truth.velocity.1,
      isDark: true)
    return track.squaredError(craft)
  }

  /// A boat that a radar sees for a while and then no more; a satellite sees it four minutes later, and that is told at once
  /// or ten minutes late.
  private func boatThatLeaves(seed: UInt64, isLate: Bool) throws -> (track: CraftEstimate, truth: Truth) {
    var random = SeededNoise(seed: seed)
    var truth = Truth(
      place: (3000 + 900 * random.normal(), 5000), velocity: (3 * random.normal(), 3 * random.normal()))
    var settings = settings
    settings.shownWithin = 5000
    var tracker = CraftTracker(settings: settings)
    var seconds = 0.0
    func go(_ time: Double) {
      truth.move(time, &random)
      seconds += time
    }
    for _ in 0..<(12 + Int(seed % 9)) {
      go(5)
      tracker.take(
        Scan(
          seconds: seconds,
          sensor: SensorModel(
            number: 1, field: .ring(fromMetres: 100, toMetres: 25_000), detectionProbability: 0.9, falsePlotsPerScan: 1),
          plots: [seen(truth, 30, &random)]))
    }
    go(240)
    let scene = Scan(seconds: seconds, sensor: satellite, plots: [seen(truth, 40, &random, reference: 77)])
    if !isLate { tracker.take(scene) }
    for _ in 0..<10 {
      go(60)
      tracker.take(Scan(seconds: seconds, sensor: elsewhere, plots: []))
    }
    if isLate {
      let reception = tracker.take(scene)
      #expect(reception.taken == 1 && reception.begun == 0 && reception.latenessSeconds == 600)
    }
    #expect(tracker.tracks.count <= 1)
    return (try #require(tracker.tracks.first), truth)
  }

  @Test func aSceneThatComesLateTellsAsMuchAsOneInTime() throws {
    for seed in 1...5 as ClosedRange<UInt64> {
      let (late, inTime) = (
        try boatThatLeaves(seed: seed, isLate: true).track, try boatThatLeaves(seed: seed, isLate: false).track
      )
      #expect(abs(late.eastMetres - inTime.eastMetres) < 1e-3 && abs(late.northMetres - inTime.northMetres) < 1e-3)
      #expect(abs(late.covariance[0, 0] / inTime.covariance[0, 0] - 1) < 1e-6)
      #expect(late.number == inTime.number)
      #expect(late.contributions.latest.last?.reference == 77)
    }
  }

  @Test func theSpreadAfterALateSceneIsHonest() throws {
    var sum = 0.0
    for seed in 1...100 as ClosedRange<UInt64> {
      let (track, truth) = try boatThatLeaves(seed: seed &+ 300, isLate: true)
      sum += normalised(track, truth)
    }
    // χ² with 400 degrees of freedom over 100: 3.46 to 4.57 with 95 %.
    #expect((3.46...4.57).contains(sum / 100), "\(sum / 100)")
  }

  @Test func twoLateScenesMakeATrackThatIsAsUnsureAsItIs() throws {
    // An analysis that is rarely wrong, so that every one of the boats is believed and none is left out of the mean.
    let satellite = SensorModel(
      number: 7, field: .everywhere(areaSquareMetres: 4e9), detectionProbability: 0.7, falsePlotsPerScan: 0.0005,
      isWhole: false, isSlow: true)
    var sum = 0.0
    for seed in 1...100 as ClosedRange<UInt64> {
      var random = SeededNoise(seed: seed &+ 900)
      var tracker = CraftTracker(settings: settings)
      var truth = Truth(place: (2000, -7000), velocity: (5 * random.normal(), 5 * random.normal()))
      var scenes: [Scan] = []
      for time in [0.0, 300] {
        if time > 0 { truth.move(time, &random) }
        scenes.append(Scan(seconds: time, sensor: satellite, plots: [seen(truth, 40, &random)]))
      }
      truth.move(900, &random)
      tracker.take(Scan(seconds: 1200, sensor: elsewhere, plots: []))
      var reception = tracker.take(scenes[0])
      #expect(reception.begun == 1 && tracker.tracks.isEmpty)
      reception = tracker.take(scenes[1])
      #expect(reception.taken == 1 && reception.begun == 0)
      let track = try #require(tracker.tracks.first, "seed \(seed)")
      #expect(track.lastSeenSeconds == 300 && track.contributions.shares.first?.plots == 2)
      #expect(track.covariance.positionRadiusMetres > 1000, "fifteen minutes are long")
      sum += normalised(track, truth)
    }
    #expect((3.46...4.57).contains(sum / 100), "\(sum / 100)")
  }

  @Test func boatsThatARadarHoldsAreToldThatASatelliteSawThem() throws {
    var sea = Sea(
      (0..<5).map { Sea.Boat(east: 4000 + 350 * Double($0), north: 6000, velocityEast: 1.5, velocityNorth: 2) })
    var (scene, sceneSeconds): ([Plot], Double) = ([], 0)
    for turn in 0..<500 {
      sea.look()
      if turn == 60 {
        sceneSeconds = sea.seconds + 1
        scene = sea.boats.enumerated().map { place, boat in
          var plot = Plot(
            eastMetres: boat.east + boat.velocityEast + 40 * sea.random.normal(),
            northMetres: boat.north + boat.velocityNorth + 40 * sea.random.normal(), deviationMetres: 40)
          plot.reference = 1000 + place
          return plot
        }
      }
      sea.move(seconds: 5)
    }
    let before = sea.tracker.tracks
    #expect(before.count == 5)
    // One by one, as an analysis hands them on, and the same in the other order.
    var other = sea.tracker
    for plot in scene { sea.tracker.take(Scan(seconds: sceneSeconds, sensor: satellite, plots: [plot])) }
    for plot in scene.reversed() { other.take(Scan(seconds: sceneSeconds, sensor: satellite, plots: [plot])) }
    let after = sea.tracker.tracks
    #expect(after.map(\.number) == before.map(\.number) && after.map(\.eastMetres) == before.map(\.eastMetres))
    for boat in 0..<5 {
      let track = try #require(sea.track(of: boat))
      #expect(track.contributions.shares.map(\.sensor) == [1, 7])
      #expect(track.contributions.shares.last?.latestSeconds == sceneSeconds)
    }
    let references = after.map { $0.contributions.latest.filter { $0.sensor == 7 }.map(\.reference) }
    #expect(references.flatMap { $0 }.sorted() == [1000, 1001, 1002, 1003, 1004])
    #expect(other.tracks.map { $0.contributions.latest.filter { $0.sensor == 7 }.map(\.reference) } == references)
  }

  @Test func whatIsTooLateOrTooMuchIsRefusedAndCounted() {
    var sea = Sea([Sea.Boat(east: 3000, north: 3000, velocityEast: 4, velocityNorth: 0)])
    for _ in 0..<10 {
      sea.look()
      sea.move(seconds: 400)
    }
    let plot = Plot(eastMetres: 0, northMetres: 9000, deviationMetres: 40)
    #expect(sea.tracker.take(Scan(seconds: -3601, sensor: satellite, plots: [plot])).refusal == .tooLate)
    let before = sea.tracker.candidateCount
    let flood = (0..<3000).map {
      Plot(eastMetres: Double($0 % 60) * 900, northMetres: 20_000 + Double($0 / 60) * 900, deviationMetres: 40)
    }
    let reception = sea.tracker.take(Scan(seconds: 1500, sensor: satellite, plots: flood))
    #expect(reception.begun == CraftTracker.mostCarried && reception.leftOut == 2500)
    #expect(sea.tracker.candidateCount == before + CraftTracker.mostCarried)
    for bad in [Double.nan, .infinity, 1e300] {
      sea.tracker.take(
        Scan(
          seconds: 1600, sensor: satellite, plots: [Plot(eastMetres: bad, northMetres: bad, deviationMetres: bad)]))
    }
    for _ in 0..<20 {
      sea.look()
      sea.move(seconds: 300)
    }
    #expect(sea.tracker.candidateCount < 200, "what is never seen again is given up: \(sea.tracker.candidateCount)")
  }
}
