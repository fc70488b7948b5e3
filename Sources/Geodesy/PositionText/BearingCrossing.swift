/// Where lines of bearing cross.
public enum BearingCrossing {
  /// The most lines that are taken together.
  public static let mostLines = 16
  private static let steps = 12
  private static let farthestMetres = 400_000.0

  /// The place that fits the lines best, and the radius of one standard deviation in metres.
  ///
  /// Weighted least squares of the bearings on the ellipsoid, begun where the two lines cross that differ most. Nil for
  /// fewer than two lines, for lines that run within 3° of each other, and where the craft would lie behind a station.
  ///
  /// Source: the method of Gauss and Newton on bearings, as in Stansfield 1947, "Statistical theory of d.f. fixing".
  public static func place(of lines: [BearingLine]) -> (position: Position, uncertaintyMetres: Double)? {
    let lines = Array(lines.prefix(mostLines)).filter {
      $0.bearingDegrees.isFinite && $0.spreadDegrees.isFinite && $0.spreadDegrees > 0
    }
    guard let first = lines.first, var estimate = start(lines) else { return nil }
    let plane = TangentPlane(origin: first.start)
    var covariance = 0.0
    for _ in 0..<steps {
      var normal = (ee: 0.0, en: 0.0, nn: 0.0)
      var right = (east: 0.0, north: 0.0)
      let here = plane.local(estimate)
      for line in lines {
        let sight = line.start.sight(of: estimate)
        guard sight.rangeMetres > 1 else { return nil }
        let residual = Units.turn(fromDegrees: sight.bearingDegrees, toDegrees: line.bearingDegrees)
        guard residual.magnitude < 90 else { return nil }
        let bearing = sight.bearingDegrees.radians
        // A bearing turns by a radian for a step across the line as long as the line.
        let slope = (east: cosine(bearing) / sight.rangeMetres, north: -sine(bearing) / sight.rangeMetres)
        let weight = 1 / (line.spreadDegrees.radians * line.spreadDegrees.radians)
        normal.ee += weight * slope.east * slope.east
        normal.en += weight * slope.east * slope.north
        normal.nn += weight * slope.north * slope.north
        right.east += weight * slope.east * residual.radians
        right.north += weight * slope.north * residual.radians
      }
      let determinant = normal.ee * normal.nn - normal.en * normal.en
      guard determinant > 0, determinant.isFinite else { return nil }
      covariance = (normal.ee + normal.nn) / determinant
      estimate = plane.position(
        eastMetres: here.eastMetres + (normal.nn * right.east - normal.en * right.north) / determinant,
        northMetres: here.northMetres + (normal.ee * right.north - normal.en * right.east) / determinant)
      guard Sphere.distanceMetres(from: first.start, to: estimate) < farthestMetres else { return nil }
    }
    let uncertainty = covariance.squareRoot()
    return uncertainty.isFinite ? (estimate, uncertainty) : nil
  }

  /// Where the two lines cross on a plane that differ most in direction.
  private static func start(_ lines: [BearingLine]) -> Position? {
    var best: (first: BearingLine, second: BearingLine, sine: Double)?
    for (index, first) in lines.enumerated() {
      for second in lines[(index + 1)...] {
        let turn = sine((second.bearingDegrees - first.bearingDegrees).radians).magnitude
        if turn > (best?.sine ?? sine(3.0.radians)) { best = (first, second, turn) }
      }
    }
    guard let best else { return nil }
    let plane = TangentPlane(origin: best.first.start)
    let other = plane.local(best.second.start)
    let first = (east: sine(best.first.bearingDegrees.radians), north: cosine(best.first.bearingDegrees.radians))
    let second = (east: sine(best.second.bearingDegrees.radians), north: cosine(best.second.bearingDegrees.radians))
    let determinant = first.east * second.north - first.north * second.east
    let along = (other.eastMetres * second.north - other.northMetres * second.east) / determinant
    guard along > 0, along < farthestMetres else { return nil }
    return plane.position(eastMetres: along * first.east, northMetres: along * first.north)
  }
}
