/// Cuts rings and coastlines to the box of one prepared file.
extension ChartBox {
  /// The part of a ring inside the box, as one closed ring, or nil when nothing is left.
  ///
  /// Sutherland and Hodgman (1974): cut by one side after the other. Where a concave shore leaves the box several
  /// times the pieces stay joined along the box's edge; that fills rightly, and shores are drawn from `shores` instead.
  func clip(_ ring: [ChartPoint]) -> [ChartPoint]? {
    var points = ring
    for side in Side.allCases where !points.isEmpty {
      points = cut(points, by: side)
    }
    guard let first = points.first, points.count >= 3 else { return nil }
    if points.last != first { points.append(first) }
    return points.count >= 4 ? points : nil
  }

  /// The stretches of a ring's edge inside the box, without the cuts that GSHHG makes at the antimeridian and the pole.
  func shores(_ ring: [ChartPoint]) -> [[ChartPoint]] {
    var lines: [[ChartPoint]] = []
    var current: [ChartPoint] = []
    for (from, to) in zip(ring, ring.dropFirst()) {
      guard !Self.isCut(from, to), let piece = segment(from, to) else {
        if current.count > 1 { lines.append(current) }
        current = []
        continue
      }
      if current.last != piece.from {
        if current.count > 1 { lines.append(current) }
        current = [piece.from]
      }
      current.append(piece.to)
    }
    if current.count > 1 { lines.append(current) }
    return lines
  }

  private enum Side: CaseIterable {
    case south, north, west, east
  }

  private func inside(_ point: ChartPoint, _ side: Side) -> Bool {
    switch side {
    case .south: point.latitudeDegrees >= southDegrees
    case .north: point.latitudeDegrees <= northDegrees
    case .west: point.longitudeDegrees >= westDegrees
    case .east: point.longitudeDegrees <= eastDegrees
    }
  }

  private func cut(_ points: [ChartPoint], by side: Side) -> [ChartPoint] {
    var result: [ChartPoint] = []
    guard var previous = points.last else { return result }
    for point in points {
      if inside(point, side) {
        if !inside(previous, side) { result.append(crossing(previous, point, side)) }
        result.append(point)
      } else if inside(previous, side) {
        result.append(crossing(previous, point, side))
      }
      previous = point
    }
    return result
  }

  private func crossing(_ from: ChartPoint, _ to: ChartPoint, _ side: Side) -> ChartPoint {
    switch side {
    case .south, .north:
      let latitude = side == .south ? southDegrees : northDegrees
      let share = (latitude - from.latitudeDegrees) / (to.latitudeDegrees - from.latitudeDegrees)
      let longitude = from.longitudeDegrees + share * (to.longitudeDegrees - from.longitudeDegrees)
      return ChartPoint(longitudeDegrees: longitude, latitudeDegrees: latitude)
    case .west, .east:
      let longitude = side == .west ? westDegrees : eastDegrees
      let share = (longitude - from.longitudeDegrees) / (to.longitudeDegrees - from.longitudeDegrees)
      let latitude = from.latitudeDegrees + share * (to.latitudeDegrees - from.latitudeDegrees)
      return ChartPoint(longitudeDegrees: longitude, latitudeDegrees: latitude)
    }
  }

  /// The part of one edge inside the box, by the parametric clipping of Liang and Barsky (1984).
  private func segment(_ from: ChartPoint, _ to: ChartPoint) -> (from: ChartPoint, to: ChartPoint)? {
    let east = to.longitudeDegrees - from.longitudeDegrees
    let north = to.latitudeDegrees - from.latitudeDegrees
    var enter = 0.0
    var leave = 1.0
    let tests = [
      (-east, from.longitudeDegrees - westDegrees), (east, eastDegrees - from.longitudeDegrees),
      (-north, from.latitudeDegrees - southDegrees), (north, northDegrees - from.latitudeDegrees),
    ]
    for (direction, distance) in tests {
      if direction == 0 {
        if distance < 0 { return nil }
      } else if direction < 0 {
        enter = max(enter, distance / direction)
      } else {
        leave = min(leave, distance / direction)
      }
    }
    guard enter < leave else { return nil }
    func at(_ share: Double) -> ChartPoint {
      ChartPoint(
        longitudeDegrees: from.longitudeDegrees + share * east, latitudeDegrees: from.latitudeDegrees + share * north)
    }
    return (enter == 0 ? from : at(enter), leave == 1 ? to : at(leave))
  }

  /// GSHHG splits Eurasia at 180° and Antarctica at 0°, 180° and the pole; nobody has ever seen those shores.
  private static func isCut(_ from: ChartPoint, _ to: ChartPoint) -> Bool {
    if abs(from.longitudeDegrees) >= 179.999, abs(to.longitudeDegrees) >= 179.999 { return true }
    if from.latitudeDegrees <= -89.99 || to.latitudeDegrees <= -89.99 { return true }
    return from.longitudeDegrees == 0 && to.longitudeDegrees == 0 && from.latitudeDegrees < -60
  }
}
