public import Geodesy

/// Something that truly happens to a craft in a night, by which alarms can be judged.
public struct NightEvent: Hashable, Sendable {
  /// What happens.
  public enum Kind: String, Hashable, Sendable, CaseIterable {
    /// It leaves the beach.
    case leavesShore
    /// Its engine fails and it begins to drift.
    case driftBegins
    /// It goes on by itself.
    case driftEnds
    /// It turns back to the shore that it came from.
    case turnsBack
    /// A rescue boat is beside it, and takes everyone aboard.
    case isMet
    /// It comes near the shore.
    case nearsShore
  }

  /// When.
  public let at: Instant
  /// What.
  public let kind: Kind
  /// The number of the actor to which it happens.
  public let actor: Int
}
