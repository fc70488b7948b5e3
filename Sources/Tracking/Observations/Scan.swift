/// Everything that one sensor saw at one moment: also what is not in it says something.
package struct Scan: Sendable {
  /// When, in seconds on the tracker's clock.
  package let seconds: Double
  package let sensor: SensorModel
  package let plots: [Plot]

  package init(seconds: Double, sensor: SensorModel, plots: [Plot]) {
    self.seconds = seconds
    self.sensor = sensor
    self.plots = plots
  }
}
