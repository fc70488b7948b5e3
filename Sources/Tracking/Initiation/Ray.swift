#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif

/// A direction in which a sensor saw something that no track explains.
struct Ray: Sendable {
  /// Counted up; no two are alike.
  let id: Int
  /// The number of the sensor, and where it stood.
  let sensor: Int
  let east: Double
  let north: Double
  /// The direction in radians, clockwise from north, and its variance in square radians.
  let bearing: Double
  let variance: Double
  let seconds: Double
  /// By what the caller knows it.
  let reference: Int

  /// The least angle at which two rays tell a place, in radians: a sixth of a right angle.
  private static let leastAngle = Double.pi / 12
  /// What is known worse than this along an axis is no place, as a standard deviation in metres.
  private static let greatestSpread = 3000.0

  /// Where this ray and a newer one of another place cross, as a craft of which no velocity is known, at the moment of the newer.
  ///
  /// Each ray says how far the craft lies across it: the information of both, across each ray at the distance of the crossing, adds
  /// up, and the older one knows less by what a craft of unknown velocity makes since. Nil where they do not cross ahead of both,
  /// cross too flat, or tell too little. Source: Stansfield, Statistical theory of DF fixing, Journal of the IEE 94 (1947).
  /// Two directions of 0.02 rad from 10 km off that cross at a right angle give 200 m along each.
  func crossing(_ newer: Ray, unknownVelocity: Double) -> Motion? {
    let (east1, north1, east2, north2) = (sin(bearing), cos(bearing), sin(newer.bearing), cos(newer.bearing))
    let across = east1 * north2 - north1 * east2
    guard across.magnitude > sin(Self.leastAngle) else { return nil }
    let (wayEast, wayNorth) = (newer.east - east, newer.north - north)
    let range1 = (wayEast * north2 - wayNorth * east2) / across
    let range2 = (wayEast * north1 - wayNorth * east1) / across
    guard range1 > 0, range2 > 0, range1.isFinite, range2.isFinite else { return nil }
    let moved = unknownVelocity * (newer.seconds - seconds)
    let first = 1 / (range1 * range1 * variance + moved * moved)
    let second = 1 / (range2 * range2 * newer.variance)
    let information = Symmetric2(
      eastEast: first * north1 * north1 + second * north2 * north2,
      eastNorth: -first * north1 * east1 - second * north2 * east2,
      northNorth: first * east1 * east1 + second * east2 * east2)
    guard let spread = information.inverse, spread.largestEigenvalue < Self.greatestSpread * Self.greatestSpread else {
      return nil
    }
    return Motion(
      eastMetres: east + range1 * east1, northMetres: north + range1 * north1, velocityEast: 0, velocityNorth: 0,
      covariance: MotionCovariance(position: spread, velocity: .isotropic(unknownVelocity * unknownVelocity)))
  }
}
