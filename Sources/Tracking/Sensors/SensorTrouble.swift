public import Geodesy

/// A sensor that says what cannot be, and is set aside until it no longer does.
public struct SensorTrouble: Hashable, Sendable {
  /// What is wrong with it.
  public enum Reason: String, Hashable, Sendable, CaseIterable {
    /// It shows far more than there can be.
    case flood
    /// It says exactly the same again and again.
    case repeats
    /// Its clock is wrong, or it comes too late to be used.
    case late
    /// What it shows lies elsewhere than it says it can measure.
    case misplaced
  }

  /// The name of the sensor.
  public let sensor: String
  /// What is wrong with it.
  public let reason: Reason
  /// Since when.
  public let since: Instant
}
