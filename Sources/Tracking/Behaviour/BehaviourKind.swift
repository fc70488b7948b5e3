/// What a craft, or several, can be seen to do that somebody on watch should hear of.
public enum BehaviourKind: String, Hashable, Sendable, Codable, CaseIterable {
  /// Under way and moving slowly without steerage.
  case drifting
  /// Stopped within minutes after making way.
  case suddenStop
  /// Much faster or slower than a few minutes before.
  case speedChange
  /// On a quite different course than a few minutes before.
  case headingChange
  /// A transponder that was heard regularly, where others are heard, and is silent.
  case transponderGap
  /// A place that the craft cannot have reached, or that is land.
  case implausiblePosition
  /// A number that is heard from two places at once.
  case sharedIdentity
  /// A number that nobody can have been given.
  case invalidIdentity
  /// Many craft that jump alike.
  case groupJump
  /// Several new identities that move as one.
  case ghostFleet
  /// Two craft slow and close together for long, away from port.
  case encounter
  /// A craft that stays about one place without lying still.
  case loitering
  /// A craft that will reach the shore soon if it goes on.
  case shoreApproach
  /// A craft that enters an area.
  case areaEntry
  /// A ship that will pass close to a small boat.
  case closestApproach

  /// Whether two craft together show it.
  var isOfPairs: Bool { self == .encounter || self == .closestApproach }
  /// Whether it takes several craft to show it.
  var isOfGroups: Bool { self == .groupJump || self == .ghostFleet }
  /// Whether it says nothing without an area or a shore line.
  var needsAreas: Bool { self == .areaEntry }
  /// Whether it says nothing without a shore line.
  var needsLines: Bool { self == .shoreApproach }
}
