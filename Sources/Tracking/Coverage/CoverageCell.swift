public import Geodesy

/// What the sensors can see of one cell at one moment.
public struct CoverageCell: Hashable, Sendable, Codable {
  /// How likely a small boat there is seen in the next ten minutes by the sensors that look now, 0 to 1.
  public var seenSoon: Double
  /// How likely one that was there would have been seen in the last ten minutes, 0 to 1.
  public var seenLately: Double
  /// Which sensors look there now: bit 0 for the first of the layer's sensors, and so on.
  public var sensors: UInt64
  /// Seconds since anybody last looked there; nil when nobody has since the layer began.
  public var secondsSinceLook: Double?
}

/// What a watch is told of the coverage as a whole.
public struct CoverageSummary: Hashable, Sendable, Codable {
  /// A sensor that should look and does not.
  public struct Outage: Hashable, Sendable, Codable {
    /// Its name.
    public var sensor: String
    /// What kind of sensor it is.
    public var kind: Sensor.Kind
    /// Since when nothing has come from it: its last look, or when the layer began.
    public var since: Instant
    /// Whether the weather keeps it from looking.
    public var isWeather: Bool
  }

  /// Part of the box where a small boat is more likely than not to be seen in the next ten minutes, 0 to 1.
  public var shareSeen: Double
  /// Part of the box that nobody has looked at for an hour, 0 to 1.
  public var shareUnwatched: Double
  /// The sensors that are out, by name.
  public var outages: [Outage]
}
