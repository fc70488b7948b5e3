#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif

/// A plot on the tracker's plane, freed of what is known of its sensor's bias.
struct PlacedPlot: Sendable {
  /// The place; the sensor's own where only a direction was measured.
  private(set) var eastMetres: Double
  private(set) var northMetres: Double
  /// Distance from the sensor in metres.
  private(set) var distanceMetres: Double
  /// The direction from the sensor in radians, for a plot that is nothing else.
  private(set) var bearingRadians: Double?
  /// Variance along the line of sight in square metres, and across it; of a direction in square radians, across alone.
  private let along: Double
  private let across: Double
  private let sensorEast: Double
  private let sensorNorth: Double

  /// Places a plot.
  ///
  /// The place from a distance and a direction is corrected for the bend of the arc: a mean over noisy directions lies
  /// short by e^(−σ²/2). Source: Mo, Song, Zhou, Sun and Bar-Shalom, Unbiased converted measurements for tracking, IEEE
  /// Transactions on Aerospace and Electronic Systems 34 (1998).
  init(_ plot: Plot, from sensor: SensorModel, bias: SensorBias? = nil) {
    (sensorEast, sensorNorth) = (sensor.eastMetres, sensor.northMetres)
    switch plot.measurement {
    case .polar(let range, let bearing, let rangeDeviation, let bearingDeviation):
      let trueRange = range - (bias?.rangeMetres ?? 0)
      let trueBearing = bearing - (bias?.bearingRadians ?? 0)
      let bend = exp(-bearingDeviation * bearingDeviation / 2)
      eastMetres = sensorEast + trueRange * sin(trueBearing) / bend
      northMetres = sensorNorth + trueRange * cos(trueBearing) / bend
      distanceMetres = trueRange
      along = rangeDeviation * rangeDeviation
      let wide = trueRange * bearingDeviation
      across = wide * wide
    case .place(let east, let north, let deviation):
      eastMetres = east - (bias?.eastMetres ?? 0)
      northMetres = north - (bias?.northMetres ?? 0)
      let (awayEast, awayNorth) = (eastMetres - sensorEast, northMetres - sensorNorth)
      distanceMetres = (awayEast * awayEast + awayNorth * awayNorth).squareRoot()
      along = deviation * deviation
      across = along
    case .bearing(let bearing, let deviation):
      bearingRadians = bearing - (bias?.bearingRadians ?? 0)
      (eastMetres, northMetres, distanceMetres) = (sensorEast, sensorNorth, 0)
      along = deviation * deviation
      across = along
    }
  }

  /// Whether every number in it can be worked with.
  var isUsable: Bool {
    eastMetres.isFinite && northMetres.isFinite && along > 0 && across > 0 && along.isFinite && across.isFinite
      && distanceMetres < SensorModel.greatestDistance && distanceMetres >= 0 && bearingRadians?.isFinite ?? true
  }

  /// The variance of a direction in square radians.
  var bearingVariance: Double { across }

  /// The variance that does not grow with the distance, in square metres.
  var fixedVariance: Double { along }

  /// The variance of its direction, in square radians; 0 when the place itself was measured.
  var angularVariance: Double { along == across ? 0 : across / max(distanceMetres * distanceMetres, 1) }

  /// The spread as seen at the plot's own place.
  var noise: Symmetric2 { noise(seenAtEast: eastMetres, north: northMetres) }

  /// The spread with its axes turned to where the craft is expected: the plot's own direction is the noisier of the two.
  func noise(seenAtEast placeEast: Double, north placeNorth: Double) -> Symmetric2 {
    let (east, north) = (placeEast - sensorEast, placeNorth - sensorNorth)
    let squared = east * east + north * north
    guard along != across, squared > 1 else { return .isotropic(along) }
    let difference = (along - across) / squared
    return Symmetric2(
      eastEast: across + difference * east * east, eastNorth: difference * east * north,
      northNorth: across + difference * north * north)
  }
}
