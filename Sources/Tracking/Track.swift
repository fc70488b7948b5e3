public import Geodesy

/// What is known of one craft: where it is and how it moves, with the spread of both, and what it says of itself.
public struct Track: Sendable {
  /// Whether the track is heard at present.
  public enum Status: String, Sendable, Codable, CaseIterable {
    /// Heard within the time in which it should report.
    case live
    /// Silent for longer than its speed and class allow; its position is a reckoning.
    case coasting
    /// Silent for so long that the tracker has let it go.
    case ended
  }

  /// Its name.
  public let id: TrackID
  /// The number its transponder sends; nil for a craft that only sensors without identity show.
  public let mmsi: UInt32?
  /// Whether it belongs to an exercise and nothing of it is real.
  public let exercise: Bool
  /// Filtered motion at the time of the newest position that was believed.
  public internal(set) var state: TrackState
  /// When it was first heard.
  public internal(set) var firstHeard: Instant
  /// When anything was last heard from it, position or not, believed or not.
  public internal(set) var lastHeard: Instant
  /// The newest observation that was believed, as the sensor gave it.
  public internal(set) var lastObservation: SensorObservation
  /// What it says of itself, merged over time.
  public internal(set) var statics: StaticData
  /// Whether it is heard at present.
  public internal(set) var status: Status
  /// What a watch officer should know before believing it.
  public internal(set) var flags: Set<TrackFlag>
  /// How many observations were believed.
  public internal(set) var observationsCount: Int
  /// The feeds that have brought it.
  public internal(set) var sources: Set<String>
  /// What kind of craft it is.
  public internal(set) var trackClass: TrackClass
  /// What radars, cameras and other sensors without identity say of it; nil when none has shown it.
  public internal(set) var sensed: SensedCraft?

  /// Where it was at the time of its state.
  public var position: Position { state.position }

  /// The state at another moment, by reckoning from the last one: the spread grows as it does in the filter.
  public func predicted(to moment: Instant) -> TrackState {
    state.predicted(to: moment, model: MotionModel(trackClass: trackClass, stationary: isStationary))
  }

  /// Whether it lies at anchor, is moored, aground, or is a fixed station.
  public var isStationary: Bool {
    MotionModel.isStationary(
      trackClass: trackClass, navigationalStatus: lastObservation.navigationalStatus,
      speedKnots: lastObservation.speedKnots)
  }
}
