/// What a tracker holds at most, and how patient it is.
public struct TrackerLimits: Hashable, Sendable {
  /// Tracks, live or coasting; an observation of a further craft is refused.
  public var tracks: Int
  /// Craft that have described themselves but not yet reported a position; the one longest unheard gives way.
  public var pending: Int
  /// Feeds that a track remembers by name.
  public var sourcesPerTrack: Int

  /// Limits; the defaults hold all craft of a busy continent.
  public init(tracks: Int = 100_000, pending: Int = 50_000, sourcesPerTrack: Int = 16) {
    self.tracks = max(0, tracks)
    self.pending = max(0, pending)
    self.sourcesPerTrack = max(1, sourcesPerTrack)
  }
}
