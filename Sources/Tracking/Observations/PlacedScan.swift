/// A scan whose plots stand on the tracker's plane.
struct PlacedScan {
  let seconds: Double
  let sensor: SensorModel
  let plots: [PlacedPlot]
  /// How many times more plots it shows than its sensor should: false ones are so many times denser than declared.
  let flood: Double
  /// Whether it shows directions, so that what it does not show says nothing.
  let isOfDirections: Bool
  /// How likely it shows a craft, by distance.
  let chart: DetectionChart

  init(seconds: Double, sensor: SensorModel, plots: [PlacedPlot], flood: Double, chart: DetectionChart) {
    self.seconds = seconds
    self.sensor = sensor
    self.plots = plots
    self.flood = flood
    self.chart = chart
    isOfDirections = sensor.showsDirectionsOnly || plots.contains { $0.bearingRadians != nil }
  }

  /// How many false plots a square metre holds where a plot lies.
  func falsePlotDensity(of plot: PlacedPlot) -> Double {
    flood * sensor.falsePlotDensity(atMetres: plot.distanceMetres)
  }
}
