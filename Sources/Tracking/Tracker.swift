public import Geodesy

/// Turns observations into tracks: one track for each craft that names itself.
///
/// A value with no clock and no randomness of its own: the same calls in the same order give the same tracks. Each
/// observation passes the stages in the order of the folders: associated with a track, predicted to its time, gated,
/// and then either used to update the track, held as the first of a new place, or begun as a new track.
///
/// Twenty thousand tracks need less than 40 MB.
public struct Tracker: Sendable {
  /// What it holds at most.
  public let limits: TrackerLimits
  /// A slot holds a track that has ended until another needs the slot: to ask an optional costs a copy of a large value.
  var records: [TrackRecord] = []
  var freeSlots: [Int] = []
  var association = IdentityAssociation()
  var pending: PendingDescriptions
  /// The latest moment that it was advanced to.
  public internal(set) var now: Instant?

  /// A tracker with no tracks.
  public init(limits: TrackerLimits = TrackerLimits()) {
    self.limits = limits
    pending = PendingDescriptions(limit: limits.pending)
  }

  /// How many tracks are live or coasting.
  public var count: Int { association.count }

  /// How many craft have described themselves but not yet reported a position.
  public var pendingCount: Int { pending.count }

  /// The track of that name, or nil when it is unknown or has ended.
  public func track(_ id: TrackID) -> Track? {
    guard let mmsi = id.mmsi else { return nil }
    return track(mmsi: mmsi, exercise: id.isExercise)
  }

  /// The track of a transponder, real or of an exercise, or nil when it is unknown or has ended.
  public func track(mmsi: UInt32, exercise: Bool) -> Track? {
    association.slot(CraftIdentity(mmsi: mmsi), exercise: exercise).map { records[$0].track }
  }

  /// All live and coasting tracks, in an order that depends only on the calls made.
  public var tracks: some Sequence<Track> { records.lazy.filter(\.isHeld).map(\.track) }
}
