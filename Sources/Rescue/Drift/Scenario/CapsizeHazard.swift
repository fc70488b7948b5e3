/// How likely an object is to capsize, and how it drifts then.
///
/// No trial has measured such rates for overloaded boats; whoever plans the search gives them. The wind makes capsizing
/// likelier from a threshold on, in proportion to what it blows above it.
public struct CapsizeHazard: Hashable, Sendable {
  /// Capsizes an hour in any wind.
  public var ratePerHour: Double
  /// The wind above which more of them happen, metres a second.
  public var windThresholdMetresPerSecond: Double
  /// Further capsizes an hour for each metre a second above the threshold.
  public var ratePerHourAndMetrePerSecond: Double
  /// How the capsized object drifts: `SKIFF-3`, or persons in the water.
  public var becomes: LeewayClass

  /// A hazard that changes an object into another.
  public init(
    ratePerHour: Double, windThresholdMetresPerSecond: Double = 0, ratePerHourAndMetrePerSecond: Double = 0,
    becomes: LeewayClass
  ) {
    self.ratePerHour = ratePerHour
    self.windThresholdMetresPerSecond = windThresholdMetresPerSecond
    self.ratePerHourAndMetrePerSecond = ratePerHourAndMetrePerSecond
    self.becomes = becomes
  }
}
