#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif

/// A craft that may be there.
struct Candidate: Sendable {
  /// Its number once it is a track.
  var number: Int?
  private var mixture: ModeMixture
  private var existenceOdds: Double
  private var transponderOdds: Double
  /// In how many scans it was seen.
  private(set) var seen = 1

  /// No row of sightings makes it surer than this, so that what has gone is let go within a few scans.
  private static let greatestExistenceOdds = 12.0
  private static let greatestTransponderOdds = 8.0
  /// A craft that was first seen by its transponder surely has one, unless the report was false.
  private static let oddsAfterTransponder = 4.0

  var motion: Motion { mixture.combined }
  var exists: Double { probability(ofLogOdds: existenceOdds) }
  var carries: Double { probability(ofLogOdds: transponderOdds) }

  /// A craft of which there is one plot.
  init(_ plot: Plot, in scan: Scan, settings: CraftTrackerSettings) {
    let births = settings.birthsPerScan / scan.sensor.areaSquareMetres
    existenceOdds = log(births / scan.sensor.falsePlotDensity(atMetres: plot.distanceMetres))
    transponderOdds =
      scan.sensor.isCooperative ? Self.oddsAfterTransponder : logOdds(ofProbability: settings.carriesFrom)
    let unknown = settings.unknownVelocity * settings.unknownVelocity
    mixture = ModeMixture(
      Motion(
        eastMetres: plot.eastMetres, northMetres: plot.northMetres, velocityEast: 0, velocityNorth: 0,
        covariance: MotionCovariance(position: plot.noise, velocity: .isotropic(unknown))),
      count: settings.modes.count)
  }

  mutating func predict(seconds: Double, modes: [MotionMode], meanLifeSeconds: Double) {
    mixture.predict(seconds: seconds, modes: modes)
    existenceOdds = logOdds(ofProbability: exists * exp(-seconds / meanLifeSeconds))
  }

  /// The logarithm of the density of a plot if it is this craft's, per square metre.
  func logLikelihood(_ plot: Plot) -> Double {
    mixture.logLikelihood(east: plot.eastMetres, north: plot.northMetres, noise: noise(of: plot))
  }

  /// The squared Mahalanobis distance of a plot, over all modes.
  func squaredDistance(_ plot: Plot) -> Double {
    let motion = motion
    let innovation = motion.covariance.position + noise(of: plot)
    return innovation.inverse?.squaredLength(
      east: plot.eastMetres - motion.eastMetres, north: plot.northMetres - motion.northMetres) ?? .infinity
  }

  private func noise(of plot: Plot) -> Symmetric2 {
    plot.noise(seenAtEast: motion.eastMetres, north: motion.northMetres)
  }

  /// Takes a plot as its own.
  mutating func see(_ plot: Plot, in scan: Scan, settings: CraftTrackerSettings) {
    let surprise = logLikelihood(plot) - log(scan.sensor.falsePlotDensity(atMetres: plot.distanceMetres))
    let detection = scan.sensor.detectionProbability * (scan.sensor.isCooperative ? carries : 1)
    existenceOdds = min(existenceOdds + log(detection) + surprise, Self.greatestExistenceOdds)
    if scan.sensor.isCooperative { transponderOdds = min(transponderOdds + surprise, Self.greatestTransponderOdds) }
    mixture.correct(east: plot.eastMetres, north: plot.northMetres, noise: noise(of: plot))
    seen += 1
  }

  /// Takes it that a scan did not show it.
  mutating func miss(_ chances: Chances, in scan: Scan) {
    existenceOdds = chances.oddsWhenMissed
    guard scan.sensor.isCooperative else { return }
    let missed = (1 - scan.sensor.detectionProbability) * carries
    transponderOdds = max(logOdds(ofProbability: missed / (missed + 1 - carries)), -Self.greatestTransponderOdds)
  }
}

/// What a scan says of a candidate before its plots are looked at.
struct Chances {
  /// How likely it is to be seen if it exists.
  let detection: Double
  /// How likely it is both to exist and to be seen.
  let both: Double
  /// The log odds of its existence when it is not seen.
  let oddsWhenMissed: Double

  init(of candidate: Candidate, in sensor: SensorModel) {
    let takesPart = sensor.isCooperative ? candidate.carries : 1
    detection = sensor.detectionProbability * takesPart * sensor.coverage(of: candidate.motion)
    both = candidate.exists * detection
    oddsWhenMissed = logOdds(ofProbability: candidate.exists * (1 - detection) / max(1 - both, 1e-300))
  }
}
