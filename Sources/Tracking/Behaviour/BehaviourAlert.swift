public import Geodesy

/// What a watch has to say of one craft, or several, at one moment: that something begins, goes on or is over.
public struct BehaviourAlert: Hashable, Sendable, Codable {
  /// Where in the life of the alert this is.
  public enum Change: String, Hashable, Sendable, Codable, CaseIterable {
    case begin, update, end
  }

  /// Why an alert ended.
  public enum Ending: String, Hashable, Sendable, Codable, CaseIterable {
    /// It is no longer so.
    case cleared
    /// The craft is no longer tracked; what it does now is not known.
    case lost
    /// The rule was changed or switched off.
    case ruleChanged
  }

  /// The same from begin to end: rule, craft and beginning.
  public var id: String
  /// Where in the life of the alert this is.
  public var change: Change
  /// Why it ended, when it did.
  public var ending: Ending?
  /// The name of the rule.
  public var rule: String
  /// What the rule looks for.
  public var kind: BehaviourKind
  /// The craft: one, two for pairs, and for groups as many as the limit allows.
  public var craft: [TrackID]
  /// Since when it has been so.
  public var since: Instant
  /// The moment that this was said.
  public var at: Instant
  /// Where the first craft is; between the two, for pairs.
  public var position: Position
  /// The name of the area, when the rule has one there.
  public var area: String?
  /// The numbers for which it was raised.
  public var evidence: [BehaviourEvidence]
  /// How loudly it should be shown.
  public var severity: BehaviourSeverity
  /// Whether it belongs to an exercise and nothing of it is real.
  public var exercise: Bool

  /// The number of that name, or nil when it was not known.
  public func value(_ name: BehaviourEvidence.Name) -> Double? { evidence.first { $0.name == name }?.value }

  /// The same alert at its end.
  func ended(_ ending: Ending, at moment: Instant) -> BehaviourAlert {
    var alert = self
    alert.change = .end
    alert.ending = ending
    alert.at = moment
    return alert
  }
}
