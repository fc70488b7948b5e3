/// A place in degrees, for reckoning in small steps.
struct Place: Hashable, Sendable {
  var latitude: Double
  var longitude: Double

  init(_ latitude: Double, _ longitude: Double) {
    self.latitude = latitude
    self.longitude = longitude
  }

  /// Metres in one degree of latitude and of longitude there.
  ///
  /// Source: the usual series for the ellipsoid of WGS 84; at 51° N 111,257 m and 70,197 m.
  static func metresPerDegree(latitude: Double) -> (north: Double, east: Double) {
    let first = ExactMathematics.cosine(degrees: latitude)
    let square = first * first
    // The cosines of the multiple angles, as polynomials of the first.
    let second = 2 * square - 1
    let third = first * (4 * square - 3)
    let fourth = 8 * square * square - 8 * square + 1
    let fifth = first * (16 * square * square - 20 * square + 5)
    return (
      111_132.92 - 559.82 * second + 1.175 * fourth, 111_412.84 * first - 93.5 * third + 0.118 * fifth
    )
  }

  /// The place so many metres further north and east.
  func moved(north: Double, east: Double) -> Place {
    let scale = Self.metresPerDegree(latitude: latitude)
    return Place(latitude + north / scale.north, longitude + east / scale.east)
  }

  /// Metres north and east from this place to another, for short ways.
  func way(to other: Place) -> (north: Double, east: Double) {
    let scale = Self.metresPerDegree(latitude: (latitude + other.latitude) / 2)
    return ((other.latitude - latitude) * scale.north, (other.longitude - longitude) * scale.east)
  }

  func metres(to other: Place) -> Double {
    let way = way(to: other)
    return (way.north * way.north + way.east * way.east).squareRoot()
  }
}
