import Testing

@testable import Tracking

@Suite struct CraftTrackerTests {
  private struct Result {
    var meanDistance = 0.0
    var falseTracks = 0.0
    var darkHeld = 0.0
    var squaredErrors: [Double] = []
    var fingerprint: [CraftEstimate] = []
  }

  /// Plays a sea and compares every radar scan after the first twenty with the truth.
  private func play(_ strait: Strait, scans: Int = 120, settings: CraftTrackerSettings) -> Result {
    var strait = strait
    var tracker = CraftTracker(settings: settings)
    var result = Result()
    var (dark, held, counted) = (0, 0, 0)
    for scan in 0..<scans {
      strait.move(seconds: 2.5)
      tracker.take(Scan(seconds: Double(scan) * 5 + 2.5, sensor: strait.radar, plots: strait.look()))
      if scan >= 20 {
        let tracks = tracker.tracks
        let parts = PointSetDistance.generalised(
          craft: strait.craft.map { .init(east: $0.east, north: $0.north) },
          tracks: tracks.map { .init(east: $0.eastMetres, north: $0.northMetres) }, cutoffMetres: 200)
        result.meanDistance += parts.distance
        result.falseTracks += Double(parts.falseTracks)
        counted += 1
        for (craft, track) in zip(strait.craft, parts.trackOfCraft) {
          if craft.isDark { (dark, held) = (dark + 1, held + (track == nil ? 0 : 1)) }
          if let track { result.squaredErrors.append(tracks[track].squaredError(craft)) }
        }
      }
      strait.move(seconds: 2.5)
      tracker.take(Scan(seconds: Double(scan) * 5 + 5, sensor: strait.receiver, plots: strait.listen()))
    }
    result.meanDistance /= Double(counted)
    result.falseTracks /= Double(counted)
    result.darkHeld = Double(held) / Double(dark)
    result.fingerprint = tracker.tracks
    return result
  }

  private var steady: CraftTrackerSettings {
    var settings = CraftTrackerSettings()
    settings.modes = [MotionMode(accelerationIntensity: Strait.intensity, dwellSeconds: 3600)]
    return settings
  }

  @Test(arguments: [1, 2, 3])
  func darkFlotillasAreHeldAmongClutter(_ seed: UInt64) {
    let result = play(Strait(seed: seed), settings: steady)
    #expect(result.darkHeld > 0.97, "held \(result.darkHeld)")
    #expect(result.falseTracks < 0.3, "false \(result.falseTracks)")
    #expect(result.meanDistance < 150, "distance \(result.meanDistance)")
  }

  @Test(arguments: 7...14)
  func aBoatSeenInHalfTheScansIsFoundAndHeld(_ seed: UInt64) {
    var strait = Strait(seed: seed)
    strait.detectionProbability = 0.5
    let result = play(strait, settings: steady)
    #expect(result.darkHeld > 0.8, "held \(result.darkHeld)")
    #expect(result.falseTracks < 2, "false \(result.falseTracks)")
  }

  @Test func theSpreadThatIsStatedIsTheSpreadThatThereIs() {
    let result = play(Strait(seed: 4, ships: 30, flotillas: 0), scans: 150, settings: steady)
    let mean = result.squaredErrors.reduce(0, +) / Double(result.squaredErrors.count)
    // χ² with 4 degrees of freedom has the mean 4. Errors of one craft follow each other, and the few wrong pairings weigh on
    // the far side, so the bounds are wider than those of so many independent ones.
    #expect((3.6...4.6).contains(mean), "mean normalised squared error \(mean) over \(result.squaredErrors.count)")
  }

  @Test func threeModesHoldWhatOneModeHolds() {
    let result = play(Strait(seed: 2), settings: CraftTrackerSettings())
    #expect(result.darkHeld > 0.96, "held \(result.darkHeld)")
    #expect(result.meanDistance < 160, "distance \(result.meanDistance)")
  }

  @Test func theSameScansGiveTheSameTracks() {
    let (first, second) = (play(Strait(seed: 5), settings: steady), play(Strait(seed: 5), settings: steady))
    #expect(first.fingerprint == second.fingerprint && !first.fingerprint.isEmpty)
  }

  @Test func whatNoNumberIsDoesNotStopIt() {
    var tracker = CraftTracker()
    let strait = Strait(seed: 1)
    let bad = [
      Plot(eastMetres: .nan, northMetres: 0, deviationMetres: 10),
      Plot(eastMetres: .infinity, northMetres: 0, deviationMetres: 10),
      Plot(eastMetres: 1e300, northMetres: -1e300, deviationMetres: 10),
      Plot(eastMetres: 0, northMetres: 0, deviationMetres: 0),
      Plot(rangeMetres: -5, bearingRadians: .nan, rangeDeviationMetres: 30, bearingDeviationRadians: 0.003),
    ]
    for turn in 0..<20 {
      let good = Plot(eastMetres: 3000, northMetres: 4000, deviationMetres: 10)
      let seconds = turn == 7 ? -1e9 : Double(turn) * 5
      tracker.take(Scan(seconds: seconds, sensor: strait.receiver, plots: bad + [good]))
    }
    #expect(tracker.tracks.count == 1)
  }

  @Test func aFloodOfClutterIsBounded() {
    var settings = steady
    settings.mostCandidates = 2000
    var tracker = CraftTracker(settings: settings)
    var strait = Strait(seed: 3)
    strait.clutter = 500
    for turn in 0..<30 {
      let plots = (0..<20).flatMap { _ in strait.look() }
      tracker.take(Scan(seconds: Double(turn) * 5, sensor: strait.radar, plots: plots))
    }
    #expect(tracker.candidateCount <= 2000 + tracker.tracks.count)
  }
}

extension CraftEstimate {
  /// The squared error in units of the stated covariance, over place and velocity.
  func squaredError(_ craft: Strait.Craft) -> Double {
    let error = [
      eastMetres - craft.east, northMetres - craft.north, velocityEastMetresPerSecond - craft.velocityEast,
      velocityNorthMetresPerSecond - craft.velocityNorth,
    ]
    // P = L·Lᵀ, and the squared length of L⁻¹·error.
    var lower = [[Double]](repeating: [0, 0, 0, 0], count: 4)
    var (reduced, sum) = ([0.0, 0, 0, 0], 0.0)
    for row in 0..<4 {
      for column in 0...row {
        var rest = covariance[row, column]
        for before in 0..<column { rest -= lower[row][before] * lower[column][before] }
        lower[row][column] = row == column ? rest.squareRoot() : rest / lower[column][column]
      }
      reduced[row] = error[row]
      for before in 0..<row { reduced[row] -= lower[row][before] * reduced[before] }
      reduced[row] /= lower[row][row]
      sum += reduced[row] * reduced[row]
    }
    return sum
  }
}
