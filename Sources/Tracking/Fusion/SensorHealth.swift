/// How well what a sensor shows fits what is known, so that whoever runs it sees when it is ill.
package struct SensorHealth: Hashable, Sendable {
  /// The number of the sensor.
  package let sensor: Int
  /// Scans that were used, that came too late, that repeated the one before, and that held more plots than are worked on.
  package internal(set) var scans = 0
  package internal(set) var lateScans = 0
  package internal(set) var repeatedScans = 0
  package internal(set) var floodedScans = 0
  /// Plots in the scans that were used.
  package internal(set) var plots = 0
  /// The mean squared Mahalanobis distance of its plots from the tracks that took them: 2 for places when all is well, more
  /// when it measures worse than it says, less when better. A moving mean over some hundred plots.
  package internal(set) var meanSquaredInnovation = 2.0
  /// The share of its plots that no track explains, between 0 and 1. A moving mean over some ten scans.
  package internal(set) var shareUnexplained = 0.0
  /// How many plots of one scan no track explains: its clutter as it is. A moving mean over some ten scans.
  package internal(set) var unexplainedPerScan = 0.0
  /// How many of the tracks in its field a scan shows, beside how many it should: 1 when it sees as well as it says. A moving
  /// mean over some hundred tracks.
  package internal(set) var seenOfExpected = 1.0
  /// What its bias seems to be, and the standard deviations of that; the deviations are those of no knowledge at first.
  package internal(set) var bias = SensorBias()
  package internal(set) var biasDeviation = SensorBias()
  /// How many pairs of plot and transponder's report the bias rests on.
  package internal(set) var biasComparisons = 0
}
