public import Geodesy

/// People taken off one craft by one asset. A craft may need several.
public struct RecoveryEvidence: Hashable, Sendable {
  /// The recovery's name.
  public var id: EvidenceID
  /// When the people were taken off.
  public var time: Instant
  /// Where.
  public var position: Position?
  /// How many were taken off.
  public var people: Int?

  /// A recovery.
  public init(id: EvidenceID, time: Instant, position: Position? = nil, people: Int? = nil) {
    self.id = id
    self.time = time
    self.position = position
    self.people = people
  }
}
