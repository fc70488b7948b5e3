/// The ellipsoid of the World Geodetic System 1984, to which satellite positions refer.
///
/// Source: NGA.STND.0036, section 3.4.
public enum WGS84 {
  /// The equatorial radius a, in metres.
  public static let equatorialRadiusMetres = 6_378_137.0
  /// The flattening f.
  public static let flattening = 1 / 298.257223563
  /// The square of the first eccentricity, e² = f(2 − f).
  public static let eccentricitySquared = flattening * (2 - flattening)
}
