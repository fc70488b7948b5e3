/// A rectangle of latitudes and longitudes, edges included; west greater than east means across the antimeridian.
public struct BoundingBox: Hashable, Sendable {
  /// The southern edge, degrees north.
  public let southDegrees: Double
  /// The western edge, degrees east.
  public let westDegrees: Double
  /// The northern edge, degrees north.
  public let northDegrees: Double
  /// The eastern edge, degrees east.
  public let eastDegrees: Double

  /// A box, or nil when an edge lies off the earth or south lies north of north.
  public init?(south: Double, west: Double, north: Double, east: Double) {
    guard south.magnitude <= 90, north.magnitude <= 90, west.magnitude <= 180, east.magnitude <= 180, south <= north
    else { return nil }
    southDegrees = south
    westDegrees = west
    northDegrees = north
    eastDegrees = east
  }

  /// Whether the box runs across the 180th meridian.
  public var crossesAntimeridian: Bool { westDegrees > eastDegrees }

  /// Degrees of longitude from the western to the eastern edge, 0 to 360.
  public var widthDegrees: Double {
    crossesAntimeridian ? eastDegrees - westDegrees + 360 : eastDegrees - westDegrees
  }

  /// The middle of the box.
  public var centre: Position {
    Position(
      nearestLatitude: (southDegrees + northDegrees) / 2, wrappingLongitude: westDegrees + widthDegrees / 2)
  }

  /// Whether the position lies in the box or on its edge.
  public func contains(_ position: Position) -> Bool {
    guard position.latitudeDegrees >= southDegrees, position.latitudeDegrees <= northDegrees else { return false }
    return containsLongitude(position.longitudeDegrees)
  }

  /// Whether the two boxes share at least a point.
  public func intersects(_ other: BoundingBox) -> Bool {
    guard southDegrees <= other.northDegrees, other.southDegrees <= northDegrees else { return false }
    return containsLongitude(other.westDegrees) || other.containsLongitude(westDegrees)
  }

  private func containsLongitude(_ longitude: Double) -> Bool {
    if within(longitude) { return true }
    // The 180th meridian has two names, and a box may carry either.
    return longitude.magnitude == 180 && within(-longitude)
  }

  private func within(_ longitude: Double) -> Bool {
    crossesAntimeridian
      ? longitude >= westDegrees || longitude <= eastDegrees
      : longitude >= westDegrees && longitude <= eastDegrees
  }
}

extension BoundingBox: Codable {
  private enum CodingKeys: String, CodingKey {
    case southDegrees, westDegrees, northDegrees, eastDegrees
  }

  /// Decodes a box and throws `DecodingError.dataCorrupted` when its edges cannot exist.
  public init(from decoder: any Decoder) throws {
    let container = try decoder.container(keyedBy: CodingKeys.self)
    let box = BoundingBox(
      south: try container.decode(Double.self, forKey: .southDegrees),
      west: try container.decode(Double.self, forKey: .westDegrees),
      north: try container.decode(Double.self, forKey: .northDegrees),
      east: try container.decode(Double.self, forKey: .eastDegrees))
    guard let box else {
      throw DecodingError.dataCorruptedError(
        forKey: .southDegrees, in: container, debugDescription: "The edges of a box lie on the earth, south first.")
    }
    self = box
  }
}

extension BoundingBox {
  /// Reads `south,west,north,east` in decimal degrees, as addresses and feeds carry it; nil for all else.
  public init?(text: some StringProtocol) {
    let parts = text.split(separator: ",", maxSplits: 4, omittingEmptySubsequences: false)
    guard parts.count == 4, let south = Double(parts[0]), let west = Double(parts[1]), let north = Double(parts[2]),
      let east = Double(parts[3])
    else { return nil }
    self.init(south: south, west: west, north: north, east: east)
  }

  /// The box as `south,west,north,east` in decimal degrees.
  public var text: String { "\(southDegrees),\(westDegrees),\(northDegrees),\(eastDegrees)" }
}
