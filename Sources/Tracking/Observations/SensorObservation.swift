public import Geodesy

/// One sighting of a craft by one sensor: where it was, when, and how sure the sensor is.
public struct SensorObservation: Hashable, Sendable, Codable {
  /// The name of the feed that brought it.
  public var source: String
  /// The moment the craft was there.
  public var at: Instant
  /// The moment the sensor heard it.
  public var received: Instant
  /// Standard deviation of `at`, in seconds.
  public var timeStandardDeviationSeconds: Double
  /// Where the craft was.
  public var position: Position
  /// Standard deviation of the position along each axis, in metres.
  public var positionStandardDeviationMetres: Double
  /// Speed over ground in knots, when the sensor has it.
  public var speedKnots: Double?
  /// Course over ground in degrees from true north, when the sensor has it.
  public var courseDegrees: Double?
  /// Where the bow points, in degrees from true north, when the sensor has it.
  public var headingDegrees: Double?
  /// Rate of turn in degrees a minute, positive to starboard, when the sensor has it.
  public var rateOfTurnDegreesPerMinute: Double?
  /// Who the sensor says it is.
  public var identity: CraftIdentity
  /// Navigational status of ITU-R M.1371-5 table 48, 0 to 15; only class A transponders send it.
  public var navigationalStatus: Int?
  /// Whether it belongs to an exercise and nothing of it is real.
  public var exercise: Bool

  /// An observation with every value as the sensor gave it.
  public init(
    source: String, at: Instant, received: Instant, position: Position, positionStandardDeviationMetres: Double,
    speedKnots: Double? = nil, courseDegrees: Double? = nil, headingDegrees: Double? = nil,
    rateOfTurnDegreesPerMinute: Double? = nil, identity: CraftIdentity, navigationalStatus: Int? = nil,
    exercise: Bool = false, timeStandardDeviationSeconds: Double = ObservationTime.refinedStandardDeviationSeconds
  ) {
    self.source = source
    self.at = at
    self.received = received
    self.timeStandardDeviationSeconds = timeStandardDeviationSeconds
    self.position = position
    self.positionStandardDeviationMetres = positionStandardDeviationMetres
    self.speedKnots = speedKnots
    self.courseDegrees = courseDegrees
    self.headingDegrees = headingDegrees
    self.rateOfTurnDegreesPerMinute = rateOfTurnDegreesPerMinute
    self.identity = identity
    self.navigationalStatus = navigationalStatus
    self.exercise = exercise
  }
}
