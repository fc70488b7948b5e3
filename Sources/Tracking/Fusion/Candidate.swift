#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif

/// A craft that may be there.
struct Candidate: Sendable {
  /// Counted up from the first candidate; candidates stand in this order.
  let id: Int
  /// Its number once it is a track.
  var number: Int?
  var mixture: ModeMixture
  /// The moment of its motion, on the tracker's clock; a report may have brought it ahead of the scans.
  private(set) var seconds: Double
  /// The moment from which on scans that miss it count.
  let begunSeconds: Double
  private(set) var lastSeenSeconds: Double
  private var existenceOdds: Double
  private var transponderOdds: Double
  /// In how many scans it was seen.
  private(set) var seen = 1
  private(set) var lengthMetres: Double?
  private var lengths = 0
  var contributions = Contributions()
  var marks: CraftMarks = []
  /// The place of its transponder among the tracker's.
  var transponder: Int?
  /// The sensor that last saw it without its help, and when.
  private(set) var lastWatcher: Int?
  private(set) var lastWatchedSeconds = -Double.infinity
  /// Another transponder that claims to be this craft, how much speaks for it, and when it last did.
  var rival: Int?
  var rivalOdds = -Double.infinity
  var rivalSeconds = -Double.infinity

  /// No row of sightings makes it surer than this, so that what has gone is let go within a few scans.
  private static let greatestExistenceOdds = 12.0
  private static let greatestTransponderOdds = 8.0
  /// A craft that was first seen by its transponder surely has one, unless the report was false.
  private static let oddsAfterTransponder = 4.0
  /// While its transponder is heard, no radar that fails to see it makes it less likely than this.
  private static let leastOddsWhileHeard = 2.0
  /// How long a transponder counts as heard, in seconds: three of the longest intervals between reports.
  static let greatestSilenceSeconds = 600.0
  /// The lengths over which a mean is taken.
  private static let mostLengths = 20

  /// What it was, so that late looks find their place.
  var history = TrackHistory()
  /// Whether only looks that came late have shown it.
  var isCarried = false
  /// The latest looks that came late and showed it.
  var lateLooks: [LateLook] = []
  /// Looks that did not show it since it was last seen.
  var pendingLooks: [PendingLooks] = []

  /// Whether it is taken as a small craft: one that likely has no transponder and that no sensor measures as a ship.
  var isSmall: Bool { transponder == nil && transponderOdds <= 0 && lengthMetres ?? 0 < Self.greatestSmallLengthMetres }
  private static let greatestSmallLengthMetres = 20.0
  var motion: Motion { mixture.combined }
  var exists: Double { probability(ofLogOdds: existenceOdds) }
  var carries: Double { probability(ofLogOdds: transponderOdds) }

  /// A craft of which there is one plot.
  init(id: Int, _ placed: PlacedPlot, of plot: Plot, in scan: PlacedScan, settings: CraftTrackerSettings) {
    self.id = id
    (seconds, begunSeconds, lastSeenSeconds) = (scan.seconds, scan.seconds, scan.seconds)
    let births = settings.birthsPerScan / scan.sensor.areaSquareMetres
    existenceOdds = log(births / scan.falsePlotDensity(of: placed))
    transponderOdds =
      scan.sensor.isCooperative ? Self.oddsAfterTransponder : logOdds(ofProbability: settings.carriesFrom)
    mixture = ModeMixture(placed, settings: settings)
    note(plot, in: scan, squaredDistance: 0)
  }

  /// A craft that its transponder tells of.
  init(id: Int, mixture: ModeMixture, seconds: Double) {
    self.id = id
    self.mixture = mixture
    (self.seconds, begunSeconds, lastSeenSeconds) = (seconds, seconds, seconds)
    (existenceOdds, transponderOdds) = (Self.oddsAfterTransponder, Self.greatestTransponderOdds)
  }

