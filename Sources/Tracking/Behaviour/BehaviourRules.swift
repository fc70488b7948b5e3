public import Geodesy

/// The rules that a watch begins with.
public enum BehaviourRules {
  /// Craft whose work it is to stop, turn and hurry.
  public static let servants: Set<TrackClass> = [.pilot, .sar, .law, .military, .tug, .aircraft, .aton, .base]
  /// Craft that keep their course and speed unless something happens.
  public static let merchants: Set<TrackClass> = [.cargo, .tanker, .passenger, .highspeed, .other, .unknown]
  /// All craft that move on the sea.
  public static let craft: Set<TrackClass> = Set(TrackClass.allCases).subtracting([.aton, .base, .aircraft])

  /// One rule of each kind, with nothing said about places: those that need an area or a shore line stay quiet.
  public static let standard = standard()

  /// One rule of each kind, fitted to a place.
  ///
  /// - Parameters:
  ///   - harbours: where craft may stop, meet, wait and switch off.
  ///   - reception: where transponders are heard well; empty when the watch is to find out by itself.
  ///   - guarded: areas whose entering is told.
  ///   - shore: shore lines.
  public static func standard(
    harbours: [BehaviourRule.Area] = [], reception: [BehaviourRule.Area] = [],
    guarded: [BehaviourRule.Area] = [], land: [BehaviourRule.Area] = [], shore: [[Position]] = []
  ) -> [BehaviourRule] {
    let movers = craft.subtracting(servants)
    return [
      BehaviourRule(
        id: "drifting", kind: .drifting, severity: .warning, classes: craft, exceptAreas: harbours),
      BehaviourRule(
        id: "stop", kind: .suddenStop, severity: .warning, classes: movers.subtracting([.fishing]),
        exceptAreas: harbours),
      BehaviourRule(
        id: "speed", kind: .speedChange, classes: movers.subtracting([.fishing]), exceptAreas: harbours),
      BehaviourRule(id: "heading", kind: .headingChange, classes: merchants, exceptAreas: harbours),
      BehaviourRule(
        id: "gap", kind: .transponderGap, severity: .warning, classes: craft, areas: reception, exceptAreas: harbours),
      BehaviourRule(id: "position", kind: .implausiblePosition, severity: .warning, areas: land),
      BehaviourRule(id: "shared", kind: .sharedIdentity, severity: .warning),
      BehaviourRule(id: "number", kind: .invalidIdentity),
      BehaviourRule(id: "jumps", kind: .groupJump, severity: .alarm),
      BehaviourRule(id: "ghosts", kind: .ghostFleet, severity: .warning, classes: craft),
      BehaviourRule(
        id: "encounter", kind: .encounter, severity: .warning, classes: movers.subtracting([.passenger]),
        exceptAreas: harbours),
      BehaviourRule(
        id: "loitering", kind: .loitering, classes: movers.subtracting([.fishing]), exceptAreas: harbours),
      BehaviourRule(
        id: "shore", kind: .shoreApproach, subjects: .small, exceptAreas: harbours, lines: shore),
      BehaviourRule(id: "area", kind: .areaEntry, classes: craft, areas: guarded),
      BehaviourRule(
        id: "closest", kind: .closestApproach, severity: .alarm, exceptAreas: harbours),
    ]
  }
}
