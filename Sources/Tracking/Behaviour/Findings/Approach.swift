#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif

/// How close two craft will come if both go on as they do, and how sure that is.
///
/// With the relative position r and velocity v, the closest approach is after t = −r·v / v², at the distance of r + v
/// t, which lies across v. Its spread across v is that of both positions, and of both velocities times t. The
/// probability that the craft pass within a distance is that of a normal number to lie between minus and plus that
/// distance.
struct Approach: Sendable {
  /// Metres between them now.
  let distanceMetres: Double
  /// Metres between them when they are closest.
  let closestMetres: Double
  /// Seconds until then; negative when they draw apart.
  let seconds: Double
  /// The probability that they come closer than the limit.
  let probability: Double

  init(_ first: WatchedCraft, _ second: WatchedCraft, at now: Int32, limitMetres: Double) {
    let way = first.way(to: second.sighting.position)
    let firstVelocity = first.velocity
    let secondVelocity = second.velocity
    let firstAge = Double(now &- first.at)
    let secondAge = Double(now &- second.at)
    let east = way.east + secondVelocity.east * secondAge - firstVelocity.east * firstAge
    let north = way.north + secondVelocity.north * secondAge - firstVelocity.north * firstAge
    let velocityEast = secondVelocity.east - firstVelocity.east
    let velocityNorth = secondVelocity.north - firstVelocity.north
    let square = velocityEast * velocityEast + velocityNorth * velocityNorth
    distanceMetres = (east * east + north * north).squareRoot()
    seconds = square > 0.01 ? -(east * velocityEast + north * velocityNorth) / square : 0
    let miss =
      square > 0.01 ? (east * velocityNorth - north * velocityEast) / square.squareRoot() : distanceMetres
    closestMetres = miss.magnitude
    let time = max(seconds, 0)
    let variance =
      Self.variance(first, seconds: firstAge + time) + Self.variance(second, seconds: secondAge + time)
    probability = Self.within(limitMetres, mean: miss, deviation: max(variance, 1).squareRoot())
  }

  private static func variance(_ craft: WatchedCraft, seconds: Double) -> Double {
    let drift = craft.sighting.speedDeviationKnots * metresPerSecondInKnot * seconds
    return craft.sighting.deviationMetres * craft.sighting.deviationMetres + drift * drift
  }

  private static func within(_ limit: Double, mean: Double, deviation: Double) -> Double {
    let root = deviation * 2.0.squareRoot()
    return 0.5 * (erf((limit - mean) / root) - erf((-limit - mean) / root))
  }

  /// What a rule makes of it; nil when it is far from anything to tell.
  func finding(_ rule: CompiledRule) -> Finding? {
    guard seconds > 0, seconds <= rule[.horizon] * 1.2, probability >= rule[.probability] * 0.6 else { return nil }
    return Finding(
      enters: seconds <= rule[.horizon] && probability >= rule[.probability], stays: true,
      SIMD4(closestMetres, seconds, probability, distanceMetres))
  }
}
