/// The units in which mariners and airmen measure, and their metres.
public enum Units {
  /// One international nautical mile, in metres.
  public static let metresPerNauticalMile = 1852.0
  /// One knot, in metres a second.
  public static let metresPerSecondPerKnot = 1852.0 / 3600

  /// A speed in metres a second.
  public static func metresPerSecond(knots: Double) -> Double { knots * metresPerSecondPerKnot }

  /// A speed in knots.
  public static func knots(metresPerSecond: Double) -> Double { metresPerSecond / metresPerSecondPerKnot }

  /// A distance in nautical miles.
  public static func nauticalMiles(metres: Double) -> Double { metres / metresPerNauticalMile }

  /// A distance in metres.
  public static func metres(nauticalMiles: Double) -> Double { nauticalMiles * metresPerNauticalMile }

  /// A direction brought into 0 to 360 degrees, 360 excluded; 0 for what is not finite.
  public static func bearing(degrees: Double) -> Double { degrees.isFinite ? wrappedBearing(degrees) : 0 }

  /// The turn from one direction to another, −180 to 180 degrees, positive to the right.
  public static func turn(fromDegrees start: Double, toDegrees end: Double) -> Double {
    let difference = end - start
    return difference.isFinite ? wrappedLongitude(difference) : 0
  }
}
