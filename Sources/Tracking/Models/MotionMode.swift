/// One way in which a craft may be moving: near constant velocity, disturbed by accelerations of some strength.
package struct MotionMode: Hashable, Sendable {
  /// Intensity q of the white acceleration along each axis, in m²/s³.
  package let accelerationIntensity: Double
  /// How long a craft keeps to this mode on average, in seconds.
  package let dwellSeconds: Double

  package init(accelerationIntensity: Double, dwellSeconds: Double) {
    self.accelerationIntensity = accelerationIntensity
    self.dwellSeconds = max(dwellSeconds, 1)
  }

  /// A boat that drifts or lies still.
  package static let drifting = MotionMode(accelerationIntensity: 0.0002, dwellSeconds: 900)
  /// A craft that keeps its course and speed.
  package static let steady = MotionMode(accelerationIntensity: 0.01, dwellSeconds: 600)
  /// A craft that turns, stops or makes for something.
  package static let manoeuvring = MotionMode(accelerationIntensity: 0.6, dwellSeconds: 60)
}
