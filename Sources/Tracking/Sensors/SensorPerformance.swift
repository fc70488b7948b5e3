/// How well a sensor has been measured to see, as the tracker has it from craft that were there.
public struct SensorPerformance: Hashable, Sendable {
  /// The name of the sensor.
  public let sensor: String
  /// What it has shown, by distance.
  public let detection: MeasuredDetection
}
