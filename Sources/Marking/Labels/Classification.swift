/// The three classifications of the Government Security Classifications policy, lowest first.
///
/// Source: Cabinet Office, Government Security Classifications Policy, August 2024.
public enum Classification: String, CaseIterable, Codable, Comparable, Sendable {
  case official = "OFFICIAL"
  case secret = "SECRET"
  case topSecret = "TOP SECRET"

  /// Whether the first is the lower classification.
  public static func < (first: Classification, second: Classification) -> Bool { first.rank < second.rank }

  private var rank: Int {
    switch self {
    case .official: 0
    case .secret: 1
    case .topSecret: 2
    }
  }
}
