public import Geodesy

/// A sensor that shows craft which say nothing of themselves, as whoever runs it declares it.
///
/// What it measures is said by each plot; what is said here holds for all of them.
public struct Sensor: Hashable, Sendable, Codable {
  /// What kind of sensor it is: for people, and for the badge on the chart.
  public enum Kind: String, Hashable, Sendable, Codable, CaseIterable {
    case radar, camera, drone, aircraft, satellite, directionFinder
  }

  /// Its name, the same as the name of its feed.
  public var name: String
  /// What kind of sensor it is.
  public var kind: Kind
  /// Where it stands; nil for one that moves, whose looks say what they cover.
  public var position: Position?
  /// The inner edge of the ring in which it sees, in metres from its position.
  public var leastRangeMetres: Double
  /// The outer edge of the ring in which it sees, in metres from its position.
  public var greatestRangeMetres: Double
  /// The sector in which it sees, clockwise from the first to the second, in degrees from true north; nil for all round.
  public var sectorDegrees: [Double]?
  /// How likely one look shows a small craft that is there, between 0 and 1.
  public var detectionProbability: Double
  /// To what distance that holds, in metres; from there it falls in a straight line to nothing at the greatest range. Nil
  /// when it holds up to the edge.
  public var fullDetectionRangeMetres: Double?
  /// How many plots of one look come from no craft, on average.
  public var falsePlotsPerLook: Double
  /// Seconds between looks: the time of a turn of a radar; 0 for one that looks when it can.
  public var lookSeconds: Double
  /// Seconds from look to arrival, as a rule.
  public var latencySeconds: Double
  /// Standard deviation of a range in metres, where a plot does not say its own.
  public var rangeDeviationMetres: Double
  /// Standard deviation of a bearing in degrees, where a plot does not say its own.
  public var bearingDeviationDegrees: Double
  /// Standard deviation of a place along each axis in metres, where a plot does not say its own.
  public var positionDeviationMetres: Double

  enum CodingKeys: String, CodingKey {
    case name, kind, position, leastRangeMetres, greatestRangeMetres, sectorDegrees, detectionProbability
    case fullDetectionRangeMetres, falsePlotsPerLook, lookSeconds, latencySeconds, rangeDeviationMetres
    case bearingDeviationDegrees, positionDeviationMetres
  }

  /// A sensor with the performance that is usual for its kind until somebody says better.
  public init(name: String, kind: Kind, position: Position? = nil) {
    self.name = name
    self.kind = kind
    self.position = position
    leastRangeMetres = 0
    greatestRangeMetres = kind == .radar ? 50_000 : 15_000
    sectorDegrees = nil
    detectionProbability = kind == .satellite ? 0.7 : 0.8
    fullDetectionRangeMetres = nil
    falsePlotsPerLook = kind == .radar ? 20 : 1
    lookSeconds = kind == .radar ? 5 : 0
    latencySeconds = kind == .satellite ? 900 : 1
    rangeDeviationMetres = 30
    bearingDeviationDegrees = kind == .directionFinder ? 2 : 0.3
    positionDeviationMetres = 50
  }

  /// How likely one look shows a small craft so far away, as declared, between 0 and 1.
  public func detectionProbability(atMetres distance: Double) -> Double {
    let most = detectionProbability.isFinite ? min(max(detectionProbability, 0), 1) : 0
    guard let full = fullDetectionRangeMetres, distance > full else { return most }
    return most * min(max((greatestRangeMetres - distance) / max(greatestRangeMetres - full, 1), 0), 1)
  }

  /// Whether its looks come so late that they are put into the past of the tracks: those of satellites, and of whatever declares a
  /// latency of more than a minute.
  public var isSlow: Bool { kind == .satellite || latencySeconds > 60 }
}
