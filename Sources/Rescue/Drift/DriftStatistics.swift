internal import Geodesy

/// Where an ensemble is at an hour, in numbers: its middle, its spread and its shape.
///
/// Distances lie on a plane around the last known position: x = Δλ R cos φ₀ to the east and y = Δφ R to the north, with
/// R = 6,371,000 m, as the search models that this is compared with have them.
public struct DriftStatistics: Hashable, Sendable {
  /// Hours of drift.
  public let hour: Int
  /// The particles that count: adrift or aground.
  public let particles: Int
  /// Of these, those that lie ashore.
  public let aground: Int
  /// Those whose way is not known, and who do not count.
  public let outsideCover: Int
  /// The datum: the mean place of the particles.
  public let meanLatitudeDegrees: Double
  /// Degrees east of the datum.
  public let meanLongitudeDegrees: Double
  /// Metres to the east of the last known position: mean and standard deviation.
  public let east: Spread
  /// Metres to the north of it.
  public let north: Spread
  /// The correlation of the two, −1 to 1; 0 when all particles lie at one place.
  public let correlation: Double
  /// Metres from the last known position that 5, 50 and 95 % of the particles have not passed.
  public let distancePercentiles: [Double]

  /// A mean with its spread.
  public struct Spread: Hashable, Sendable {
    /// The mean, in metres.
    public let mean: Double
    /// One standard deviation, in metres.
    public let deviation: Double
    /// What 5, 25, 50, 75 and 95 % of the particles do not exceed, in metres.
    public let percentiles: [Double]
  }

  /// The radius of the sphere on whose tangent plane distances are given, in metres.
  public static let radiusMetres = 6_371_000.0

  /// The statistics of an hour, or nil when no particle's place is known.
  ///
  /// - Parameter hypothesis: only the particles of this hypothesis, by its place in the scenario; nil for all.
  public init?(_ ensemble: DriftEnsemble, hour: Int, hypothesis: Int? = nil) {
    let places = ensemble.known(hour: hour, hypothesis: hypothesis)
    guard !places.isEmpty else { return nil }
    let origin = ensemble.scenario.position
    let cosine = EarthScale.cosine(SIMD8(repeating: origin.latitudeDegrees))[0]
    let metresPerDegree = Self.radiusMetres * .pi / 180
    let metresPerDegreeEast = metresPerDegree * cosine
    var eastward = places.map {
      Units.turn(fromDegrees: origin.longitudeDegrees, toDegrees: $0.y) * metresPerDegreeEast
    }
    let northward = places.map { ($0.x - origin.latitudeDegrees) * metresPerDegree }
    self.hour = hour
    particles = places.count
    aground = ensemble.count(.aground, hour: hour, hypothesis: hypothesis)
    outsideCover = ensemble.count(.outsideCover, hour: hour, hypothesis: hypothesis)
    let moments = Moments(eastward, northward)
    east = Spread(
      mean: moments.east.mean, deviation: moments.east.deviation, percentiles: Self.percentiles(eastward, Self.shares))
    north = Spread(
      mean: moments.north.mean, deviation: moments.north.deviation,
      percentiles: Self.percentiles(northward, Self.shares))
    meanLatitudeDegrees = origin.latitudeDegrees + north.mean / metresPerDegree
    let longitude = origin.longitudeDegrees + east.mean / (metresPerDegree * cosine)
    meanLongitudeDegrees = Units.turn(fromDegrees: 0, toDegrees: longitude)
    correlation = moments.correlation
    for index in eastward.indices {
      let (east, north) = (eastward[index], northward[index])
      eastward[index] = (east * east + north * north).squareRoot()
    }
    distancePercentiles = Self.percentiles(eastward, [5, 50, 95])
  }

  private static let shares = [5.0, 25, 50, 75, 95]

  /// Means, deviations and correlation of two lists of one length.
  private struct Moments {
    let east: (mean: Double, deviation: Double)
    let north: (mean: Double, deviation: Double)
    let correlation: Double

    init(_ eastward: [Double], _ northward: [Double]) {
      let count = Double(eastward.count)
      var sums = SIMD2<Double>.zero
      for (east, north) in zip(eastward, northward) { sums += SIMD2(east, north) }
      let means = sums / count
      var (squares, common) = (SIMD2<Double>.zero, 0.0)
      for (east, north) in zip(eastward, northward) {
        let apart = SIMD2(east, north) - means
        squares += apart * apart
        common += apart.x * apart.y
      }
      let deviations = (squares / count).squareRoot()
      let scale = count * deviations.x * deviations.y
      (east, north) = ((means.x, deviations.x), (means.y, deviations.y))
      correlation = scale > 0 ? common / scale : 0
    }
  }

  /// Percentiles of values, evenly between neighbours.
  private static func percentiles(_ values: [Double], _ wanted: [Double]) -> [Double] {
    let places = wanted.map { $0 / 100 * Double(values.count - 1) }
    let neighbours = places.flatMap { [Int($0), min(Int($0) + 1, values.count - 1)] }
    let found = Selection.values(of: values, at: neighbours)
    return places.enumerated().map { index, place in
      let (lower, upper) = (found[2 * index], found[2 * index + 1])
      return lower + (place - place.rounded(.down)) * (upper - lower)
    }
  }
}
