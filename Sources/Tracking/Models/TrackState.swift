public import Geodesy

/// Where a craft is and how it moves at one moment, with the spread of both.
public struct TrackState: Hashable, Sendable {
  /// The moment.
  public var at: Instant
  /// Most likely position.
  public var position: Position
  /// Velocity to the east, in metres a second.
  public var velocityEastMetresPerSecond: Double
  /// Velocity to the north, in metres a second.
  public var velocityNorthMetresPerSecond: Double
  /// Covariance of (east m, north m, velocity east m/s, velocity north m/s), 4 × 4.
  public var covariance: MotionCovariance

  /// Speed over ground in knots.
  public var speedKnots: Double {
    (velocityEastMetresPerSecond * velocityEastMetresPerSecond
      + velocityNorthMetresPerSecond * velocityNorthMetresPerSecond).squareRoot() / metresPerSecondInKnot
  }

  /// Course over ground in degrees from true north, 0 to 360; nil below a tenth of a knot, where it means nothing.
  public var courseDegrees: Double? {
    guard speedKnots >= 0.1 else { return nil }
    return bearingDegrees(east: velocityEastMetresPerSecond, north: velocityNorthMetresPerSecond)
  }

  /// The radius within which the craft is with 95 % probability, in metres.
  public var uncertaintyMetres: Double { covariance.positionRadiusMetres }

  /// The ellipse within which the craft is with 95 % probability.
  public var ellipse: UncertaintyEllipse { UncertaintyEllipse(covariance.position) }

  /// The state at another moment under a model of motion.
  func predicted(to moment: Instant, model: MotionModel) -> TrackState {
    let plane = TangentPlane(origin: position)
    let motion = Motion(
      eastMetres: 0, northMetres: 0, velocityEast: velocityEastMetresPerSecond,
      velocityNorth: velocityNorthMetresPerSecond, covariance: covariance)
    return TrackState(
      at: moment, motion: predict(motion, seconds: moment.seconds(since: at), model: model), plane: plane)
  }

  init(at: Instant, motion: Motion, plane: TangentPlane) {
    self.init(
      at: at, position: plane.position(eastMetres: motion.eastMetres, northMetres: motion.northMetres),
      velocityEastMetresPerSecond: motion.velocityEast, velocityNorthMetresPerSecond: motion.velocityNorth,
      covariance: motion.covariance)
  }

  init(
    at: Instant, position: Position, velocityEastMetresPerSecond: Double, velocityNorthMetresPerSecond: Double,
    covariance: MotionCovariance
  ) {
    self.at = at
    self.position = position
    self.velocityEastMetresPerSecond = velocityEastMetresPerSecond
    self.velocityNorthMetresPerSecond = velocityNorthMetresPerSecond
    self.covariance = covariance
  }
}
