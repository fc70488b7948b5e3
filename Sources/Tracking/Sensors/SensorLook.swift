public import Geodesy

/// All that one sensor shows of one look over its field: also what is not in it says something.
public struct SensorLook: Sendable {
  /// The name of the sensor.
  public var sensor: String
  /// When it looked; a radar's turn ends here.
  public var at: Instant
  /// When it was heard here.
  public var received: Instant
  /// Where the sensor was, when it moves.
  public var position: Position?
  /// The corners of what it saw, in order; nil when it is the field that the sensor declares.
  public var footprint: [Position]?
  /// What it shows, in any order.
  public var plots: [SensorPlot]
  /// Whether it shows all that the sensor saw, so that what is missing was not seen; a single target says nothing of others.
  public var isWhole: Bool
  /// Whether it belongs to an exercise and nothing of it is real.
  public var exercise: Bool

  /// A look of a declared sensor.
  public init(
    sensor: String, at: Instant, received: Instant, position: Position? = nil, footprint: [Position]? = nil,
    plots: [SensorPlot], isWhole: Bool = true, exercise: Bool = false
  ) {
    self.sensor = sensor
    self.at = at
    self.received = received
    self.position = position
    self.footprint = footprint
    self.plots = plots
    self.isWhole = isWhole
    self.exercise = exercise
  }
}