  /// A craft that directions from two places have shown for a while.
  init(id: Int, _ crossing: Crossing) {
    self.id = id
    (mixture, seconds, begunSeconds) = (crossing.mixture, crossing.seconds, crossing.begunSeconds)
    lastSeenSeconds = crossing.sights.last?.seconds ?? crossing.seconds
    existenceOdds = min(crossing.score, Self.greatestExistenceOdds)
    transponderOdds = 0
    seen = crossing.taken.0 + crossing.taken.1
    for sight in crossing.sights {
      contributions.add(
        Contribution(
          reference: sight.reference, sensor: sight.sensor, seconds: sight.seconds, squaredDistance: 1))
    }
  }

  /// Goes on to a moment, if it is not there yet.
  mutating func predict(to moment: Double, settings: CraftTrackerSettings) {
    let time = moment - seconds
    guard time > 0 else { return }
    mixture.go(time, way(settings))
    existenceOdds = logOdds(ofProbability: exists * exp(-time / settings.meanLifeSeconds))
    seconds = moment
  }

  /// Its motions at the moment of a scan, which may lie behind its own.
  func mixture(at moment: Double, modes: [MotionMode]) -> ModeMixture {
    moment < seconds ? mixture.retrodicted(seconds: seconds - moment, modes: modes) : mixture
  }

  /// Takes a plot as its own.
  ///
  /// - Parameters:
  ///   - moment: its motions at the moment of the scan.
  ///   - detection: how likely it was to be seen in its place.
  ///   - widening: by how much more the plot is spread than it says, when it may show more than this craft.
  mutating func see(
    _ placed: PlacedPlot, of plot: Plot, in scan: PlacedScan, moment: ModeMixture, modes: [MotionMode],
    widening: Symmetric2?, detection: Double
  ) {
    let noise = placed.noise(seenAtEast: moment.combined.eastMetres, north: moment.combined.northMetres)
    let surprise =
      moment.logLikelihood(east: placed.eastMetres, north: placed.northMetres, noise: noise)
      - log(scan.falsePlotDensity(of: placed))
    existenceOdds = min(existenceOdds + log(detection) + surprise, Self.greatestExistenceOdds)
    if scan.sensor.isCooperative { transponderOdds = min(transponderOdds + surprise, Self.greatestTransponderOdds) }
    let squared = moment.squaredDistance(of: placed, noise: noise)
    let spread = widening.map { noise + $0 } ?? noise
    if scan.seconds < seconds {
      mixture.correctLate(
        east: placed.eastMetres, north: placed.northMetres, noise: spread, secondsAgo: seconds - scan.seconds,
        modes: modes)
      history.restart(mixture, seconds: seconds)
    } else {
      mixture.correct(east: placed.eastMetres, north: placed.northMetres, noise: spread)
      remember(placed, noise: spread)
    }
    isCarried = false
    seen += 1
    lastSeenSeconds = max(lastSeenSeconds, scan.seconds)
    note(plot, in: scan, squaredDistance: squared)
  }

  /// Takes in a direction as its own.
  mutating func see(
    bearing placed: PlacedPlot, of plot: Plot, in scan: PlacedScan, squaredDistance: Double, modes: [MotionMode]
  ) {
    guard let measured = placed.bearingRadians else { return }
    mixture.correctBearing(
      measured, variance: placed.bearingVariance, fromEast: scan.sensor.eastMetres, north: scan.sensor.northMetres,
      secondsAgo: max(0, seconds - scan.seconds), modes: modes)
    history.restart(mixture, seconds: seconds)
    seen += 1
    lastSeenSeconds = max(lastSeenSeconds, scan.seconds)
    keep(plot, sensor: scan.sensor.number, seconds: scan.seconds, squaredDistance: squaredDistance)
  }

  /// Takes in a plot that shows another craft and perhaps this one as well.
  mutating func share(_ placed: PlacedPlot, widening: Symmetric2?) {
    let noise = placed.noise(seenAtEast: motion.eastMetres, north: motion.northMetres)
    let spread = widening.map { noise + $0 } ?? noise
    mixture.correct(east: placed.eastMetres, north: placed.northMetres, noise: spread)
    remember(placed, noise: spread)
  }

