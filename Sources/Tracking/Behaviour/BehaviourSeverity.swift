/// How loudly an alert should be shown; a rule suggests it and the desk decides.
public enum BehaviourSeverity: String, Hashable, Sendable, Codable, CaseIterable, Comparable {
  /// Worth knowing.
  case notice
  /// Somebody should look.
  case warning
  /// Somebody should act.
  case alarm

  /// Whether the first is quieter.
  public static func < (first: BehaviourSeverity, second: BehaviourSeverity) -> Bool { first.rank < second.rank }

  private var rank: Int { self == .notice ? 0 : self == .warning ? 1 : 2 }
}
