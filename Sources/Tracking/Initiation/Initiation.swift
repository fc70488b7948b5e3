import Geodesy

extension TrackRecord {
  /// Spread of the velocity of a craft that has not reported one, in metres a second along each axis.
  static let unknownVelocityMetresPerSecond = 8.0

  /// A new track at an observation. Transponders name themselves, so that one observation is enough to begin.
  init(_ observation: SensorObservation, statics: StaticData) {
    let mmsi = observation.identity.mmsi
    let trackClass = TrackClass(mmsi: mmsi, shipType: statics.shipType?.value)
    plane = TangentPlane(origin: observation.position)
    motion = Self.initialMotion(observation, trackClass: trackClass)
    lastReceived = observation.received
    track = Track(
      id: TrackID(mmsi: mmsi, exercise: observation.exercise), mmsi: mmsi, exercise: observation.exercise,
      state: TrackState(at: observation.at, motion: motion, plane: plane), firstHeard: observation.at,
      lastHeard: observation.at, lastObservation: observation, statics: statics, status: .live, flags: [],
      observationsCount: 1, sources: [observation.source], trackClass: trackClass)
    noteDistressTest()
  }

  /// Stands the track at an observation as if it began there; what else is known of it is kept.
  mutating func beginAnew(at observation: SensorObservation) {
    plane = TangentPlane(origin: observation.position)
    motion = Self.initialMotion(observation, trackClass: track.trackClass)
    track.state = TrackState(at: observation.at, motion: motion, plane: plane)
    believe(observation)
  }

  /// Notes an observation as the newest that was believed.
  mutating func believe(_ observation: SensorObservation) {
    track.lastObservation = observation
    track.observationsCount += 1
    track.status = .live
    if track.trackClass == .distress { noteDistressTest() }
  }

  /// A distress transmitter sends status 14 when it is active and 15 under test (ITU-R M.1371-5, annex 9).
  private mutating func noteDistressTest() {
    guard track.trackClass == .distress, let status = track.lastObservation.navigationalStatus else { return }
    if status == NavigationalStatus.undefined.rawValue {
      track.flags.insert(.sartTest)
    } else {
      track.flags.remove(.sartTest)
    }
  }

  private static func initialMotion(_ observation: SensorObservation, trackClass: TrackClass) -> Motion {
    let positionVariance =
      observation.positionStandardDeviationMetres * observation.positionStandardDeviationMetres
    let stationary = MotionModel.isStationary(
      trackClass: trackClass, navigationalStatus: observation.navigationalStatus, speedKnots: observation.speedKnots)
    let velocity = VelocityMeasurement(observation, stationary: stationary)
    let unknown = stationary ? MeasurementNoise.speedMetresPerSecond : unknownVelocityMetresPerSecond
    return Motion(
      eastMetres: 0, northMetres: 0, velocityEast: velocity?.east ?? 0, velocityNorth: velocity?.north ?? 0,
      covariance: MotionCovariance(
        position: .isotropic(positionVariance), velocity: velocity?.noise ?? .isotropic(unknown * unknown)))
  }
}
