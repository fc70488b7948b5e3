extension Motion {
  /// The motion after a measurement of two components, by the Kalman gain.
  ///
  /// With G = P·Hᵀ split into its position and velocity rows, K = G·S⁻¹, the mean becomes x + K·ν and the covariance
  /// P − G·S⁻¹·Gᵀ. Without an inverse of S the motion stays as it is.
  ///
  /// Source: Bar-Shalom, Li and Kirubarajan, section 5.2.3.
  mutating func correct(
    innovation: (east: Double, north: Double), innovationCovariance: Symmetric2, positionRows: Matrix2,
    velocityRows: Matrix2
  ) {
    guard let inverse = innovationCovariance.inverse.map(Matrix2.init) else { return }
    let positionGain = positionRows * inverse
    let velocityGain = velocityRows * inverse
    let move = positionGain.applied(east: innovation.east, north: innovation.north)
    let change = velocityGain.applied(east: innovation.east, north: innovation.north)
    eastMetres += move.east
    northMetres += move.north
    velocityEast += change.east
    velocityNorth += change.north
    let before = covariance
    covariance = MotionCovariance(
      position: before.position + (positionGain * positionRows.transposed).symmetricPart * -1,
      cross: before.cross + positionGain * velocityRows.transposed * -1,
      velocity: before.velocity + (velocityGain * velocityRows.transposed).symmetricPart * -1)
  }

  /// The motion after its position was measured.
  ///
  /// - Parameter secondsFromMotion: when the measurement was made, 0 for the motion's own time, negative before it. A late
  ///   measurement sees H = [I, t·I]; the noise of the way back is taken as independent, which errs to the side of a
  ///   wider spread.
  mutating func correctPosition(
    innovation: (east: Double, north: Double), innovationCovariance: Symmetric2, secondsFromMotion: Double = 0
  ) {
    let before = covariance
    correct(
      innovation: innovation, innovationCovariance: innovationCovariance,
      positionRows: Matrix2(before.position) + before.cross * secondsFromMotion,
      velocityRows: before.cross.transposed + Matrix2(before.velocity) * secondsFromMotion)
  }

  /// The motion after its velocity was measured, in metres a second; a measurement far off counts for less.
  mutating func correctVelocity(east: Double, north: Double, noise: Symmetric2) {
    let innovation = (east: east - velocityEast, north: north - velocityNorth)
    var innovationCovariance = covariance.velocity + noise
    if let inverse = innovationCovariance.inverse {
      let squared = inverse.squaredLength(east: innovation.east, north: innovation.north)
      if squared > Gate.greatestSquaredDistance {
        innovationCovariance = innovationCovariance * (squared / Gate.squaredDistanceAfterWidening)
      }
    }
    correct(
      innovation: innovation, innovationCovariance: innovationCovariance, positionRows: covariance.cross,
      velocityRows: Matrix2(covariance.velocity))
  }
}
