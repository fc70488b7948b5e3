/// The velocity that an observation reports by its speed and course, with its spread.
struct VelocityMeasurement {
  var east: Double
  var north: Double
  var noise: Symmetric2

  /// Below this speed a course over ground is noise, in knots.
  static let leastSpeedWithCourseKnots = 0.5

  /// The reported velocity, or nil when there is none: a speed without a course says nothing of direction.
  ///
  /// A craft that lies still or hardly moves is taken at rest with the spread of a speed.
  init?(_ observation: SensorObservation, stationary: Bool) {
    let speedVariance = MeasurementNoise.speedMetresPerSecond * MeasurementNoise.speedMetresPerSecond
    guard let speedKnots = observation.speedKnots, (0...1000).contains(speedKnots) else { return nil }
    if stationary || speedKnots < Self.leastSpeedWithCourseKnots {
      self.init(east: 0, north: 0, noise: .isotropic(speedVariance))
      return
    }
    guard let course = observation.courseDegrees, (0..<360).contains(course) else { return nil }
    let direction = eastNorth(bearingDegrees: course)
    let speed = speedKnots * metresPerSecondInKnot
    let across = speed * MeasurementNoise.courseRadians
    self.init(
      east: speed * direction.east, north: speed * direction.north,
      noise: .along(direction, variance: speedVariance, across: max(speedVariance, across * across)))
  }

  private init(east: Double, north: Double, noise: Symmetric2) {
    self.east = east
    self.north = north
    self.noise = noise
  }
}
