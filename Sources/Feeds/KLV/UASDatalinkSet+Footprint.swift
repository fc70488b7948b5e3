public import Geodesy

/// Where a drone is and what its camera sees, as far as a packet says it.
public struct Footprint: Hashable, Sendable {
  /// A place with its height.
  public struct Point: Hashable, Sendable {
    /// The place.
    public let position: Position
    /// The height in metres above mean sea level, where it was sent.
    public let altitudeMetres: Double?
  }

  /// The sensor, which is where the aircraft is (items 13 to 15).
  public let sensor: Point?
  /// The middle of the picture on the ground (items 23 to 25).
  public let frameCentre: Point?
  /// The corners of the picture on the ground: upper left, upper right, lower right, lower left (items 82 to 89, else 26 to
  /// 33 from the middle); nil unless all four lie on the earth.
  public let corners: [Position]?
  /// What the operator has marked in the picture (items 40 to 42).
  public let target: Point?
  /// The radius around the target within which it lies nine times in ten, in metres (item 45).
  public let targetErrorMetres: Double?
}

extension UASDatalinkSet {
  /// When the packet was made, in microseconds since 1970 as the sender counts them (item 2, ST 0603).
  public var microsecondsSince1970: UInt64? {
    if case .microseconds(let value)? = value(2) { value } else { nil }
  }

  /// When the packet was made, in UTC: the sender's count less the leap seconds that it says it holds (item 136), plus its
  /// own correction (item 137). Microseconds are cut to milliseconds.
  public var madeAt: Instant? {
    guard let count = microsecondsSince1970, count <= UInt64(Int64.max) else { return nil }
    var milliseconds = Int64(count / 1_000)
    if case .wholeSigned(let leap)? = value(136) { milliseconds = milliseconds.subtractingHeld(1_000, leap) }
    if case .wholeSigned(let correction)? = value(137) {
      milliseconds = milliseconds.subtractingHeld(-1, correction / 1_000)
    }
    return Instant(millisecondsSince1970: milliseconds)
  }

  /// The drone and its picture on the ground.
  public var footprint: Footprint {
    Footprint(
      sensor: point(13, 14, altitude: 15), frameCentre: point(23, 24, altitude: 25), corners: corners,
      target: point(40, 41, altitude: 42), targetErrorMetres: number(45))
  }

  /// Whether the sender says that what it shows is training or an exercise (item 77).
  public var isExercise: Bool {
    value(77) == .whole(2) || value(77) == .whole(3)
  }

  /// What the packet's security set says (item 48, ST 0102); nil when there is none that can be read.
  public var security: SecuritySet? {
    guard let entry = entry(48), entry.length > 0 else { return nil }
    return SecuritySet(bytes(of: entry))
  }

  private func point(_ latitude: Int, _ longitude: Int, altitude: Int) -> Footprint.Point? {
    position(number(latitude), number(longitude)).map {
      Footprint.Point(position: $0, altitudeMetres: number(altitude))
    }
  }

  private func position(_ latitude: Double?, _ longitude: Double?) -> Position? {
    guard let latitude, let longitude else { return nil }
    // A frame may lie across the 180th meridian.
    let turned = longitude > 180 ? longitude - 360 : longitude < -180 ? longitude + 360 : longitude
    return Position(latitudeDegrees: latitude, longitudeDegrees: turned)
  }

  private var corners: [Position]? {
    let full = (0..<4).compactMap { position(number(82 + 2 * $0), number(83 + 2 * $0)) }
    if full.count == 4 { return full }
    guard let latitude = number(23), let longitude = number(24) else { return nil }
    let offset = (0..<4).compactMap { corner -> Position? in
      guard let north = number(26 + 2 * corner), let east = number(27 + 2 * corner) else { return nil }
      return position(latitude + north, longitude + east)
    }
    return offset.count == 4 ? offset : nil
  }
}

extension Int64 {
  /// This less a product, or this where the result cannot be counted.
  fileprivate func subtractingHeld(_ factor: Int64, _ value: Int64) -> Int64 {
    let (product, isTooLarge) = value.multipliedReportingOverflow(by: factor)
    let (difference, isBeyond) = subtractingReportingOverflow(product)
    return isTooLarge || isBeyond ? self : difference
  }
}
