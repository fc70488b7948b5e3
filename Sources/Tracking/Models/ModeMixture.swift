#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif

/// What is known of one craft's motion under each mode, and how likely each mode is.
///
/// Source: Blom and Bar-Shalom, The interacting multiple model algorithm for systems with Markovian switching coefficients,
/// IEEE Transactions on Automatic Control 33 (1988). A craft leaves a mode after its dwell time, for each other mode alike.
struct ModeMixture: Sendable {
  static let greatestCount = 3

  var motions: InlineArray<3, Motion>
  var weights: InlineArray<3, Double>
  let count: Int
  /// The mean and covariance over all modes.
  var combined: Motion

  /// Begins with the same motion under each of so many modes.
  init(_ motion: Motion, count: Int) {
    self.count = min(max(count, 1), Self.greatestCount)
    motions = InlineArray(repeating: motion)
    weights = InlineArray(repeating: 1 / Double(self.count))
    combined = motion
  }

  /// How likely a mode is, between 0 and 1.
  func weight(of mode: Int) -> Double { weights[mode] }

  /// Goes on for some seconds: modes mix as craft change from one to another, and each moves by its own model.
  mutating func predict(seconds: Double, modes: [MotionMode]) {
    if count == 1 {
      motions[0] = Tracking.predict(motions[0], seconds: seconds, intensity: modes[0].accelerationIntensity)
      combined = motions[0]
      return
    }
    let before = self
    for to in 0..<count {
      var arriving = InlineArray<3, Double>(repeating: 0)
      var sum = 0.0
      for from in 0..<count {
        let stays = exp(-seconds.magnitude / modes[from].dwellSeconds)
        let share = (from == to ? stays : (1 - stays) / Double(count - 1)) * before.weights[from]
        arriving[from] = share
        sum += share
      }
      weights[to] = sum
      for from in 0..<count { arriving[from] /= max(sum, 1e-300) }
      let mixed = before.mixed(arriving)
      motions[to] = Tracking.predict(mixed, seconds: seconds, intensity: modes[to].accelerationIntensity)
    }
    combined = mixed(weights)
  }

  /// The logarithm of the density of a measured position, per square metre, over all modes.
  func logLikelihood(east: Double, north: Double, noise: Symmetric2) -> Double {
    if count == 1 { return motions[0].logLikelihood(east: east, north: north, noise: noise) }
    var sum = 0.0
    for mode in 0..<count {
      sum += weights[mode] * exp(motions[mode].logLikelihood(east: east, north: north, noise: noise))
    }
    return log(max(sum, 1e-300))
  }

  /// Takes a measured position into each mode; the modes that expected it gain.
  mutating func correct(east: Double, north: Double, noise: Symmetric2) {
    var sum = 0.0
    for mode in 0..<count {
      if count > 1 {
        weights[mode] *= exp(motions[mode].logLikelihood(east: east, north: north, noise: noise))
        sum += weights[mode]
      }
      let motion = motions[mode]
      motions[mode].correctPosition(
        innovation: (east - motion.eastMetres, north - motion.northMetres),
        innovationCovariance: motion.covariance.position + noise)
    }
    settle(weightSum: sum)
  }

  /// Brings the weights, whose sum is given, back to a sum of 1, and combines the modes anew.
  mutating func settle(weightSum sum: Double) {
    guard count > 1 else {
      combined = motions[0]
      return
    }
    for mode in 0..<count { weights[mode] = sum > 1e-200 ? max(weights[mode] / sum, 1e-6) : 1 / Double(count) }
    combined = mixed(weights)
  }

  /// The mean and covariance of a mixture by these weights.
  func mixed(_ weights: InlineArray<3, Double>) -> Motion {
    var mean = Motion(
      eastMetres: 0, northMetres: 0, velocityEast: 0, velocityNorth: 0,
      covariance: MotionCovariance(position: .isotropic(0), velocity: .isotropic(0)))
    for mode in 0..<count {
      let (weight, motion) = (weights[mode], motions[mode])
      mean.eastMetres += weight * motion.eastMetres
      mean.northMetres += weight * motion.northMetres
      mean.velocityEast += weight * motion.velocityEast
      mean.velocityNorth += weight * motion.velocityNorth
    }
    for mode in 0..<count {
      mean.covariance = mean.covariance + motions[mode].spread(around: mean) * weights[mode]
    }
    return mean
  }
}

extension Motion {
  /// The logarithm of the density of a measured position, per square metre.
  func logLikelihood(east: Double, north: Double, noise: Symmetric2) -> Double {
    let innovation = covariance.position + noise
    guard let inverse = innovation.inverse else { return -1e3 }
    let squared = inverse.squaredLength(east: east - eastMetres, north: north - northMetres)
    return -0.5 * (squared + log(innovation.determinant)) - 1.8378770664093453  // log 2π
  }

  /// Its covariance around another mean.
  fileprivate func spread(around mean: Motion) -> MotionCovariance {
    let (east, north) = (eastMetres - mean.eastMetres, northMetres - mean.northMetres)
    let (velocityEast, velocityNorth) = (velocityEast - mean.velocityEast, velocityNorth - mean.velocityNorth)
    return covariance
      + MotionCovariance(
        position: Symmetric2(eastEast: east * east, eastNorth: east * north, northNorth: north * north),
        cross: Matrix2(
          eastEast: east * velocityEast, eastNorth: east * velocityNorth, northEast: north * velocityEast,
          northNorth: north * velocityNorth),
        velocity: Symmetric2(
          eastEast: velocityEast * velocityEast, eastNorth: velocityEast * velocityNorth,
          northNorth: velocityNorth * velocityNorth))
  }
}
