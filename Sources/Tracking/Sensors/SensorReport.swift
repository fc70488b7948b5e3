/// How well what a sensor shows fits what is known.
package struct SensorReport: Hashable, Sendable {
  /// The name of the sensor.
  package let name: String
  /// Whether it is what it shows of an exercise.
  package let exercise: Bool
  package let health: SensorHealth
}
