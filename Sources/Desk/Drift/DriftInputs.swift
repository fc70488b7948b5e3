import Geodesy
import Operations
import Rescue

/// Everything that a boat's drift depends on but for the searches, with where each of it comes from.
public struct DriftInputs: Sendable {
  /// Where the boat was last known to be.
  struct Start: Sendable, Hashable {
    enum Source: Sendable, Hashable {
      case track(String)
      case contact(String)
    }

    var source: Source
    var position: Position
    var time: Instant
    var deviationMetres: Double
    /// Whether the report itself says how good the position is.
    var claimsAccuracy: Bool
    var timeUncertaintySeconds: Double
    /// Whether the chart has land there.
    var isOnLand: Bool
  }

  let boat: String
  let start: Start
  let assumption: DriftAssumption
  /// Who said what the boat may be; nil while it is the usual assumption.
  let assumedBy: String?
  let weather: DriftWeather
  let isBackward: Bool
  let particles: Int
  let seed: UInt64
  /// Whether a report says that the engine runs: such a boat does more than drift.
  let enginesRun: Bool
  /// Whether the desk has a coast on which it can run aground.
  let knowsLand: Bool

  /// How far ahead of now a drift is told, in hours.
  static let hoursAhead = 24
  /// How far back a backward drift asks, in hours.
  static let hoursBack = 12
  /// A position that is older than this leads to no drift, in hours.
  static let oldestHours = 96
  /// The members of a drift unless a setting says otherwise.
  public static let usualParticles = 4_000
  /// How many members a setting may ask for: each assumption about the weather needs some for each hypothesis.
  public static let particleRange = 400...50_000
  /// How far a position may be off when nothing claims how good it is, in metres.
  static let usualDeviationMetres = 500.0
  /// By how much the time of a position may be wrong that came without one, in seconds.
  static let unknownTimeSeconds = 900.0
  /// How fast nobody's knowledge of a drifting boat goes, in metres a second: an old exact position against a late poor one.
  static let spreadMetresPerSecond = 0.5

  /// What the result is kept under.
  var key: String {
    let classes = assumption.hypotheses.map { "\($0.key)=\($0.weight)" }.joined(separator: ",")
    return [
      boat, start.position.text, start.time.iso8601, "\(start.deviationMetres)", "\(start.timeUncertaintySeconds)",
      classes, weather.wind.key, weather.current.key, "\(weather.hours)", "\(isBackward)", "\(particles)",
    ].joined(separator: "|")
  }

  /// The same for the same boat, so that everyone sees one drift, and another for another boat.
  static func seed(of boat: String) -> UInt64 {
    // Source: FNV-1a, 64 bit.
    boat.utf8.reduce(0xCBF2_9CE4_8422_2325) { ($0 ^ UInt64($1)) &* 0x100_0000_01B3 }
  }

  /// What a boat may be while nobody has said: an overloaded inflatable, a swamped one, people in the water.
  ///
  /// A report of water in the boat or of people in the water moves the weights. The weights are a judgement, not a count.
  static func usual(_ boat: Boat) -> DriftAssumption {
    let takesWater = boat.contacts.contains { $0.statement.takingWater == .yes }
    let areInWater = boat.contacts.contains { ($0.statement.inWater ?? 0) > 0 }
    let weights = areInWater ? [0.5, 0.2, 0.3] : takesWater ? [0.5, 0.4, 0.1] : [0.7, 0.2, 0.1]
    return DriftAssumption(
      zip(["INFLATABLE-LOADED", "SKIFF-3", "PIW-1"], weights).map { DriftAssumption.Hypothesis($0, weight: $1) })
  }

  var hypotheses: [LeewayHypothesis] {
    assumption.hypotheses.compactMap { said in
      LeewayClass.of(key: said.key).map { LeewayHypothesis($0, weight: said.weight) }
    }
  }
}
