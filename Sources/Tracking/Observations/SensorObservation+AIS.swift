public import Geodesy

extension SensorObservation {
  /// An observation from an AIS position report: its time and its spread follow from what the report says of itself.
  ///
  /// - Parameters:
  ///   - utcSecond: the report's time stamp field; 0 to 59 refines the moment, everything else leaves it at `received`.
  ///   - positionAccuracyHigh: the report's position accuracy flag.
  ///   - longRange: whether it is a message of type 27, whose position is rounded to a tenth of a minute.
  public init(
    ais source: String, mmsi: UInt32, received: Instant, utcSecond: Int?, position: Position,
    positionAccuracyHigh: Bool, longRange: Bool = false, speedKnots: Double? = nil, courseDegrees: Double? = nil,
    headingDegrees: Double? = nil, rateOfTurnDegreesPerMinute: Double? = nil, navigationalStatus: Int? = nil,
    exercise: Bool = false
  ) {
    let time = ObservationTime(received: received, utcSecond: utcSecond)
    self.init(
      source: source, at: time.at, received: received, position: position,
      positionStandardDeviationMetres: MeasurementNoise.positionStandardDeviationMetres(
        accuracyHigh: positionAccuracyHigh, longRange: longRange),
      speedKnots: speedKnots, courseDegrees: courseDegrees, headingDegrees: headingDegrees,
      rateOfTurnDegreesPerMinute: rateOfTurnDegreesPerMinute, identity: CraftIdentity(mmsi: mmsi),
      navigationalStatus: navigationalStatus, exercise: exercise,
      timeStandardDeviationSeconds: time.standardDeviationSeconds)
  }
}
