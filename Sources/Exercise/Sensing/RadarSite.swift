/// A shore radar of the exercise: where it stands, how it turns and where land is in its way.
///
/// The sites are headlands on either side of the strait, the heights those of the cliffs with a mast; no real radar
/// is meant.
public struct RadarSite: Hashable, Sendable {
  /// What it is called, the same as its feed.
  public let name: String
  /// Its number among the radars of the exercise, which is also its system identification code (SIC).
  public let number: Int
  /// The height of the antenna above the sea, in metres.
  public let heightMetres: Double
  /// The time of a turn, in milliseconds.
  public let turnMilliseconds: Int64
  /// The sector of open sea, clockwise from the first bearing to the second, in degrees from true north.
  public let seaSectorDegrees: [Double]
  /// Standard deviation of a bearing, in degrees.
  public let bearingDeviationDegrees: Double
  let place: Place

  /// The system area code (SAC) that both send: 0 stands for none, so that no real area is named.
  static let systemArea = 0
  /// The least and the greatest range, in metres.
  static let ranges = 500.0...45_000.0
  /// Craft that lie nearer to each other than this in both range and bearing come back as one plot.
  static let resolution = (rangeMetres: 40.0, bearingDegrees: 0.5)
  /// Standard deviation of a range, in metres.
  static let rangeDeviationMetres = 30.0

  /// On the cliffs east of Dover.
  public static let dover = RadarSite(
    name: "EXERCISE RADAR DOVER", number: 241, heightMetres: 110, turnMilliseconds: 2500, seaSectorDegrees: [15, 245],
    bearingDeviationDegrees: 0.25, place: Place(51.1405, 1.3715))
  /// On the cape of Gris-Nez.
  public static let grisNez = RadarSite(
    name: "EXERCISE RADAR GRIS-NEZ", number: 242, heightMetres: 70, turnMilliseconds: 3000,
    seaSectorDegrees: [185, 62], bearingDeviationDegrees: 0.3, place: Place(50.8695, 1.5835))

  /// Whether a bearing lies over the sea.
  func seesSea(_ bearing: Double) -> Bool {
    let (first, second) = (seaSectorDegrees[0], seaSectorDegrees[1])
    return first <= second ? (first...second).contains(bearing) : bearing >= first || bearing <= second
  }

  /// How wide the sector of open sea is, in degrees.
  var seaDegrees: Double {
    let width = seaSectorDegrees[1] - seaSectorDegrees[0]
    return width > 0 ? width : width + 360
  }
}
