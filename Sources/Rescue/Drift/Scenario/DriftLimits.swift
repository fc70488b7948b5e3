/// The limits of a drift.
public enum DriftLimits {
  /// The most particles of one drift.
  public static let mostParticles = 5_000_000
  /// The longest drift, in hours: beyond ten days no forecast of the wind is one.
  public static let mostHours = 240
  /// The shortest and the longest step, in seconds; a step divides the hour.
  public static let stepSeconds = 10...3600
  /// The most hypotheses about the object.
  public static let mostHypotheses = 32
  /// The most places that are kept: particles times hours.
  public static let mostPlaces = 120_000_000
  /// Particles that leave these latitudes count as outside the cover: a degree of longitude shrinks to nothing there.
  public static let greatestLatitudeDegrees = 88.0
  /// The largest deviation of the last known position, in metres.
  public static let greatestDeviationMetres = 200_000.0
  /// The largest uncertainty of the last known time, in seconds.
  public static let greatestTimeUncertaintySeconds = 86_400.0
  /// The largest diffusivity, in square metres a second.
  public static let greatestDiffusivity = 10_000.0
  /// The highest rate of jibing or capsizing, per hour.
  public static let greatestRatePerHour = 60.0
}
