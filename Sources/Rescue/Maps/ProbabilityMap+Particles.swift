public import Geodesy

/// One of many places where something may be, with its weight.
public struct WeightedPosition: Hashable, Sendable {
  /// The place.
  public var position: Position
  /// Its weight; nothing when it is not finite or not positive.
  public var weight: Double

  /// A place with its weight.
  public init(position: Position, weight: Double) {
    self.position = position
    self.weight = weight
  }
}

extension ProbabilityMap {
  /// A map of weighted positions in cells of about the given size, its total mass 1; nil without any weight.
  ///
  /// The grid holds every position with a margin of one cell, and its cells grow where they would be too many.
  public init?(of positions: [WeightedPosition], cellMetres: Double) {
    let weighted = positions.filter { $0.weight > 0 && $0.weight.isFinite }
    guard let first = weighted.first, cellMetres.isFinite, cellMetres > 0 else { return nil }
    let origin = first.position.longitudeDegrees
    var (south, north, west, east) = (90.0, -90.0, 180.0, -180.0)
    for item in weighted {
      south = min(south, item.position.latitudeDegrees)
      north = max(north, item.position.latitudeDegrees)
      let offset = Units.turn(fromDegrees: origin, toDegrees: item.position.longitudeDegrees)
      west = min(west, offset)
      east = max(east, offset)
    }
    let metresPerDegree = Sphere.radiusMetres * .pi / 180
    let cosine = max(0.01, SearchMath.cosine(degrees: (south + north) / 2))
    var height = max(cellMetres, 1) / metresPerDegree
    var width = height / cosine
    while ((north - south) / height + 3) * ((east - west) / width + 3) > Self.largestMadeMap {
      height *= 2
      width *= 2
    }
    let bottom = max(-90, south - height)
    let rows = max(1, min(Int((north - bottom) / height) + 2, Int((90 - bottom) / height)))
    let columns = max(1, min(Int((east - west) / width) + 3, Int(360 / width)))
    let left = Units.turn(fromDegrees: 0, toDegrees: origin + west - width)
    self.init(
      southDegrees: bottom, westDegrees: left, cellHeightDegrees: height, cellWidthDegrees: width, rows: rows,
      columns: columns)
    let total = weighted.reduce(0) { $0 + $1.weight }
    for item in weighted { add(item.weight / total, at: item.position) }
  }

  /// The most cells that a map of positions is given.
  static let largestMadeMap = 1_000_000.0

  /// The mass within a polygon, each cell by how much of it lies inside.
  public func mass(in polygon: Polygon) -> Double {
    let shares = shares(in: polygon)
    return masses.indices.reduce(0) { $0 + masses[$1] * shares[$1] }
  }

  /// How much of each cell lies within a polygon, 0 to 1, by a raster of 4 by 4 points.
  func shares(in polygon: Polygon) -> [Double] {
    var shares = Array(repeating: 0.0, count: count)
    let latitudes = polygon.ring.map(\.latitudeDegrees)
    guard let south = latitudes.min(), let north = latitudes.max() else { return shares }
    for cell in 0..<count where masses[cell] > 0 {
      let bottom = southDegrees + Double(cell / columns) * cellHeightDegrees
      guard bottom + cellHeightDegrees >= south, bottom <= north else { continue }
      var inside = 0
      for north in 0..<4 {
        for east in 0..<4 {
          let place = position(
            inCell: cell, northShare: (Double(north) + 0.5) / 4, eastShare: (Double(east) + 0.5) / 4)
          if polygon.contains(place) { inside += 1 }
        }
      }
      shares[cell] = Double(inside) / 16
    }
    return shares
  }
}
