import Feeds

/// Extended squitters of Mode S, bit by bit.
///
/// Source: RTCA DO-260B, 2.2.3.2 (formats) and A.1.7.3 (compact positions); ICAO Annex 10, volume IV, 3.1.2.3.3
/// (parity).
struct Squitter: Hashable, Sendable {
  /// The 14 bytes of the frame.
  let bytes: [UInt8]

  /// Downlink format 17 with capability 5: a transponder in the air.
  private static let head: UInt8 = 17 << 3 | 5

  private init(address: UInt32, message: UInt64) {
    var bytes = [Self.head] + [16, 8, 0].map { UInt8(truncatingIfNeeded: address >> UInt32($0)) }
    bytes += (0..<7).map { UInt8(truncatingIfNeeded: message >> UInt64(48 - 8 * $0)) }
    let parity = Self.parity(bytes)
    self.bytes = bytes + [16, 8, 0].map { UInt8(truncatingIfNeeded: parity >> UInt32($0)) }
  }

  /// Call sign of at most eight letters and digits; category A2, a small aeroplane.
  static func identification(_ callSign: String, address: UInt32) -> Squitter {
    var message: UInt64 = 4 << 51 | 2 << 48
    let characters = Array(callSign.utf8.prefix(8))
    for place in 0..<8 {
      let character = place < characters.count ? characters[place] : 0x20
      message |= UInt64(character & 0x3F) << UInt64(42 - 6 * place)
    }
    return Squitter(address: address, message: message)
  }

  /// Where it is in the air: type code 11, which says that it is right to 185 metres.
  static func position(_ place: Place, altitudeFeet: Int, isOdd: Bool, address: UInt32) -> Squitter {
    let steps = max(0, (altitudeFeet + 1000) / 25)
    // Eleven bits in steps of 25 feet around the bit that says so.
    let altitude = UInt64(steps >> 4 & 0x7F) << 5 | 0x10 | UInt64(steps & 15)
    let (latitude, longitude) = compact(place, isOdd: isOdd)
    return Squitter(
      address: address,
      message: 11 << 51 | altitude << 36 | (isOdd ? 1 << 34 : 0) | latitude << 17 | longitude)
  }

  /// How it moves over the ground, in knots.
  static func velocity(eastKnots: Double, northKnots: Double, address: UInt32) -> Squitter {
    func coded(_ knots: Double) -> UInt64 { UInt64(min(1022, knots.magnitude.rounded())) + 1 }
    var message: UInt64 = 19 << 51 | 1 << 48
    message |= 2 << 43  // right to three metres a second
    message |= (eastKnots < 0 ? 1 << 42 : 0) | coded(eastKnots) << 32
    message |= (northKnots < 0 ? 1 << 31 : 0) | coded(northKnots) << 21
    message |= 1 << 10  // level: no vertical rate
    return Squitter(address: address, message: message)
  }

  /// A line as receivers write it: their counter of 12 MHz and the frame.
  func line(counter ticks: Int64) -> [UInt8] {
    let digits = Array("0123456789ABCDEF".utf8)
    var line: [UInt8] = [0x40]
    for place in 0..<12 { line.append(digits[Int(ticks >> Int64(44 - 4 * place) & 15)]) }
    for byte in bytes { line += [digits[Int(byte >> 4)], digits[Int(byte & 15)]] }
    return line + [0x3B, 0x0A]
  }

  private static func compact(_ place: Place, isOdd: Bool) -> (latitude: UInt64, longitude: UInt64) {
    let height = 360.0 / (isOdd ? 59 : 60)
    let north = coded(place.latitude, zone: height)
    let shown = height * ((place.latitude / height).rounded(.down) + north / 131_072)
    let zones = CompactPosition.longitudeZones(shown) - (isOdd ? 1 : 0)
    let east = coded(place.longitude, zone: 360 / Double(max(1, zones)))
    return (UInt64(north) & 0x1_FFFF, UInt64(east) & 0x1_FFFF)
  }

  /// The place within a zone in 1/131,072, rounded.
  private static func coded(_ degrees: Double, zone: Double) -> Double {
    let part = degrees / zone
    return ((part - part.rounded(.down)) * 131_072 + 0.5).rounded(.down)
  }

  private static func parity(_ bytes: [UInt8]) -> UInt32 {
    var sum: UInt32 = 0
    for byte in bytes {
      sum ^= UInt32(byte) << 16
      for _ in 0..<8 { sum = sum & 0x80_0000 == 0 ? sum << 1 : (sum << 1 ^ 0x1FF_F409) & 0xFF_FFFF }
    }
    return sum
  }
}
