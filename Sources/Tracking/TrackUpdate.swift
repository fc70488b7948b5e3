/// What one observation, report or lapse of time did to a track.
public struct TrackUpdate: Sendable {
  /// What became of the track.
  public enum Change: String, Sendable, Codable, CaseIterable {
    /// It is new.
    case started
    /// Its motion was updated.
    case moved
    /// What it says of itself, or its flags, changed.
    case described
    /// It has not been heard for longer than it should be silent.
    case coasting
    /// It was let go, and is no longer among the tracks.
    case ended
    /// Nothing changed but when it was last heard.
    case unchanged
    /// There was no room for a new track; the track here shows only what was refused.
    case refused
  }

  /// The track as it is now.
  public var track: Track
  /// What became of it.
  public var change: Change
  /// What was odd about the input, if anything was.
  public var diagnostic: TrackDiagnostic?
}
