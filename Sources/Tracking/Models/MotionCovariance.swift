/// The 4 × 4 covariance P of a motion (east, north, velocity east, velocity north), stored inline in three blocks.
///
/// Metres and seconds. Symmetry is held by construction: the block below the diagonal is never stored.
public struct MotionCovariance: Hashable, Sendable {
  var position: Symmetric2
  /// Covariance of position (rows) with velocity (columns).
  var cross: Matrix2
  var velocity: Symmetric2

  init(position: Symmetric2, cross: Matrix2 = .zero, velocity: Symmetric2) {
    self.position = position
    self.cross = cross
    self.velocity = velocity
  }

  /// The element of a row and a column, each 0 (east), 1 (north), 2 (velocity east) or 3 (velocity north).
  public subscript(row: Int, column: Int) -> Double {
    precondition((0..<4).contains(row) && (0..<4).contains(column), "A motion has four components.")
    switch (min(row, column), max(row, column)) {
    case (0, 0): return position.eastEast
    case (0, 1): return position.eastNorth
    case (1, 1): return position.northNorth
    case (0, 2): return cross.eastEast
    case (0, 3): return cross.eastNorth
    case (1, 2): return cross.northEast
    case (1, 3): return cross.northNorth
    case (2, 2): return velocity.eastEast
    case (2, 3): return velocity.eastNorth
    default: return velocity.northNorth
    }
  }

  /// All sixteen elements, rows first.
  public var elements: [Double] {
    (0..<4).flatMap { row in (0..<4).map { column in self[row, column] } }
  }

  /// The radius within which the position lies with 95 % probability, in metres, taken along its longest axis.
  ///
  /// √(5.991) standard deviations, the 95 % point of χ² with two degrees of freedom.
  public var positionRadiusMetres: Double { 2.4477 * max(0, position.largestEigenvalue).squareRoot() }

  /// The covariance of a sum of two that have nothing to do with each other.
  static func + (left: MotionCovariance, right: MotionCovariance) -> MotionCovariance {
    MotionCovariance(
      position: left.position + right.position, cross: left.cross + right.cross,
      velocity: left.velocity + right.velocity)
  }

  /// Every variance and covariance multiplied.
  static func * (covariance: MotionCovariance, factor: Double) -> MotionCovariance {
    MotionCovariance(
      position: covariance.position * factor, cross: covariance.cross * factor, velocity: covariance.velocity * factor)
  }
}
