/// What a camera or a satellite sees of the sea: four corners in order, either way round.
struct SeenArea: Hashable, Sendable {
  let corners: [Place]

  /// The middle of the corners.
  var middle: Place {
    let count = Double(max(1, corners.count))
    return Place(
      corners.reduce(0) { $0 + $1.latitude } / count, corners.reduce(0) { $0 + $1.longitude } / count)
  }

  /// Whether a place lies on the same side of all edges.
  func contains(_ place: Place) -> Bool {
    let ways = corners.map { place.way(to: $0) }
    var sides = (left: 0, right: 0)
    for index in ways.indices {
      let (first, second) = (ways[index], ways[(index + 1) % ways.count])
      let cross = first.north * second.east - first.east * second.north
      if cross > 0 { sides.right += 1 } else { sides.left += 1 }
    }
    return sides.left == 0 || sides.right == 0
  }

  /// The place at parts from 0 to 1 of the way along the first edge and along the last one.
  func place(along first: Double, _ last: Double) -> Place {
    let (start, side, end) = (corners[0], corners[1], corners[3])
    return Place(
      start.latitude + (side.latitude - start.latitude) * first + (end.latitude - start.latitude) * last,
      start.longitude + (side.longitude - start.longitude) * first + (end.longitude - start.longitude) * last)
  }
}
