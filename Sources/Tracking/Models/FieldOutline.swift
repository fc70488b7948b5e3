/// The outline of what a moving sensor saw, on the tracker's plane.
package struct FieldOutline: Hashable, Sendable {
  /// The corners in order; the last joins the first.
  package let corners: [PlanePlace]
  /// What it encloses, in square metres.
  package let areaSquareMetres: Double

  /// A finer outline than this is thinned evenly.
  package static let mostCorners = 256

  /// The outline through these corners; corners that are no numbers are left out.
  package init(corners: [PlanePlace]) {
    let usable = corners.filter { $0.eastMetres.magnitude < 1e9 && $0.northMetres.magnitude < 1e9 }
    let step = (usable.count + Self.mostCorners - 1) / Self.mostCorners
    let kept = step > 1 ? stride(from: 0, to: usable.count, by: step).map { usable[$0] } : usable
    self.corners = kept
    var doubled = 0.0
    for (index, corner) in kept.enumerated() {
      let next = kept[(index + 1) % kept.count]
      doubled += corner.eastMetres * next.northMetres - next.eastMetres * corner.northMetres
    }
    areaSquareMetres = max(doubled.magnitude / 2, 1)
  }

  /// How far inside the outline a place lies, in metres; negative outside it.
  func depthMetres(east: Double, north: Double) -> Double {
    guard corners.count > 2 else { return -Double.infinity }
    var isInside = false
    var nearest = Double.infinity
    var from = corners[corners.count - 1]
    for to in corners {
      let (wayEast, wayNorth) = (to.eastMetres - from.eastMetres, to.northMetres - from.northMetres)
      let (east0, north0) = (east - from.eastMetres, north - from.northMetres)
      if (from.northMetres > north) != (to.northMetres > north), east0 < wayEast * north0 / wayNorth {
        isInside.toggle()
      }
      let length = wayEast * wayEast + wayNorth * wayNorth
      let along = length > 0 ? min(max((east0 * wayEast + north0 * wayNorth) / length, 0), 1) : 0
      let (east1, north1) = (east0 - along * wayEast, north0 - along * wayNorth)
      nearest = min(nearest, east1 * east1 + north1 * north1)
      from = to
    }
    return isInside ? nearest.squareRoot() : -nearest.squareRoot()
  }
}
