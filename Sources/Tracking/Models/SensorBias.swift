/// By how much what a sensor measures lies beside the truth; what is not known is 0.
package struct SensorBias: Hashable, Sendable {
  /// What is added to every distance, in metres.
  package internal(set) var rangeMetres = 0.0
  /// What is added to every direction, clockwise, in radians.
  package internal(set) var bearingRadians = 0.0
  /// What is added to every place, in metres.
  package internal(set) var eastMetres = 0.0
  package internal(set) var northMetres = 0.0
}
