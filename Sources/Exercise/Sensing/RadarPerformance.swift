import Geodesy
public import Tracking

/// How well a radar of the exercise sees in the weather of a night: the truth by which its plots are drawn.
public struct RadarPerformance: Hashable, Sendable {
  /// The radar.
  public let site: RadarSite
  /// False plots that are spread evenly over range and bearing, on average a turn.
  public let evenFalsePlots: Double
  /// False plots from waves near by, on average a turn; they are the denser the nearer.
  public let seaFalsePlots: Double
  private let seaState: Double

  /// As far as waves show, in metres.
  static let seaClutterMetres = 9000.0
  /// The length of the craft by which the radar is declared, in metres: an inflatable.
  static let declaredLengthMetres = 9.0
  /// How high a small boat and a large ship stand above the water to a radar, in metres.
  private static let heights = (small: 1.5, large: 20.0)

  /// The performance of a radar in some weather.
  public init(_ site: RadarSite, _ conditions: SeaConditions) {
    self.site = site
    seaState = Double(conditions.seaState)
    evenFalsePlots = 8
    seaFalsePlots = 3 * seaState
  }

  /// How likely one turn shows a craft that is on open sea, between 0 and 1.
  ///
  /// Large ships are seen nearly always. A small boat is lost in waves near by one turn in four or so, and its echo
  /// falls with the fourth power of the range. Below the horizon nothing is seen: with the usual refraction it lies
  /// 4,120 √h metres off (ITU-R P.528, four thirds of the earth's radius), the craft's own height added.
  public func detectionProbability(rangeMetres: Double, lengthMetres: Double) -> Double {
    guard RadarSite.ranges.contains(rangeMetres) else { return 0 }
    let size = min(max((lengthMetres - 10) / 40, 0), 1)
    let height = Self.heights.small + (Self.heights.large - Self.heights.small) * size
    let horizon = 4120 * (site.heightMetres.squareRoot() + height.squareRoot())
    guard rangeMetres < horizon else { return 0 }
    let near = (0.84 - 0.04 * seaState) * (1 - size) + 0.98 * size
    let half = (30_000 - 3000 * seaState) * (1 - size) + 110_000 * size
    let ratio = rangeMetres / half
    return near / (1 + ratio * ratio * ratio * ratio)
  }

  /// How likely one turn shows an inflatable that lies anywhere in the ring that the radar sees, each square metre
  /// alike.
  ///
  /// Most of the ring lies far out, so that this is about half of what is seen near by.
  var meanDetectionProbability: Double {
    let rings = 100
    let (least, most) = (RadarSite.ranges.lowerBound, RadarSite.ranges.upperBound)
    var (sum, weights) = (0.0, 0.0)
    for ring in 0..<rings {
      let range = least + (most - least) * (Double(ring) + 0.5) / Double(rings)
      sum += range * detectionProbability(rangeMetres: range, lengthMetres: Self.declaredLengthMetres)
      weights += range
    }
    return sum / weights
  }

  /// The radar as its operator would declare it, with how well it sees an inflatable on average over its ring.
  public var declaration: Sensor {
    var sensor = Sensor(
      name: site.name, kind: .radar,
      position: Position(latitudeDegrees: site.place.latitude, longitudeDegrees: site.place.longitude))
    sensor.leastRangeMetres = RadarSite.ranges.lowerBound
    sensor.greatestRangeMetres = RadarSite.ranges.upperBound
    sensor.sectorDegrees = site.seaSectorDegrees
    sensor.detectionProbability = meanDetectionProbability
    sensor.falsePlotsPerLook = evenFalsePlots + seaFalsePlots
    sensor.lookSeconds = Double(site.turnMilliseconds) / 1000
    sensor.latencySeconds = 0.1
    sensor.rangeDeviationMetres = RadarSite.rangeDeviationMetres
    sensor.bearingDeviationDegrees = site.bearingDeviationDegrees
    return sensor
  }
}
