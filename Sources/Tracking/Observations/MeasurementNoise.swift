/// How far the numbers of an AIS report lie from the truth, as standard deviations.
///
/// Source: ITU-R M.1371-5, table 48: position accuracy high means at most 10 m, low more than 10 m; table 75 (type 27)
/// rounds to a tenth of a minute, 185 m. Ten metres are read as two standard deviations.
public enum MeasurementNoise {
  /// Standard deviation of a reported position along each axis, in metres.
  public static func positionStandardDeviationMetres(accuracyHigh: Bool, longRange: Bool = false) -> Double {
    let antenna = accuracyHigh ? 5.0 : 15.0
    return longRange ? antenna + 55 : antenna
  }

  /// Standard deviation of a reported speed, in metres a second: half a knot.
  static let speedMetresPerSecond = 0.26
  /// Standard deviation of a reported course, in radians: two degrees.
  static let courseRadians = 0.035
}
