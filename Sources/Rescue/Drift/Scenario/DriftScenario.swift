public import Geodesy

/// What drifts, from where and when, in which wind and water.
///
/// The value holds everything that the answer depends on: the same scenario gives the same particles to the last bit on the
/// same machine, however many threads work on it.
public struct DriftScenario: Sendable {
  /// Where the object was last known to be (or was found, when the drift runs backward).
  public var position: Position
  /// One standard deviation of that position, in metres, in every direction; 0 for a place known exactly.
  public var positionDeviationMetres = 0.0
  /// When the object was there.
  public var time: Instant
  /// By how many seconds that time may be early or late, evenly spread; 0 for a time known exactly.
  public var timeUncertaintySeconds = 0.0
  /// What the object may be, by weight.
  public var hypotheses: [LeewayHypothesis]
  /// The wind at 10 m above the sea.
  public var wind: any FlowField
  /// The motion of the water: current, tidal stream, or their sum.
  public var current: any FlowField
  /// The drift by waves, when it is to be added. Measured leeway contains the waves that go with the wind already.
  public var waves: (any FlowField)?
  /// Where the land is; nil for an open sea.
  public var land: LandMask?
  /// How an object may capsize, and into what; nil when it does not.
  public var capsize: CapsizeHazard?
  /// How many hours to drift.
  public var hours = 24
  /// How many seconds one step takes; it divides the hour.
  public var stepSeconds = 600
  /// Whether to ask where a found object came from.
  public var isBackward = false
  /// How often an object changes to the other side of the wind, per hour. Source: Allen 2005, 4 %.
  public var jibesPerHour = 0.04
  /// To which side positive crosswind leeway goes.
  public var crosswindSense = CrosswindSense.positiveToTheLeft
  /// Diffusivity of the water, square metres a second: motion that the current field does not resolve.
  public var diffusivity = 0.0
  /// How many particles; they are shared among the hypotheses by weight.
  public var particles = 10_000
  /// The seed of all chance.
  public var seed: UInt64 = 1

  /// A drift of one or several hypotheses with the usual settings.
  public init(
    position: Position, time: Instant, hypotheses: [LeewayHypothesis], wind: any FlowField, current: any FlowField
  ) {
    self.position = position
    self.time = time
    self.hypotheses = hypotheses
    self.wind = wind
    self.current = current
  }

  /// Seconds before the nominal time at which the first particle may start.
  var leadSeconds: Int {
    let step = Double(stepSeconds)
    return Int((timeUncertaintySeconds / step).rounded(.up)) * stepSeconds
  }

  /// How many steps there are, those before the nominal time included.
  var steps: Int { (leadSeconds + hours * 3600) / stepSeconds }

  /// The moment so many seconds of drift after the nominal time: earlier for a backward drift.
  func instant(driftSeconds: Double) -> Instant {
    time.adding(milliseconds: Int64((driftSeconds * (isBackward ? -1000 : 1000)).rounded()))
  }
}
