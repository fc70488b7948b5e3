import Geodesy

extension TrackRecord {
  /// How late an observation may be to still say something about the present motion, in seconds.
  static let greatestLatenessSeconds = 60.0

  /// Takes an observation through the stages.
  mutating func observe(_ observation: SensorObservation, limits: TrackerLimits) -> Outcome {
    let repeated = isRepeated(observation)
    noteHeard(source: observation.source, at: observation.at, limit: limits.sourcesPerTrack)
    if repeated { return (.unchanged, .repeated) }
    let seconds = observation.at.seconds(since: track.state.at)
    if seconds >= 0 { noteReceipt(observation.received) }
    if seconds < 0, let step = clockStep(observation) {
      beginAnew(at: observation)
      return (.moved, .clockStepped(seconds: step))
    }
    guard seconds >= -Self.greatestLatenessSeconds else { return (.unchanged, .tooLate(seconds: -seconds)) }

    let measured = plane.local(observation.position)
    let model = model
    var predicted = predict(motion, seconds: seconds, model: model)
    let noise = positionNoise(observation)
    let innovation = (
      east: measured.eastMetres - predicted.eastMetres, north: measured.northMetres - predicted.northMetres
    )
    let verdict = Gate.judge(
      innovation: innovation, innovationCovariance: predicted.covariance.position + noise,
      way: (measured.eastMetres - motion.eastMetres, measured.northMetres - motion.northMetres), seconds: seconds,
      allowanceMetres: allowanceMetres(observation), model: model)
    switch verdict {
    case .impossible(let distance, _)
    where Gate.liesOnItsWay(
      (measured.eastMetres - motion.eastMetres, measured.northMetres - motion.northMetres), of: motion,
      reportedSpeedKnots: observation.speedKnots):
      return (.unchanged, .untimely(distanceMetres: distance))
    case .impossible(let distance, let speed):
      return observeElsewhere(observation, distanceMetres: distance, impliedSpeedMetresPerSecond: speed)
    case .surprising(let factor):
      predicted.covariance = predicted.covariance * factor
      if seconds < 0 { motion.covariance = motion.covariance * factor }
    case .expected: break
    }
    let innovationCovariance = predicted.covariance.position + noise
    let flagged = noteOwnPlace(at: observation.at)
    if seconds < 0 {
      correctLate(innovation: innovation, innovationCovariance: innovationCovariance, seconds: seconds)
    } else {
      predicted.correctPosition(innovation: innovation, innovationCovariance: innovationCovariance)
      update(predicted, by: observation)
    }
    return (.moved, flagged ? .duplicateIdentity(distanceMetres: otherPlaceDistanceMetres(observation)) : nil)
  }

  /// Finishes an update in the order of time: the velocity, and what the track shows.
  private mutating func update(_ corrected: Motion, by observation: SensorObservation) {
    var corrected = corrected
    let stationary = MotionModel.isStationary(
      trackClass: track.trackClass, navigationalStatus: observation.navigationalStatus,
      speedKnots: observation.speedKnots)
    if let velocity = VelocityMeasurement(observation, stationary: stationary) {
      corrected.correctVelocity(east: velocity.east, north: velocity.north, noise: velocity.noise)
    }
    settle(corrected, at: observation.at)
    believe(observation)
  }

  /// Uses a position that was overtaken by newer ones; the newest observation stays the newest.
  private mutating func correctLate(
    innovation: (east: Double, north: Double), innovationCovariance: Symmetric2, seconds: Double
  ) {
    var corrected = motion
    corrected.correctPosition(
      innovation: innovation, innovationCovariance: innovationCovariance, secondsFromMotion: seconds)
    settle(corrected, at: track.state.at)
    track.observationsCount += 1
  }

  /// Whether the same transmission was already used, heard by another receiver or read twice.
  private func isRepeated(_ observation: SensorObservation) -> Bool {
    let last = track.lastObservation
    guard observation.position == last.position, observation.speedKnots == last.speedKnots,
      observation.courseDegrees == last.courseDegrees
    else { return false }
    let apart = observation.at.seconds(since: last.at).magnitude
    if apart < 0.5 { return true }
    // A craft under way never reports the same place twice, so that receivers with lagging clocks give themselves away.
    return apart < 30 && observation.source != last.source && (observation.speedKnots ?? 0) > 1
  }

  /// The spread of a measured position: the sensor's own, and along the track what an imprecise time adds.
  private func positionNoise(_ observation: SensorObservation) -> Symmetric2 {
    let deviation = observation.positionStandardDeviationMetres
    let time = observation.timeStandardDeviationSeconds
    return Symmetric2.isotropic(deviation * deviation)
      + Symmetric2(
        eastEast: motion.velocityEast * motion.velocityEast, eastNorth: motion.velocityEast * motion.velocityNorth,
        northNorth: motion.velocityNorth * motion.velocityNorth) * (time * time)
  }

  private func allowanceMetres(_ observation: SensorObservation) -> Double {
    let filtered = max(0, motion.covariance.position.largestEigenvalue).squareRoot()
    return 3
      * (filtered + observation.positionStandardDeviationMetres
        + observation.timeStandardDeviationSeconds * max(motion.speed, model.greatestSpeedMetresPerSecond / 2))
  }

  private func otherPlaceDistanceMetres(_ observation: SensorObservation) -> Double {
    otherPlace.map { Sphere.distanceMetres(from: $0.position, to: observation.position) } ?? 0
  }
}
