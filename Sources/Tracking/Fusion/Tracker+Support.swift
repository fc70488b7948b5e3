public import Geodesy

extension Tracker {
  /// A transponder that has been silent for this long leaves it to other sensors to say where its craft is, in seconds.
  static let sensedAfterSilenceSeconds = 30.0

  /// Takes in what sensors without identity say of a craft that names itself.
  ///
  /// - Parameters:
  ///   - sensed: what they say; nil when they no longer show it.
  ///   - state: where they have it.
  /// - Returns: the slot of its track; nil when the transponder has no track.
  public mutating func support(mmsi: UInt32, exercise: Bool, _ sensed: SensedCraft?, state: TrackState?) -> Int? {
    guard let slot = slot(mmsi: mmsi, exercise: exercise) else { return nil }
    records[slot].track.sensed = sensed
    if let state, state.at.seconds(since: records[slot].track.lastObservation.at) > Self.sensedAfterSilenceSeconds {
      records[slot].track.state = state
    }
    return slot
  }
}

extension Track {
  /// The number of a craft that has none.
  static let nobody = CraftIdentity(mmsi: 0)

  /// The track of somebody who takes part in the watch and says where they are.
  ///
  /// - Parameters:
  ///   - id: the name of the track.
  ///   - deviationMetres: the standard deviation of the position along each axis.
  ///   - before: the track as it was, if there was one.
  public init(
    reported id: TrackID, _ trackClass: TrackClass, callSign: String?, at: Instant, received: Instant,
    position: Position, deviationMetres: Double, speedKnots: Double?, courseDegrees: Double?, source: String,
    after before: Track? = nil
  ) {
    let observation = SensorObservation(
      source: source, at: at, received: received, position: position, positionStandardDeviationMetres: deviationMetres,
      speedKnots: speedKnots, courseDegrees: courseDegrees, identity: Self.nobody, exercise: id.isExercise)
    let speed = (speedKnots ?? 0) * metresPerSecondInKnot
    let direction = eastNorth(bearingDegrees: courseDegrees ?? 0)
    let state = TrackState(
      at: at, position: position, velocityEastMetresPerSecond: speed * direction.east,
      velocityNorthMetresPerSecond: speed * direction.north,
      covariance: MotionCovariance(
        position: .isotropic(deviationMetres * deviationMetres),
        velocity: .isotropic(TrackRecord.unknownVelocityMetresPerSecond * TrackRecord.unknownVelocityMetresPerSecond)))
    var statics = before?.statics ?? StaticData()
    _ = statics.merge(
      StaticReport(
        mmsi: Self.nobody.mmsi, at: at, received: received, source: source, exercise: id.isExercise, name: callSign,
        callSign: callSign))
    self.init(
      id: id, mmsi: nil, exercise: id.isExercise, state: state, firstHeard: before?.firstHeard ?? at,
      lastHeard: received, lastObservation: observation, statics: statics, status: .live, flags: [],
      observationsCount: (before?.observationsCount ?? 0) + 1, sources: [source], trackClass: trackClass, sensed: nil)
  }

  /// The same track, silent for longer than it should be.
  public var coasting: Track {
    var track = self
    track.status = .coasting
    return track
  }
}
