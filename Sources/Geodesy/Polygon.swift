/// An area bounded by one ring of positions, in either direction, without holes.
///
/// The sides are straight lines on a plate carrée chart. A ring may run across the antimeridian; it may not enclose a
/// pole.
public struct Polygon: Hashable, Sendable {
  /// The corners in order; the first is not repeated at the end.
  public let ring: [Position]

  /// A polygon, or nil with fewer than three corners; a repeated first corner at the end is dropped.
  public init?(ring: [Position]) {
    var corners = ring
    while corners.count > 1, corners.first == corners.last { corners.removeLast() }
    guard corners.count >= 3 else { return nil }
    self.ring = corners
  }

  /// Whether the position lies inside the ring; on the ring itself either answer may come.
  ///
  /// Source: the crossing-number rule, counted along the meridian of the position towards the north.
  public func contains(_ position: Position) -> Bool {
    var inside = false
    var previous = ring[ring.count - 1]
    for corner in ring {
      let east = wrappedLongitude(corner.longitudeDegrees - position.longitudeDegrees)
      let previousEast = east + wrappedLongitude(previous.longitudeDegrees - corner.longitudeDegrees)
      if (east > 0) != (previousEast > 0), (east - previousEast).magnitude < 180 {
        let fraction = east / (east - previousEast)
        let latitude =
          corner.latitudeDegrees + fraction * (previous.latitudeDegrees - corner.latitudeDegrees)
        if latitude > position.latitudeDegrees { inside.toggle() }
      }
      previous = corner
    }
    return inside
  }
}

extension Polygon: Codable {
  /// Decodes the ring and throws `DecodingError.dataCorrupted` when it has fewer than three corners.
  public init(from decoder: any Decoder) throws {
    let container = try decoder.singleValueContainer()
    guard let polygon = Polygon(ring: try container.decode([Position].self)) else {
      throw DecodingError.dataCorruptedError(in: container, debugDescription: "A polygon has at least three corners.")
    }
    self = polygon
  }

  /// Encodes the ring as a list of positions.
  public func encode(to encoder: any Encoder) throws {
    var container = encoder.singleValueContainer()
    try container.encode(ring)
  }
}
