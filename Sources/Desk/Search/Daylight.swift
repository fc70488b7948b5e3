import Foundation
import Geodesy

/// Whether it is day at sea, for the tables of sweep widths.
enum Daylight {
  /// The height of the sun's middle over the horizon, in degrees, within half a degree between 1950 and 2050.
  ///
  /// Source: the low-precision formulae of the Astronomical Almanac (page C5).
  static func sunDegrees(at position: Position, _ moment: Instant) -> Double {
    let days = Double(moment.millisecondsSince1970) / 86_400_000 - 10_957.5
    let anomaly = radians(357.528 + 0.985_600_3 * days)
    let longitude = radians(280.460 + 0.985_647_4 * days + 1.915 * sin(anomaly) + 0.020 * sin(2 * anomaly))
    let obliquity = radians(23.439 - 0.000_000_4 * days)
    let declination = asin(sin(obliquity) * sin(longitude))
    let ascension = atan2(cos(obliquity) * sin(longitude), cos(longitude))
    let sidereal = radians(280.460_618 + 360.985_647_4 * days + position.longitudeDegrees)
    let latitude = radians(position.latitudeDegrees)
    let height = asin(
      sin(latitude) * sin(declination) + cos(latitude) * cos(declination) * cos(sidereal - ascension))
    return height * 180 / .pi
  }

  /// Whether the sun stands higher than six degrees below the horizon: until then one sees without lamps.
  static func isDay(at position: Position, _ moment: Instant) -> Bool { sunDegrees(at: position, moment) > -6 }

  private static func radians(_ degrees: Double) -> Double { degrees.remainder(dividingBy: 360) * .pi / 180 }
}
