public import Geodesy

/// The loss of sight, said before the morning says it.
public struct CoverageAlert: Hashable, Sendable, Codable {
  /// What was lost.
  public enum Kind: String, Hashable, Sendable, Codable, CaseIterable {
    /// More of the box than wanted has not been looked at for an hour.
    case unwatched
    /// A sensor does not look, or the weather keeps it from looking.
    case sensorOut
  }

  /// What was lost.
  public var kind: Kind
  /// Whether it begins or is over.
  public var isBegin: Bool
  /// The sensor, for `sensorOut`.
  public var sensor: String?
  /// Whether the weather is why, for `sensorOut`.
  public var isWeather: Bool
  /// The part of the box that nobody has looked at for an hour, 0 to 1.
  public var shareUnwatched: Double
  /// The part of the box where a small boat is more likely than not to be seen soon, 0 to 1.
  public var shareSeen: Double
  /// Since when it is so.
  public var since: Instant
  /// When it was said.
  public var at: Instant
}
