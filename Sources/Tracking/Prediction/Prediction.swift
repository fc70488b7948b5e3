/// The motion so many seconds later under near constant velocity.
///
/// With F = [I, t·I; 0, I] and Q = q·[t³/3·I, t²/2·I; t²/2·I, t·I], the mean becomes F·x and the covariance F·P·Fᵀ + Q.
/// A negative time gives the motion as it was, with the same growth of the spread: no moment but the present is known as well.
func predict(_ motion: Motion, seconds: Double, model: MotionModel) -> Motion {
  predict(motion, seconds: seconds, intensity: model.accelerationIntensity)
}

/// The same under an intensity q of the white acceleration, in m²/s³.
func predict(_ motion: Motion, seconds: Double, intensity: Double) -> Motion {
  let time = seconds.magnitude
  let before = motion.covariance
  let noiseOfCross = intensity * time * seconds / 2
  return Motion(
    eastMetres: motion.eastMetres + motion.velocityEast * seconds,
    northMetres: motion.northMetres + motion.velocityNorth * seconds,
    velocityEast: motion.velocityEast, velocityNorth: motion.velocityNorth,
    covariance: MotionCovariance(
      position: before.position + before.cross.symmetricSum * seconds + before.velocity * (seconds * seconds)
        + .isotropic(intensity * time * time * time / 3),
      cross: before.cross + Matrix2(before.velocity) * seconds
        + Matrix2(eastEast: noiseOfCross, eastNorth: 0, northEast: 0, northNorth: noiseOfCross),
      velocity: before.velocity + .isotropic(intensity * time)))
}
