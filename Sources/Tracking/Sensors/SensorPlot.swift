public import Geodesy

/// One thing that a sensor without identity shows in one look: a radar return, a detection in an image, a bearing.
public struct SensorPlot: Hashable, Sendable {
  /// What was measured. A deviation that is nil is the one that the sensor declares.
  public enum Measurement: Hashable, Sendable {
    /// Distance in metres and direction in degrees from true north, from the sensor, with standard deviations.
    case rangeAndBearing(
      rangeMetres: Double, bearingDegrees: Double, rangeDeviationMetres: Double? = nil,
      bearingDeviationDegrees: Double? = nil)
    /// A place, equally sure along every axis, with its standard deviation in metres.
    case position(Position, deviationMetres: Double? = nil)
    /// A direction from the sensor in degrees from true north, with its standard deviation.
    case bearing(degrees: Double, deviationDegrees: Double? = nil)
  }

  /// What was measured.
  public var measurement: Measurement
  /// The moment of the measurement; nil when it is that of the look.
  public var at: Instant?
  /// By what the sensor knows it: a track number, the name of an image; shown to whoever asks why there is a track.
  public var reference: String?
  /// Length over all in metres, where the sensor can tell.
  public var lengthMetres: Double?
  /// How sure the sensor is that it is a craft, between 0 and 1.
  public var confidence: Double?
  /// The number of a transponder that the sensor itself has matched it with; a hint and no identity.
  public var mmsi: UInt32?

  /// A plot with what the sensor says of it.
  public init(
    _ measurement: Measurement, at: Instant? = nil, reference: String? = nil, lengthMetres: Double? = nil,
    confidence: Double? = nil, mmsi: UInt32? = nil
  ) {
    self.measurement = measurement
    self.at = at
    self.reference = reference
    self.lengthMetres = lengthMetres
    self.confidence = confidence
    self.mmsi = mmsi
  }
}
