#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif

/// A direction as seen from a place.
struct BearingView {
  /// The direction in radians, clockwise from north.
  let bearing: Double
  /// Its derivatives by east and north, in radians a metre.
  let perEast: Double
  let perNorth: Double
  /// What the bend of the arc adds to the variance of the direction, in square radians.
  let bend: Double
  let distance: Double

  /// The direction in which a motion stands from a place; nil right at it, where any direction is as good.
  ///
  /// The variance that the second order adds is at most (λ / r²)², with λ the largest variance of the place. Source: Bar-Shalom,
  /// Li and Kirubarajan, section 10.3.2.
  init?(of motion: Motion, fromEast: Double, north fromNorth: Double) {
    let (east, north) = (motion.eastMetres - fromEast, motion.northMetres - fromNorth)
    let squared = east * east + north * north
    let largest = motion.covariance.position.largestEigenvalue
    guard squared > 100, squared > largest, squared.isFinite else { return nil }
    bearing = atan2(east, north)
    (perEast, perNorth) = (north / squared, -east / squared)
    bend = (largest / squared) * (largest / squared)
    distance = squared.squareRoot()
  }

  /// How far a measured direction lies from this one, the short way round.
  func off(_ measured: Double) -> Double { (measured - bearing).remainder(dividingBy: 2 * .pi) }

  /// The variance of the difference to a measured direction.
  func variance(of motion: Motion, noise: Double) -> Double {
    motion.covariance.position.squaredLength(east: perEast, north: perNorth) + bend + noise
  }
}

extension ModeMixture {
  /// Takes a measured direction into each mode, by an extended Kalman filter of one component.
  ///
  /// - Parameter secondsAgo: by how much the direction is older than the motion; 0 in order.
  mutating func correctBearing(
    _ measured: Double, variance noise: Double, fromEast: Double, north fromNorth: Double, secondsAgo: Double,
    modes: [MotionMode]
  ) {
    var sum = 0.0
    for mode in 0..<count {
      let then =
        secondsAgo > 0
        ? Tracking.predict(motions[mode], seconds: -secondsAgo, intensity: modes[mode].accelerationIntensity)
        : motions[mode]
      guard let view = BearingView(of: then, fromEast: fromEast, north: fromNorth) else {
        sum += weights[mode]
        continue
      }
      let (off, variance) = (view.off(measured), view.variance(of: then, noise: noise))
      if count > 1 {
        weights[mode] *= exp(-0.5 * (off * off / variance + log(variance)))
        sum += weights[mode]
      }
      motions[mode].correct(by: off / variance, variance: variance, view, secondsAgo: secondsAgo)
    }
    settle(weightSum: sum)
  }
}

extension Motion {
  /// The motion after one number was measured, whose derivative by the place is given.
  fileprivate mutating func correct(by weighted: Double, variance: Double, _ view: BearingView, secondsAgo: Double) {
    let before = covariance
    let positionRows = Matrix2(before.position) + before.cross * -secondsAgo
    let velocityRows = before.cross.transposed + Matrix2(before.velocity) * -secondsAgo
    let place = positionRows.applied(east: view.perEast, north: view.perNorth)
    let speed = velocityRows.applied(east: view.perEast, north: view.perNorth)
    eastMetres += place.east * weighted
    northMetres += place.north * weighted
    velocityEast += speed.east * weighted
    velocityNorth += speed.north * weighted
    let share = -1 / variance
    covariance = MotionCovariance(
      position: before.position
        + Symmetric2(
          eastEast: place.east * place.east, eastNorth: place.east * place.north, northNorth: place.north * place.north)
        * share,
      cross: before.cross
        + Matrix2(
          eastEast: place.east * speed.east, eastNorth: place.east * speed.north, northEast: place.north * speed.east,
          northNorth: place.north * speed.north) * share,
      velocity: before.velocity
        + Symmetric2(
          eastEast: speed.east * speed.east, eastNorth: speed.east * speed.north, northNorth: speed.north * speed.north)
        * share)
  }
}
