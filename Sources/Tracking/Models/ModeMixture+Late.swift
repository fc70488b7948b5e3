#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif

/// What arrives after newer knowledge, and what is moved as a whole.
extension ModeMixture {
  /// The motions as they were some seconds ago, known worse by the noise of the way.
  func retrodicted(seconds: Double, modes: [MotionMode]) -> ModeMixture {
    var before = self
    for mode in 0..<count {
      before.motions[mode] = Tracking.predict(
        motions[mode], seconds: -seconds, intensity: modes[mode].accelerationIntensity)
    }
    before.combined = count == 1 ? before.motions[0] : before.mixed(weights)
    return before
  }

  /// Takes in a position that was measured some seconds ago.
  ///
  /// The measurement is compared with the retrodicted motion and corrects the present one through H = [I, −t·I].
  /// Source: Bar-Shalom, Update with out-of-sequence measurements in tracking: exact solution, IEEE Transactions on
  /// Aerospace and Electronic Systems 38 (2002), whose algorithm B this is with the noise of the way taken as independent.
  mutating func correctLate(east: Double, north: Double, noise: Symmetric2, secondsAgo: Double, modes: [MotionMode]) {
    var sum = 0.0
    for mode in 0..<count {
      let then = Tracking.predict(
        motions[mode], seconds: -secondsAgo, intensity: modes[mode].accelerationIntensity)
      if count > 1 {
        weights[mode] *= exp(then.logLikelihood(east: east, north: north, noise: noise))
        sum += weights[mode]
      }
      motions[mode].correctPosition(
        innovation: (east - then.eastMetres, north - then.northMetres),
        innovationCovariance: then.covariance.position + noise, secondsFromMotion: -secondsAgo)
    }
    settle(weightSum: sum)
  }

  /// Takes in a measured velocity.
  mutating func correctVelocity(east: Double, north: Double, deviation: Double) {
    for mode in 0..<count {
      motions[mode].correctVelocity(east: east, north: north, noise: .isotropic(deviation * deviation))
    }
    combined = count == 1 ? motions[0] : mixed(weights)
  }

  /// Moves every motion by the same way.
  mutating func shift(east: Double, north: Double) {
    for mode in 0..<count {
      motions[mode].eastMetres += east
      motions[mode].northMetres += north
    }
    combined.eastMetres += east
    combined.northMetres += north
  }

  /// Multiplies every covariance, when something has shown that too much was believed.
  mutating func widen(by factor: Double) {
    for mode in 0..<count { motions[mode].covariance = motions[mode].covariance * factor }
    combined = count == 1 ? motions[0] : mixed(weights)
  }
}