  /// Keeps a correction at its own moment.
  private mutating func remember(_ placed: PlacedPlot, noise: Symmetric2) {
    guard number != nil || isCarried else { return }
    history.note(
      TrackHistory.Correction(seconds: seconds, east: placed.eastMetres, north: placed.northMetres, noise: noise),
      mixture)
  }

  /// Takes it that a scan did not show it.
  mutating func miss(_ chances: Chances, in scan: PlacedScan) {
    guard scan.seconds >= begunSeconds else { return }
    let isHeard = transponder != nil && scan.seconds - lastSeenSeconds < Self.greatestSilenceSeconds
    let least = isHeard ? min(existenceOdds, Self.leastOddsWhileHeard) : -Double.infinity
    existenceOdds = max(chances.oddsWhenMissed, least)
    guard scan.sensor.isCooperative else { return }
    let missed = (1 - scan.sensor.detectionProbability) * carries
    transponderOdds = max(logOdds(ofProbability: missed / (missed + 1 - carries)), -Self.greatestTransponderOdds)
  }

  /// Takes it that its transponder was heard.
  mutating func hear(_ plot: Plot, sensor: Int, seconds moment: Double, squaredDistance: Double) {
    existenceOdds = Self.greatestExistenceOdds
    transponderOdds = Self.greatestTransponderOdds
    seen += 1
    lastSeenSeconds = max(lastSeenSeconds, moment)
    keep(plot, sensor: sensor, seconds: moment, squaredDistance: squaredDistance)
  }

  /// Its motions from elsewhere, at a moment not before its own.
  mutating func replace(_ mixture: ModeMixture, at moment: Double) {
    self.mixture = mixture
    seconds = moment
    if number != nil { history.restart(mixture, seconds: moment) }
  }

  /// Its motions now, after what arrived late.
  mutating func replaceLate(_ mixture: ModeMixture) { self.mixture = mixture }

  /// Counts a late look in.
  ///
  /// - Parameter gain: how much more likely its existence becomes, as a logarithm.
  mutating func noteLate(_ plot: Plot, in scan: PlacedScan, squaredDistance: Double, gain: Double) {
    existenceOdds = min(existenceOdds + max(gain, 0), Self.greatestExistenceOdds)
    seen += 1
    lastSeenSeconds = max(lastSeenSeconds, scan.seconds)
    keep(plot, sensor: scan.sensor.number, seconds: scan.seconds, squaredDistance: squaredDistance)
  }

  /// Takes over what is known of another candidate that turned out to be the same craft.
  mutating func join(_ other: Candidate) {
    existenceOdds = max(existenceOdds, other.existenceOdds)
    transponderOdds = max(transponderOdds, other.transponderOdds)
    seen += other.seen
    lastSeenSeconds = max(lastSeenSeconds, other.lastSeenSeconds)
    if other.lastWatchedSeconds > lastWatchedSeconds {
      (lastWatcher, lastWatchedSeconds) = (other.lastWatcher, other.lastWatchedSeconds)
    }
    if other.lengths > lengths { (lengthMetres, lengths) = (other.lengthMetres, other.lengths) }
    contributions.join(other.contributions)
    history.join(other.history)
  }

  private mutating func note(_ plot: Plot, in scan: PlacedScan, squaredDistance: Double) {
    if !scan.sensor.isCooperative {
      lastWatcher = scan.sensor.number
      lastWatchedSeconds = max(lastWatchedSeconds, scan.seconds)
    }
    keep(plot, sensor: scan.sensor.number, seconds: scan.seconds, squaredDistance: squaredDistance)
  }

  private mutating func keep(_ plot: Plot, sensor: Int, seconds: Double, squaredDistance: Double) {
    contributions.add(
      Contribution(
        reference: plot.reference, sensor: sensor, seconds: seconds, squaredDistance: squaredDistance))
    guard let length = plot.lengthMetres, length > 0, length < 1000 else { return }
    lengths = min(lengths + 1, Self.mostLengths)
    lengthMetres = lengthMetres.map { $0 + (length - $0) / Double(lengths) } ?? length
  }
}
