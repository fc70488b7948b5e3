/// The lawful purpose under which someone looks or acts; each belongs to one side.
public enum Purpose: String, CaseIterable, Codable, Sendable {
  /// Finding and saving people in danger.
  case searchAndRescue
  /// Keeping traffic at sea safe.
  case maritimeSafety
  /// Watching over and securing the border.
  case borderSecurity
  /// Investigating crime and preparing its prosecution.
  case investigation
  /// Having adverts for crossings removed.
  case onlineReferral
  /// Counting, forecasting and publishing.
  case statistics
  /// Auditing, inspecting and protecting data.
  case oversight
  /// Keeping people's access and the machine running.
  case administration
  /// Training on exercise material.
  case exerciseTraining

  /// The side of the wall on which the purpose stands.
  public var side: Side {
    switch self {
    case .searchAndRescue, .maritimeSafety: .rescue
    case .borderSecurity, .investigation, .onlineReferral: .lawEnforcement
    case .oversight: .oversight
    case .statistics, .administration, .exerciseTraining: .administration
    }
  }
}
