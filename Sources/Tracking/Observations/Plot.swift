#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif

/// One thing that a sensor saw in one scan, on the plane around the sensor, with its spread.
package struct Plot: Hashable, Sendable {
  package let eastMetres: Double
  package let northMetres: Double
  /// Distance from the sensor in metres.
  let distanceMetres: Double
  /// Variance along the line of sight in square metres, and across it.
  private let along: Double
  private let across: Double

  /// What a radar saw at a distance and a direction.
  ///
  /// The place is corrected for the bend of the arc: a mean over noisy directions lies short by e^(−σ²/2).
  /// Source: Mo, Song, Zhou, Sun and Bar-Shalom, Unbiased converted measurements for tracking, IEEE Transactions on
  /// Aerospace and Electronic Systems 34 (1998).
  ///
  /// - Parameter bearingRadians: the direction, clockwise from north.
  package init(
    rangeMetres: Double, bearingRadians: Double, rangeDeviationMetres: Double, bearingDeviationRadians: Double
  ) {
    let bend = exp(-bearingDeviationRadians * bearingDeviationRadians / 2)
    eastMetres = rangeMetres * sin(bearingRadians) / bend
    northMetres = rangeMetres * cos(bearingRadians) / bend
    distanceMetres = rangeMetres
    along = rangeDeviationMetres * rangeDeviationMetres
    let wide = rangeMetres * bearingDeviationRadians
    across = wide * wide
  }

  /// A place that is equally sure along every axis.
  package init(eastMetres: Double, northMetres: Double, deviationMetres: Double) {
    self.eastMetres = eastMetres
    self.northMetres = northMetres
    distanceMetres = (eastMetres * eastMetres + northMetres * northMetres).squareRoot()
    along = deviationMetres * deviationMetres
    across = along
  }

  /// Whether every number in it can be worked with.
  var isUsable: Bool {
    eastMetres.isFinite && northMetres.isFinite && along > 0 && across > 0 && along.isFinite && across.isFinite
      && distanceMetres < 1e7
  }

  /// The spread as seen at the plot's own place.
  var noise: Symmetric2 { noise(seenAtEast: eastMetres, north: northMetres) }

  /// The spread with its axes turned to where the craft is expected: the plot's own direction is the noisier of the two.
  func noise(seenAtEast east: Double, north: Double) -> Symmetric2 {
    let squared = east * east + north * north
    guard along != across, squared > 1 else { return .isotropic(along) }
    let difference = (along - across) / squared
    return Symmetric2(
      eastEast: across + difference * east * east, eastNorth: difference * east * north,
      northNorth: across + difference * north * north)
  }
}
