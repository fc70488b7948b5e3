#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif

/// What one transponder says by itself, apart from what sensors see of the craft that it seems to be on.
///
/// Whoever sends may lie, so its reports are tracked alone. They help the track of a craft that sensors hold only as long
/// as both agree, and how well they agree is the odds that the identity belongs to that craft.
struct Transponder: Sendable {
  /// The number that it sends.
  let identity: UInt32
  /// The motion by its reports alone.
  private(set) var mixture: ModeMixture
  private(set) var seconds: Double
  /// A place that it cannot have reached, if that is what it sent last.
  private var elsewhere: PlacedPlot?
  private var elsewhereSeconds = 0.0
  /// The candidate whose identity it is; −1 for none.
  var home = -1
  /// The motion of that candidate by what sensors see of it alone; nil when none does.
  var watched: ModeMixture?
  private(set) var watchedSeconds = 0.0
  /// Whether its reports go into the motion of that candidate now.
  var isFused = false
  /// When the two were last compared.
  private var judgedSeconds = -Double.infinity
  /// The log odds that the candidate is its own.
  private(set) var odds = 0.0
  /// Another candidate that it may belong to, and the log odds of that.
  private(set) var claimed = -1
  private(set) var claimOdds = 0.0
  /// A candidate that it has parted from.
  private(set) var parted = -1
  /// Whether a person holds the two together, so that no odds part them.
  var isHeld = false

  static let greatestOdds = 8.0
  /// At lower log odds the identity is released.
  static let leastOdds = -2.0
  /// At higher log odds of a claim the identity is taken to belong there; after the two have parted once, the second.
  static let boundFrom = 1.5
  static let boundAgainFrom = 4.0
  /// At most so much is gained or lost at one comparison, since errors of one track follow each other.
  private static let greatestGain = 1.0
  private static let greatestLoss = -4.0
  /// The 95 % point of χ² with two degrees of freedom: what lies there is as likely to be on another craft near by.
  private static let evenSquaredDistance = 6.0
  /// Two motions further apart than this are not combined: the 99 % point of χ² with two degrees of freedom.
  static let agreeingSquaredDistance = 9.2

  /// What a report says beside those before it.
  enum Verdict {
    case expected(squaredDistance: Double)
    /// Where it cannot have got to, for the first time.
    case doubtful
    /// Where it cannot have got to, and not for the first time.
    case leapt
  }

  init(
    identity: UInt32, _ placed: PlacedPlot, velocity: Plot.Velocity?, seconds: Double, settings: CraftTrackerSettings
  ) {
    self.identity = identity
    self.seconds = seconds
    mixture = Self.begun(placed, velocity, settings)
  }

  private static func begun(
    _ placed: PlacedPlot, _ velocity: Plot.Velocity?, _ settings: CraftTrackerSettings
  ) -> ModeMixture {
    var mixture = ModeMixture(placed, settings: settings)
    if let velocity, velocity.isUsable {
      mixture.correctVelocity(east: velocity.east, north: velocity.north, deviation: velocity.deviation)
    }
    return mixture
  }

  /// Takes in a report.
  mutating func listen(
    _ placed: PlacedPlot, velocity: Plot.Velocity?, seconds moment: Double, settings: CraftTrackerSettings
  ) -> Verdict {
    let before = mixture.combined
    let time = moment - seconds
    let then =
      time < 0 ? mixture.retrodicted(seconds: -time, modes: settings.modes) : predicted(time, settings)
    let noise = placed.noise
    let innovation = then.combined.covariance.position + noise
    let verdict = Gate.judge(
      innovation: (placed.eastMetres - then.combined.eastMetres, placed.northMetres - then.combined.northMetres),
      innovationCovariance: innovation,
      way: (placed.eastMetres - before.eastMetres, placed.northMetres - before.northMetres), seconds: time,
      allowanceMetres: 3 * (before.covariance.position.largestEigenvalue + noise.largestEigenvalue).squareRoot(),
      model: MotionModel(trackClass: .unknown, stationary: false))
    if case .impossible = verdict { return doubt(placed, velocity, moment, settings) }
    elsewhere = nil
    let squared = then.squaredDistance(of: placed, noise: noise)
    if time < 0 {
      mixture.correctLate(
        east: placed.eastMetres, north: placed.northMetres, noise: noise, secondsAgo: -time, modes: settings.modes)
      return .expected(squaredDistance: squared)
    }
    (mixture, seconds) = (then, moment)
    if case .surprising(let factor) = verdict { mixture.widen(by: factor) }
    mixture.correct(east: placed.eastMetres, north: placed.northMetres, noise: noise)
    if let velocity, velocity.isUsable {
      mixture.correctVelocity(east: velocity.east, north: velocity.north, deviation: velocity.deviation)
    }
    return .expected(squaredDistance: squared)
  }

  private func predicted(_ time: Double, _ settings: CraftTrackerSettings) -> ModeMixture {
    var then = mixture
    if time > 0 { then.predict(seconds: time, modes: settings.modes) }
    return then
  }

