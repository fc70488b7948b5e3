/// One thing that a sensor saw in one scan, as the sensor measured it, with its spread.
package struct Plot: Hashable, Sendable {
  /// What was measured, with standard deviations.
  package enum Measurement: Hashable, Sendable {
    /// A distance and a direction from the sensor, clockwise from north.
    case polar(
      rangeMetres: Double, bearingRadians: Double, rangeDeviationMetres: Double, bearingDeviationRadians: Double)
    /// A place on the tracker's plane, equally sure along every axis.
    case place(eastMetres: Double, northMetres: Double, deviationMetres: Double)
    /// A direction from the sensor, clockwise from north: it moves a track, and begins one only where it crosses others.
    case bearing(bearingRadians: Double, deviationRadians: Double)
  }

  /// The velocity that a transponder reports, in metres a second, equally sure along every axis.
  package struct Velocity: Hashable, Sendable {
    package var east: Double
    package var north: Double
    package var deviation: Double

    package init(east: Double, north: Double, deviation: Double) {
      self.east = east
      self.north = north
      self.deviation = deviation
    }

    var isUsable: Bool {
      east.magnitude < 1000 && north.magnitude < 1000 && deviation > 0 && deviation.isFinite
    }
  }

  package let measurement: Measurement
  /// By what the caller knows it; handed back among the contributions of a track.
  package var reference = 0
  /// Length over all in metres, where the sensor can tell.
  package var lengthMetres: Double?
  /// The number that a transponder sent with it.
  package var identity: UInt32?
  /// The velocity that a transponder sent with it.
  package var velocity: Velocity?

  package init(_ measurement: Measurement) { self.measurement = measurement }

  /// What a radar saw at a distance and a direction from itself.
  ///
  /// - Parameter bearingRadians: the direction, clockwise from north.
  package init(
    rangeMetres: Double, bearingRadians: Double, rangeDeviationMetres: Double, bearingDeviationRadians: Double
  ) {
    measurement = .polar(
      rangeMetres: rangeMetres, bearingRadians: bearingRadians, rangeDeviationMetres: rangeDeviationMetres,
      bearingDeviationRadians: bearingDeviationRadians)
  }

  /// A place on the tracker's plane that is equally sure along every axis.
  package init(eastMetres: Double, northMetres: Double, deviationMetres: Double) {
    measurement = .place(eastMetres: eastMetres, northMetres: northMetres, deviationMetres: deviationMetres)
  }
}
