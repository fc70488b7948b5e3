import Geodesy

/// A track with all that the tracker keeps beside it: the filter on its plane, and what spoke against it.
struct TrackRecord: Sendable {
  var track: Track
  var plane: TangentPlane
  var motion: Motion
  /// Another place from which the craft has reported, when there is one.
  var otherPlace: OtherPlace?
  /// How often in turn the reports came from the track's place and from the other one.
  var alternations = 0
  /// When the flags were last given a reason.
  var lastAnomaly: Instant?
  /// The newest receipt, to notice a clock that goes back.
  var lastReceived: Instant
  /// How many receipts in a row were before the newest one.
  var receiptsGoingBack = 0

  /// What became of the track, and why.
  typealias Outcome = (change: TrackUpdate.Change, diagnostic: TrackDiagnostic?)

  /// Whether the track is live or coasting.
  var isHeld: Bool { track.status != .ended }

  /// How a craft such as this moves.
  var model: MotionModel { MotionModel(trackClass: track.trackClass, stationary: track.isStationary) }

  /// Keeps the motion as the track's state, on a plane that touches the earth nearby.
  mutating func settle(_ motion: Motion, at moment: Instant) {
    self.motion = motion
    if motion.eastMetres.magnitude + motion.northMetres.magnitude > Self.greatestPlaneMetres { anchorAnew() }
    track.state = TrackState(at: moment, motion: self.motion, plane: plane)
  }

  /// How far from its origin the plane is used, in metres.
  static let greatestPlaneMetres = 20_000.0

  /// Moves the plane's origin to the craft.
  ///
  /// North on the old plane is not quite north on the new one, so that velocity and covariance are turned and scaled by
  /// the Jacobian of the change of plane, found by finite difference over a hundred metres.
  private mutating func anchorAnew() {
    let step = 100.0
    let old = plane
    plane = TangentPlane(origin: old.position(eastMetres: motion.eastMetres, northMetres: motion.northMetres))
    let east = plane.local(old.position(eastMetres: motion.eastMetres + step, northMetres: motion.northMetres))
    let north = plane.local(old.position(eastMetres: motion.eastMetres, northMetres: motion.northMetres + step))
    let jacobian =
      Matrix2(
        eastEast: east.eastMetres, eastNorth: north.eastMetres, northEast: east.northMetres,
        northNorth: north.northMetres) * (1 / step)
    let velocity = jacobian.applied(east: motion.velocityEast, north: motion.velocityNorth)
    let before = motion.covariance
    motion = Motion(
      eastMetres: 0, northMetres: 0, velocityEast: velocity.east, velocityNorth: velocity.north,
      covariance: MotionCovariance(
        position: (jacobian * Matrix2(before.position) * jacobian.transposed).symmetricPart,
        cross: jacobian * before.cross * jacobian.transposed,
        velocity: (jacobian * Matrix2(before.velocity) * jacobian.transposed).symmetricPart))
  }

  /// Notes that the craft was heard, whatever it said.
  mutating func noteHeard(source: String, at moment: Instant, limit: Int) {
    if moment > track.lastHeard { track.lastHeard = moment }
    // Most craft are heard through one feed: then nothing has to be looked up.
    guard source != track.lastObservation.source else { return }
    if !track.sources.contains(source), track.sources.count < limit { track.sources.insert(source) }
  }

  /// Raises a flag; whether it was down.
  mutating func raise(_ flag: TrackFlag, at moment: Instant) -> Bool {
    lastAnomaly = moment
    return track.flags.insert(flag).inserted
  }
}
