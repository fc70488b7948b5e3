#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif

/// What is known of the bias of one sensor, from craft that say by transponder where they are.
///
/// Each component is a Kalman filter of one constant that wanders slowly. Source: Bar-Shalom and Li, Multitarget-Multisensor
/// Tracking: Principles and Techniques, section 9.4, for offsets in range and azimuth.
struct BiasFilter: Sendable {
  private(set) var range: ScalarEstimate
  private(set) var bearing: ScalarEstimate
  private(set) var east: ScalarEstimate
  private(set) var north: ScalarEstimate
  /// How many pairs of plot and report went in.
  private(set) var comparisons = 0
  /// What is taken off each plot now.
  private(set) var applied: SensorBias?

  /// Before so many comparisons nothing is taken off.
  static let leastComparisons = 10
  /// A comparison further off than this is of two different craft: the 99.7 % point of a normal number, squared.
  private static let gate = 9.0
  /// Reports of one craft err alike for a while, so that each comparison counts for a part.
  private static let correlation = 3.0
  /// How much a bias wanders in an hour, as standard deviations in metres and radians.
  private static let wanderMetres = 10.0
  private static let wanderRadians = 0.001
  /// A change smaller than this is not worth moving all tracks for, in metres and radians.
  private static let leastChangeMetres = 2.0
  private static let leastChangeRadians = 0.0002

  init(settings: CraftTrackerSettings) {
    range = ScalarEstimate(variance: settings.rangeBias * settings.rangeBias)
    bearing = ScalarEstimate(variance: settings.bearingBias * settings.bearingBias)
    east = ScalarEstimate(variance: settings.placeBias * settings.placeBias)
    north = east
  }

  /// Takes in what a sensor measured of a craft whose place is known otherwise.
  mutating func compare(_ plot: Plot, from sensor: SensorModel, with truth: Motion) {
    let (awayEast, awayNorth) = (truth.eastMetres - sensor.eastMetres, truth.northMetres - sensor.northMetres)
    let distance = (awayEast * awayEast + awayNorth * awayNorth).squareRoot()
    let position = truth.covariance.position
    comparisons += 1
    switch plot.measurement {
    case .polar(let measuredRange, let measuredBearing, let rangeDeviation, let bearingDeviation):
      guard distance > 100 else { return }
      let along = position.squaredLength(east: awayEast / distance, north: awayNorth / distance)
      let across = position.squaredLength(east: awayNorth / distance, north: -awayEast / distance)
      take(\.range, measuredRange - distance, rangeDeviation * rangeDeviation + along)
      let off = (measuredBearing - atan2(awayEast, awayNorth)).remainder(dividingBy: 2 * .pi)
      take(\.bearing, off, bearingDeviation * bearingDeviation + across / (distance * distance))
    case .place(let measuredEast, let measuredNorth, let deviation):
      take(\.east, measuredEast - truth.eastMetres, deviation * deviation + position.eastEast)
      take(\.north, measuredNorth - truth.northMetres, deviation * deviation + position.northNorth)
    case .bearing(let measuredBearing, let deviation):
      guard distance > 100 else { return }
      let across = position.squaredLength(east: awayNorth / distance, north: -awayEast / distance)
      let off = (measuredBearing - atan2(awayEast, awayNorth)).remainder(dividingBy: 2 * .pi)
      take(\.bearing, off, deviation * deviation + across / (distance * distance))
    }
  }

  private mutating func take(
    _ component: WritableKeyPath<BiasFilter, ScalarEstimate>, _ measured: Double, _ variance: Double
  ) {
    self[keyPath: component].take(measured, variance: variance * Self.correlation, gate: Self.gate)
  }

  /// Lets it wander, within what was thought possible at first.
  mutating func wander(seconds: Double, settings: CraftTrackerSettings) {
    let hours = max(0, seconds) / 3600
    let (metres, radians) = (
      Self.wanderMetres * Self.wanderMetres * hours, Self.wanderRadians * Self.wanderRadians * hours
    )
    range.variance = min(range.variance + metres, settings.rangeBias * settings.rangeBias)
    bearing.variance = min(bearing.variance + radians, settings.bearingBias * settings.bearingBias)
    east.variance = min(east.variance + metres, settings.placeBias * settings.placeBias)
    north.variance = min(north.variance + metres, settings.placeBias * settings.placeBias)
  }

  /// Takes off from now on what is known now.
  ///
  /// - Returns: by how much more than before; nil when it is not worth it.
  mutating func apply() -> SensorBias? {
    guard comparisons >= Self.leastComparisons else { return nil }
    let old = applied ?? SensorBias()
    let change = SensorBias(
      rangeMetres: range.value - old.rangeMetres, bearingRadians: bearing.value - old.bearingRadians,
      eastMetres: east.value - old.eastMetres, northMetres: north.value - old.northMetres)
    let metres = max(change.rangeMetres.magnitude, change.eastMetres.magnitude, change.northMetres.magnitude)
    guard metres > Self.leastChangeMetres || change.bearingRadians.magnitude > Self.leastChangeRadians else {
      return nil
    }
    applied = SensorBias(
      rangeMetres: range.value, bearingRadians: bearing.value, eastMetres: east.value, northMetres: north.value)
    return change
  }

  /// By how much places may still lie beside the truth, at a place relative to the sensor: what is not known, and what is known
  /// and not taken off yet.
  func spread(east: Double, north: Double, isPolar: Bool) -> Symmetric2 {
    func left(_ component: ScalarEstimate, _ applied: Double) -> Double {
      component.variance + (component.value - applied) * (component.value - applied)
    }
    let applied = applied ?? SensorBias()
    guard isPolar else {
      return Symmetric2(
        eastEast: left(self.east, applied.eastMetres), eastNorth: 0, northNorth: left(self.north, applied.northMetres))
    }
    let squared = east * east + north * north
    let along = left(range, applied.rangeMetres)
    guard squared > 1 else { return .isotropic(along) }
    let distance = squared.squareRoot()
    return .along(
      (east / distance, north / distance), variance: along, across: left(bearing, applied.bearingRadians) * squared)
  }
}
