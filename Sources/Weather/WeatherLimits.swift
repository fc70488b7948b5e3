/// The limits of weather files.
public enum WeatherLimits {
  /// The most values of one field: points times moments.
  public static let mostValues = 60_000_000
  /// The most messages of one GRIB file.
  public static let mostMessages = 100_000
  /// The largest text file, in bytes.
  public static let mostTextBytes = 256 << 20
  /// How uneven rows and columns may be, as a part of their distance, before they are no grid.
  static let unevenness = 0.02
}
