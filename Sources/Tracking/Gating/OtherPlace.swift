import Geodesy

/// A place away from the track from which the craft has reported too.
struct OtherPlace: Sendable {
  /// Where it was last reported there.
  var position: Position
  /// When.
  var at: Instant
  /// When the unbroken run of reports from there began.
  var runBegan: Instant
  /// How many reports came from there.
  var count: Int
  /// How many of them came since the last report from the track's own place.
  var run: Int

  /// How long the place is remembered without a report, in seconds.
  static let memorySeconds = 1800.0
  /// How many reports in a row move the track to the place.
  static let runThatConvinces = 3
  /// How long that run must last, in seconds.
  static let secondsThatConvince = 10.0
  /// How many changes between the places show that two transponders share a number.
  static let alternationsThatConvince = 4
  /// How long the track's own place must be silent before a shared number moves it, in seconds.
  static let silenceThatConvincesSeconds = 600.0

  init(_ observation: SensorObservation) {
    position = observation.position
    at = observation.at
    runBegan = observation.at
    count = 1
    run = 1
  }

  /// The place that the track itself leaves when it moves to the other one.
  init(leaving track: Track) {
    position = track.lastObservation.position
    at = track.lastObservation.at
    runBegan = at
    count = track.observationsCount
    run = 0
  }

  /// Whether a craft that was last here can have made that observation.
  func canReach(_ observation: SensorObservation, model: MotionModel) -> Bool {
    let seconds = observation.at.seconds(since: at).magnitude
    guard seconds <= Self.memorySeconds else { return false }
    let distance = Sphere.distanceMetres(from: position, to: observation.position)
    let allowance = Gate.forgivenMetres + 6 * observation.positionStandardDeviationMetres
    return distance - allowance <= model.greatestSpeedMetresPerSecond * (seconds + 1)
  }

  mutating func add(_ observation: SensorObservation) {
    if run == 0 { runBegan = observation.at }
    position = observation.position
    at = observation.at
    count += 1
    run += 1
  }

  /// Whether the last reports from here are enough to move the track.
  var convinces: Bool {
    run >= Self.runThatConvinces && at.seconds(since: runBegan) >= Self.secondsThatConvince
  }
}
