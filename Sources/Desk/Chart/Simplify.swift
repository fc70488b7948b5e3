/// Leaves out the corners of a line that lie closer than `toleranceDegrees` to the line through their neighbours.
///
/// Douglas and Peucker (1973), with a list of open stretches instead of recursion, so that a coast of a million points
/// needs no deep stack. The first and the last corner stay. A closed ring is first split at the corner farthest from
/// its start.
func simplify(_ points: [ChartPoint], toleranceDegrees: Double) -> [ChartPoint] {
  guard toleranceDegrees > 0, points.count > 2 else { return points }
  var keeps = [Bool](repeating: false, count: points.count)
  keeps[0] = true
  keeps[points.count - 1] = true
  var stretches = [(first: 0, last: points.count - 1)]
  while let (first, last) = stretches.popLast() {
    guard last - first > 1 else { continue }
    var farthest = first
    var greatest = 0.0
    for index in (first + 1)..<last {
      let distance = squaredDistance(points[index], from: points[first], to: points[last])
      if distance > greatest {
        greatest = distance
        farthest = index
      }
    }
    guard greatest > toleranceDegrees * toleranceDegrees else { continue }
    keeps[farthest] = true
    stretches.append((first, farthest))
    stretches.append((farthest, last))
  }
  return zip(points, keeps).compactMap { $1 ? $0 : nil }
}

private func squaredDistance(_ point: ChartPoint, from: ChartPoint, to: ChartPoint) -> Double {
  let east = to.longitudeDegrees - from.longitudeDegrees
  let north = to.latitudeDegrees - from.latitudeDegrees
  let pointEast = point.longitudeDegrees - from.longitudeDegrees
  let pointNorth = point.latitudeDegrees - from.latitudeDegrees
  let length = east * east + north * north
  let share = length == 0 ? 0 : min(1, max(0, (pointEast * east + pointNorth * north) / length))
  let missEast = pointEast - share * east
  let missNorth = pointNorth - share * north
  return missEast * missEast + missNorth * missNorth
}
