import Geodesy
import Testing

@testable import Tracking

/// Whether the filter's errors are as large as it says: the normalised estimation error squared (NEES) of truth that moves
/// by the filter's own model averages to its four degrees of freedom.
///
/// Source: Bar-Shalom, Li and Kirubarajan, section 5.4.2.
@Suite struct FilterConsistencyTests {
  struct Sensor: Sendable, CustomTestStringConvertible {
    var reportsVelocity: Bool
    var intervalSeconds: Double
    var deviationMetres: Double
    var timeDeviationSeconds: Double
    var testDescription: String { "velocity \(reportsVelocity), every \(intervalSeconds) s" }
  }

  @Test(arguments: [
    Sensor(reportsVelocity: false, intervalSeconds: 10, deviationMetres: 5, timeDeviationSeconds: 0),
    Sensor(reportsVelocity: false, intervalSeconds: 2, deviationMetres: 15, timeDeviationSeconds: 0),
    Sensor(reportsVelocity: true, intervalSeconds: 6, deviationMetres: 15, timeDeviationSeconds: 0),
    Sensor(reportsVelocity: true, intervalSeconds: 30, deviationMetres: 5, timeDeviationSeconds: 1.5),
  ])
  func errorsAreAsLargeAsStated(_ sensor: Sensor) throws {
    var noise = SeededNoise(seed: 11)
    var sum = 0.0
    var count = 0
    for _ in 0..<60 {
      let errors = try simulate(sensor, noise: &noise)
      sum += errors.reduce(0, +)
      count += errors.count
    }
    // 60 runs of 40 correlated steps: ± 0.35 is about four standard deviations of the average.
    #expect(count == 60 * 40)
    #expect((3.65...4.35).contains(sum / Double(count)), "average NEES \(sum / Double(count))")
  }

  /// One run of a cargo ship; the NEES after each of its last forty sightings.
  private func simulate(_ sensor: Sensor, noise: inout SeededNoise) throws -> [Double] {
    let plane = TangentPlane(origin: strait)
    let intensity = MotionModel(trackClass: .cargo, stationary: false).accelerationIntensity
    var truth = (east: 0.0, north: 0.0, velocityEast: 3.0, velocityNorth: 2.0)
    var tracker = Tracker()
    _ = tracker.describe(StaticReport(mmsi: 235_000_001, at: noon, received: noon, source: "test", shipType: 70))
    var errors: [Double] = []
    for step in 0..<50 {
      let time = sensor.intervalSeconds
      if step > 0 { move(&truth, seconds: time, intensity: intensity, noise: &noise) }
      let observation = sighting(of: truth, step: step, sensor: sensor, plane: plane, noise: &noise)
      let update = tracker.observe(observation)
      #expect(update.diagnostic == nil)
      guard step >= 10 else { continue }
      let local = plane.local(update.track.state.position)
      let state = update.track.state
      let error = [
        truth.east - local.eastMetres, truth.north - local.northMetres,
        truth.velocityEast - state.velocityEastMetresPerSecond,
        truth.velocityNorth - state.velocityNorthMetresPerSecond,
      ]
      errors.append(try #require(squaredLength(error, covariance: state.covariance.elements)))
    }
    return errors
  }

  private func move(
    _ truth: inout (east: Double, north: Double, velocityEast: Double, velocityNorth: Double), seconds: Double,
    intensity: Double, noise: inout SeededNoise
  ) {
    // The Cholesky factor of q·[t³/3, t²/2; t²/2, t] turns two standard normal numbers into one axis of the disturbance.
    let first = (intensity * seconds * seconds * seconds / 3).squareRoot()
    let second = intensity * seconds * seconds / 2 / first
    let third = (intensity * seconds - second * second).squareRoot()
    let east = (noise.normal(), noise.normal())
    let north = (noise.normal(), noise.normal())
    truth.east += truth.velocityEast * seconds + first * east.0
    truth.north += truth.velocityNorth * seconds + first * north.0
    truth.velocityEast += second * east.0 + third * east.1
    truth.velocityNorth += second * north.0 + third * north.1
  }

  private func sighting(
    of truth: (east: Double, north: Double, velocityEast: Double, velocityNorth: Double), step: Int, sensor: Sensor,
    plane: TangentPlane, noise: inout SeededNoise
  ) -> SensorObservation {
    let late = sensor.timeDeviationSeconds * noise.normal()
    let position = plane.position(
      eastMetres: truth.east + truth.velocityEast * late + sensor.deviationMetres * noise.normal(),
      northMetres: truth.north + truth.velocityNorth * late + sensor.deviationMetres * noise.normal())
    var observation = SensorObservation(
      source: "test", at: after(Double(step) * sensor.intervalSeconds), received: noon, position: position,
      positionStandardDeviationMetres: sensor.deviationMetres, identity: CraftIdentity(mmsi: 235_000_001),
      timeStandardDeviationSeconds: sensor.timeDeviationSeconds)
    guard sensor.reportsVelocity else { return observation }
    let speed = (truth.velocityEast * truth.velocityEast + truth.velocityNorth * truth.velocityNorth).squareRoot()
    let direction = bearingDegrees(east: truth.velocityEast, north: truth.velocityNorth)
    let alongError = MeasurementNoise.speedMetresPerSecond * noise.normal()
    let acrossError =
      max(MeasurementNoise.speedMetresPerSecond, speed * MeasurementNoise.courseRadians) * noise.normal()
    observation.speedKnots = max(0, speed + alongError) / metresPerSecondInKnot
    let course = direction + acrossError / max(speed, 0.5) * 180 / .pi
    observation.courseDegrees = (course + 720).truncatingRemainder(dividingBy: 360)
    return observation
  }

  /// eᵀ·P⁻¹·e by Gaussian elimination, or nil when P is not positive definite.
  private func squaredLength(_ error: [Double], covariance: [Double]) -> Double? {
    var rows = (0..<4).map { row in (0..<4).map { covariance[row * 4 + $0] } + [error[row]] }
    for pivot in 0..<4 {
      guard rows[pivot][pivot] > 0 else { return nil }
      for row in (pivot + 1)..<4 {
        let factor = rows[row][pivot] / rows[pivot][pivot]
        for column in pivot..<5 { rows[row][column] -= factor * rows[pivot][column] }
      }
    }
    var solution = [Double](repeating: 0, count: 4)
    for row in (0..<4).reversed() {
      let known = ((row + 1)..<4).reduce(0) { $0 + rows[row][$1] * solution[$1] }
      solution[row] = (rows[row][4] - known) / rows[row][row]
    }
    return zip(error, solution).reduce(0) { $0 + $1.0 * $1.1 }
  }
}
