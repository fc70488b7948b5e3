extension Polygon {
  /// The part of the polygon that lies in a box, or nil when none does.
  ///
  /// A part that falls into several pieces comes as one ring whose pieces are joined along the edge of the box, which is
  /// right for filling and wrong for drawing an outline.
  ///
  /// Source: Sutherland and Hodgman 1974, "Reentrant polygon clipping".
  public func clipped(to box: BoundingBox) -> Polygon? {
    // East of the box's western edge, degrees run on without a jump wherever the box lies.
    var corners = unrolled(from: box.centre.longitudeDegrees)
    let half = box.widthDegrees / 2
    corners = Self.cut(corners, keeping: { $0.east >= -half }, at: { Self.meridian(-half, $0, $1) })
    corners = Self.cut(corners, keeping: { $0.east <= half }, at: { Self.meridian(half, $0, $1) })
    corners = Self.cut(
      corners, keeping: { $0.north >= box.southDegrees }, at: { Self.parallel(box.southDegrees, $0, $1) })
    corners = Self.cut(
      corners, keeping: { $0.north <= box.northDegrees }, at: { Self.parallel(box.northDegrees, $0, $1) })
    let positions = corners.map { corner in
      Position(
        nearestLatitude: corner.north, wrappingLongitude: box.centre.longitudeDegrees + corner.east)
    }
    var ring = [Position]()
    for position in positions where position != ring.last { ring.append(position) }
    return Polygon(ring: ring)
  }

  private struct Corner {
    var east: Double
    var north: Double
  }

  /// The corners with longitudes counted from a meridian, each next to the one before.
  private func unrolled(from meridian: Double) -> [Corner] {
    var corners = [Corner]()
    var east = wrappedLongitude(ring[0].longitudeDegrees - meridian)
    var previous = ring[0]
    for corner in ring {
      east += wrappedLongitude(corner.longitudeDegrees - previous.longitudeDegrees)
      corners.append(Corner(east: east, north: corner.latitudeDegrees))
      previous = corner
    }
    return corners
  }

  private static func cut(
    _ corners: [Corner], keeping inside: (Corner) -> Bool, at crossing: (Corner, Corner) -> Corner
  ) -> [Corner] {
    guard var previous = corners.last else { return [] }
    var kept = [Corner]()
    for corner in corners {
      if inside(corner) != inside(previous) { kept.append(crossing(previous, corner)) }
      if inside(corner) { kept.append(corner) }
      previous = corner
    }
    return kept
  }

  private static func meridian(_ east: Double, _ start: Corner, _ end: Corner) -> Corner {
    let fraction = (east - start.east) / (end.east - start.east)
    return Corner(east: east, north: start.north + fraction * (end.north - start.north))
  }

  private static func parallel(_ north: Double, _ start: Corner, _ end: Corner) -> Corner {
    let fraction = (north - start.north) / (end.north - start.north)
    return Corner(east: start.east + fraction * (end.east - start.east), north: north)
  }
}
