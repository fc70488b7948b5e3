public import Geodesy

/// A position in compact position reporting: 17 bits of latitude and longitude within a zone, even or odd (RTCA DO-260B,
/// appendix A, A.1.7).
public struct CompactPosition: Hashable, Sendable {
  /// Whether the zones are the odd ones.
  public let isOdd: Bool
  /// The place within the zone from south to north, in 1/131,072.
  public let latitude: Int
  /// The place within the zone from west to east, in 1/131,072.
  public let longitude: Int

  /// The position of an even and an odd one sent near each other in time, by A.1.7.7 (airborne) and A.1.7.8 (surface); nil
  /// when they lie in different bands of latitude. Worked number: 93,000 51,372 even with 74,158 50,194 odd, the even one
  /// later, is 52.2572° N, 3.9194° E.
  ///
  /// - Parameters:
  ///   - other: the earlier one, of the other kind.
  ///   - reference: on the surface, a place within 45 nautical miles, which tells the four quadrants apart.
  public func position(with other: CompactPosition, surfaceReference reference: Position? = nil) -> Position? {
    guard isOdd != other.isOdd else { return nil }
    let (even, odd) = isOdd ? (other, self) : (self, other)
    let span = reference == nil ? 360.0 : 90
    let zone = ((59 * Double(even.latitude) - 60 * Double(odd.latitude)) / 131_072 + 0.5).rounded(.down)
    let evenLatitude = Self.folded(span / 60 * (zone.modulo(60) + even.fraction.latitude), near: reference)
    let oddLatitude = Self.folded(span / 59 * (zone.modulo(59) + odd.fraction.latitude), near: reference)
    let zones = Self.longitudeZones(evenLatitude)
    guard zones == Self.longitudeZones(oddLatitude) else { return nil }
    let count = max(1, zones - (isOdd ? 1 : 0))
    let index =
      ((Double(even.longitude) * Double(zones - 1) - Double(odd.longitude) * Double(zones)) / 131_072 + 0.5).rounded(
        .down)
    var longitude = span / Double(count) * (index.modulo(Double(count)) + fraction.longitude)
    if let reference {
      // The quadrant nearest to the reference.
      longitude += 90 * ((reference.longitudeDegrees - longitude) / 90).rounded()
    }
    return Position(latitudeDegrees: isOdd ? oddLatitude : evenLatitude, longitudeDegrees: Self.wrapped(longitude))
  }

  /// The position nearest to a reference, by A.1.7.5 (airborne, within 180 nautical miles) and A.1.7.6 (surface, within 45).
  public func position(near reference: Position, isOnSurface: Bool = false) -> Position? {
    let span = isOnSurface ? 90.0 : 360
    let height = span / (isOdd ? 59 : 60)
    let band = (0.5 + reference.latitudeDegrees / height - fraction.latitude).rounded(.down)
    let north = height * (band + fraction.latitude)
    let width = span / Double(max(1, Self.longitudeZones(north) - (isOdd ? 1 : 0)))
    let column = (0.5 + reference.longitudeDegrees / width - fraction.longitude).rounded(.down)
    return Position(latitudeDegrees: north, longitudeDegrees: Self.wrapped(width * (column + fraction.longitude)))
  }

  private var fraction: (latitude: Double, longitude: Double) {
    (Double(latitude) / 131_072, Double(longitude) / 131_072)
  }

  private static func wrapped(_ longitude: Double) -> Double {
    longitude > 180 ? longitude - 360 : longitude < -180 ? longitude + 360 : longitude
  }

  /// A latitude counted from 0 to its span, brought to where it may be.
  private static func folded(_ latitude: Double, near reference: Position?) -> Double {
    guard let reference else { return latitude >= 270 ? latitude - 360 : latitude }
    return (latitude - reference.latitudeDegrees).magnitude > 45 ? latitude - 90 : latitude
  }

  /// The number of zones of longitude at a latitude, 1 to 59 (A.1.7.2 d).
  @inline(__always)
  package static func longitudeZones(_ latitude: Double) -> Int {
    let magnitude = latitude.magnitude
    var (low, high) = (0, zoneEnds.count)
    while low < high {
      let middle = (low + high) / 2
      if magnitude < zoneEnds[middle] { high = middle } else { low = middle + 1 }
    }
    // The formula gives two at 87 degrees themselves.
    return magnitude == 87 ? 2 : 59 - low
  }

  /// The latitudes at which the number of zones falls by one, from 59 to 1: arccos √((1 − cos π/30) / (1 − cos 2π/n)).
  static let zoneEnds: [Double] = [
    10.47047129996848, 14.828174368686794, 18.186263570713354, 21.029394926028463, 23.545044865570706,
    25.829247070587755, 27.938987101219045, 29.911356857318083, 31.77209707681077, 33.53993436298484,
    35.22899597796385, 36.85025107593526, 38.41241892412256, 39.922566843338615, 41.38651832260239,
    42.80914012243555, 44.194549514192744, 45.546267226602346, 46.867332524987454, 48.160391280966216,
    49.42776439255687, 50.67150165553835, 51.893424691687684, 53.09516152796003, 54.278174722729,
    55.44378444495043, 56.59318756205918, 57.72747353866114, 58.84763776148457, 59.954592766940294,
    61.04917774246351, 62.13216659210329, 63.20427479381928, 64.2661652256744, 65.31845309682089,
    66.36171008382617, 67.39646774084667, 68.4232202208333, 69.44242631144024, 70.454510749876, 71.45986473028982,
    72.45884544728945, 73.45177441667865, 74.43893415725137, 75.42056256653356, 76.39684390794469, 77.36789461328188,
    78.33374082922747, 79.29428225456925, 80.24923213280512, 81.19801349271948, 82.13956980510606, 83.07199444719814,
    83.99173562980565, 84.89166190702085, 85.75541620944418, 86.535369975121, 87,
  ]
}

extension Double {
  /// The rest of a division that has the divisor's sign.
  fileprivate func modulo(_ divisor: Double) -> Double {
    let rest = truncatingRemainder(dividingBy: divisor)
    return rest < 0 ? rest + divisor : rest
  }
}
