/// Position and velocity on a tangent plane, with their covariance: what the filter works on.
struct Motion: Hashable, Sendable {
  var eastMetres: Double
  var northMetres: Double
  var velocityEast: Double
  var velocityNorth: Double
  var covariance: MotionCovariance

  /// Speed in metres a second.
  var speed: Double { (velocityEast * velocityEast + velocityNorth * velocityNorth).squareRoot() }
}
