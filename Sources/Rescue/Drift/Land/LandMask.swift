public import Geodesy

/// Where the land is: rings of shore, with a raster over them that makes most answers quick.
///
/// What lies in one ring is land, what lies in a ring within that is a lake, and so on.
public struct LandMask: Sendable {
  private let raster: LandRaster
  /// The rings of shore.
  public let rings: [Polygon]

  /// The most corners of all rings together.
  public static let mostCorners = 2_000_000
  /// Halvings by which the place where a particle reaches the shore is found: from 200 m to a metre.
  private static let halvings = 8
  /// Degrees from one look for land along a way to the next, about 200 m.
  private static let degreesBetweenLooks = 0.002
  private static let mostLooks = 64

  /// A mask, or nil without rings, with more than two million corners, or with a ring across the antimeridian.
  public init?(rings: [Polygon]) {
    guard !rings.isEmpty, rings.reduce(0, { $0 + $1.ring.count }) <= Self.mostCorners else { return nil }
    let edges = rings.flatMap { polygon in
      zip(polygon.ring, polygon.ring.dropFirst() + polygon.ring.prefix(1)).map(LandRaster.Edge.init)
    }
    guard edges.allSatisfy({ ($0.end.x - $0.start.x).magnitude <= 180 }) else { return nil }
    raster = LandRaster(edges)
    self.rings = rings
  }

  /// Whether a place is land; on a shore itself either answer may come.
  public func contains(_ position: Position) -> Bool {
    raster.contains(SIMD2(position.longitudeDegrees, position.latitudeDegrees))
  }

  /// Whether any of eight ways may meet land: false when all stay clear of the box around the shores.
  @inline(__always)
  func mayTouch(
    latitudes: SIMD8<Double>, _ toLatitudes: SIMD8<Double>, longitudes: SIMD8<Double>, _ toLongitudes: SIMD8<Double>
  ) -> Bool {
    let (low, high) = (raster.low, raster.high)
    let north = (pointwiseMax(latitudes, toLatitudes) .>= low.y) .& (pointwiseMin(latitudes, toLatitudes) .<= high.y)
    let (west, east) = (pointwiseMin(longitudes, toLongitudes), pointwiseMax(longitudes, toLongitudes))
    // A particle that has drifted across the antimeridian is counted on, and compared when it is looked up.
    let isBeyond = (east .> 180) .| (west .< -180)
    return (north .& ((east .>= low.x) .& (west .<= high.x) .| isBeyond)) != SIMDMask(repeating: false)
  }

  /// The place where a way meets the shore, just on land; nil when it stays at sea.
  func landfall(
    from start: (latitude: Double, longitude: Double), to end: (latitude: Double, longitude: Double)
  ) -> (Double, Double)? {
    let first = SIMD2(start.longitude, start.latitude)
    let way = SIMD2(end.longitude, end.latitude) - first
    let degrees = max(way.x.magnitude, way.y.magnitude)
    let looks = min(Self.mostLooks, 1 + Int(min(degrees, 360) / Self.degreesBetweenLooks))
    for look in 1...looks {
      let fraction = Double(look) / Double(looks)
      guard isLand(first + way * fraction) else { continue }
      var (sea, land) = (Double(look - 1) / Double(looks), fraction)
      for _ in 0..<Self.halvings {
        let middle = (sea + land) / 2
        if isLand(first + way * middle) { land = middle } else { sea = middle }
      }
      let shore = first + way * land
      return (shore.y, shore.x)
    }
    return nil
  }

  private func isLand(_ place: SIMD2<Double>) -> Bool {
    var place = place
    if place.x > 180 { place.x -= 360 } else if place.x < -180 { place.x += 360 }
    return raster.contains(place)
  }
}