  /// One wild report is nothing; a second near the first is where it is now.
  private mutating func doubt(
    _ placed: PlacedPlot, _ velocity: Plot.Velocity?, _ moment: Double, _ settings: CraftTrackerSettings
  ) -> Verdict {
    defer { (elsewhere, elsewhereSeconds) = (placed, moment) }
    guard let elsewhere, moment >= seconds else { return .doubtful }
    let (east, north) = (placed.eastMetres - elsewhere.eastMetres, placed.northMetres - elsewhere.northMetres)
    let reach = Gate.forgivenMetres + Self.greatestSpeed * (moment - elsewhereSeconds).magnitude
    guard (east * east + north * north).squareRoot() <= reach else { return .doubtful }
    (mixture, seconds) = (Self.begun(placed, velocity, settings), moment)
    return .leapt
  }

  private static let greatestSpeed = MotionModel(trackClass: .unknown, stationary: false).greatestSpeedMetresPerSecond

  // MARK: The craft that it is on

  /// Belongs to a candidate from now on.
  mutating func settle(at candidate: Int, odds: Double, watched: ModeMixture?, seconds: Double) {
    (home, self.odds, self.watched, watchedSeconds) = (candidate, min(odds, Self.greatestOdds), watched, seconds)
    (claimed, claimOdds, judgedSeconds, isFused) = (-1, 0, -Double.infinity, false)
    if parted == candidate { parted = -1 }
  }

  /// Belongs to none from now on.
  mutating func leave(parting: Bool) {
    if parting { parted = home }
    (home, watched, claimed, claimOdds) = (-1, nil, -1, 0)
  }

  /// Takes in what a sensor saw of its craft.
  mutating func watch(_ placed: PlacedPlot, at moment: Double, settings: CraftTrackerSettings) {
    guard var motion = watched else {
      watched = ModeMixture(placed, settings: settings)
      (watchedSeconds, odds) = (moment, 1)
      return
    }
    let time = moment - watchedSeconds
    if time > 0 { motion.predict(seconds: time, modes: settings.modes) }
    let at = motion.combined
    let noise = placed.noise(seenAtEast: at.eastMetres, north: at.northMetres)
    if time < 0 {
      motion.correctLate(
        east: placed.eastMetres, north: placed.northMetres, noise: noise, secondsAgo: -time, modes: settings.modes)
    } else {
      motion.correct(east: placed.eastMetres, north: placed.northMetres, noise: noise)
      watchedSeconds = moment
    }
    watched = motion
  }

  /// How far its own motion lies from that which sensors see of its craft, and what that does to the odds.
  ///
  /// - Parameter slack: by how much more the two may differ, since sensors have biases.
  /// - Returns: the squared Mahalanobis distance without that slack; nil when no sensor sees the craft.
  mutating func judge(slack: Symmetric2, settings: CraftTrackerSettings) -> Double? {
    guard let watched else { return nil }
    let squared = squaredDistance(to: watched, at: watchedSeconds, slack: slack, settings: settings)
    let isNews = watchedSeconds > judgedSeconds
    let change = Self.change(squared)
    // What no sensor has seen anew says nothing for it, and what it says by leaving counts at once.
    if isNews || change < 0 { odds = min(odds + change, Self.greatestOdds) }
    judgedSeconds = watchedSeconds
    return squaredDistance(to: watched, at: watchedSeconds, slack: .isotropic(0), settings: settings)
  }

  /// Moves what sensors see of its craft.
  mutating func shiftWatched(by way: (east: Double, north: Double)) { watched?.shift(east: way.east, north: way.north) }

  mutating func doubtOdds() { odds += Self.greatestLoss }

  mutating func trustByHand() { odds = Self.greatestOdds }

  /// How far its own motion lies from another, as a squared Mahalanobis distance of the places at its own moment.
  func squaredDistance(
    to other: ModeMixture, at moment: Double, slack: Symmetric2, settings: CraftTrackerSettings
  ) -> Double {
    let theirs =
      moment == seconds
      ? other.combined
      : predict(other.combined, seconds: seconds - moment, intensity: settings.modes[0].accelerationIntensity)
    let mine = mixture.combined
    let spread = theirs.covariance.position + mine.covariance.position + slack
    return spread.inverse?.squaredLength(
      east: mine.eastMetres - theirs.eastMetres, north: mine.northMetres - theirs.northMetres) ?? .infinity
  }

  private static func change(_ squared: Double) -> Double {
    min(max((evenSquaredDistance - squared) / 2, greatestLoss), greatestGain)
  }

  /// Claims a candidate that is not its own.
  ///
  /// - Parameter share: how much more likely this one is than the others near by, between 0 and 1.
  /// - Returns: whether the claim is good enough to belong there.
  mutating func claim(_ candidate: Int, squaredDistance squared: Double, share: Double) -> Bool {
    if claimed != candidate { (claimed, claimOdds) = (candidate, logOdds(ofProbability: 0.7 * share)) }
    claimOdds = min(claimOdds + Self.change(squared), Self.greatestOdds)
    return claimOdds > (parted == candidate ? Self.boundAgainFrom : Self.boundFrom)
  }

  mutating func dropClaim() { (claimed, claimOdds) = (-1, 0) }

  /// How likely the identity is that of its craft, beside another that claims the same.
  func probability(against rivalOdds: Double) -> Double {
    guard watched != nil else { return Tracking.probability(ofLogOdds: Self.greatestOdds) }
    let (own, rival) = (exp(odds), exp(rivalOdds))
    return own / (1 + own + rival)
  }
}
