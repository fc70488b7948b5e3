public import Geodesy

/// A sensor's track of one craft: where it was at several moments.
public struct TrackEvidence: Hashable, Sendable {
  /// One estimate of the track.
  public struct Fix: Hashable, Sendable {
    /// When.
    public var time: Instant
    /// Where.
    public var position: Position
    /// One standard deviation a direction, in metres.
    public var deviationMetres: Double

    /// An estimate.
    public init(time: Instant, position: Position, deviationMetres: Double) {
      self.time = time
      self.position = position
      self.deviationMetres = deviationMetres
    }
  }

  /// The track's name.
  public var id: EvidenceID
  /// The estimates; a long track is thinned where it is used.
  public var fixes: [Fix]

  /// A track.
  public init(id: EvidenceID, fixes: [Fix]) {
    self.id = id
    self.fixes = fixes
  }
}
