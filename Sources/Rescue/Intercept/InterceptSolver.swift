import Geodesics
public import Geodesy

/// Finds when and where assets meet a moving target, rather than how far they are from where it was.
public struct InterceptSolver: Sendable {
  /// The target.
  public let target: MovingTarget
  /// The moment from which is counted.
  public let start: Instant
  /// Land, for a check of the straight lines; nil for none.
  public let land: LandOutline?
  private let greatestSpeed: Double

  /// Nothing is foreseen further ahead, in seconds.
  public static let longestSeconds = 48 * 3600.0
  /// Where the way and the distance agree to this many metres, they meet.
  private static let meetMetres = 0.5
  /// The same on the sphere, from which the ellipsoid goes on.
  private static let nearMetres = 10.0
  /// An asset this near on the sphere may be at the target already, in metres.
  private static let besideMetres = 1000.0
  private static let mostSteps = 60
  /// The step of the look ahead for assets that are slower than the target, in seconds.
  private static let scanSeconds = 300.0

  /// A solver for a target.
  public init(target: MovingTarget, now: Instant, land: LandOutline? = nil) {
    self.target = target
    start = now
    self.land = land
    greatestSpeed = target.greatestSpeed
  }

  /// The answers for assets: those that reach the target by their time, then those that do not, by their identifier.
  ///
  /// An asset at 20 m/s, 36 km behind a target that moves away at 2 m/s, is there after 2,000 s and not after 1,800 s.
  public func rank(_ assets: [RescueAsset]) -> [InterceptAnswer] {
    let answers = assets.map(answer)
    let reaching = answers.filter { $0.interception != nil }.sorted { first, second in
      guard let one = first.interception, let other = second.interception else { return false }
      return one.seconds != other.seconds ? one.seconds < other.seconds : one.asset.id < other.asset.id
    }
    let others = answers.filter { $0.interception == nil }.sorted { $0.asset.id < $1.asset.id }
    return reaching + others
  }

  /// The answer for one asset.
  public func answer(for asset: RescueAsset) -> InterceptAnswer {
    let speed = asset.speedMetresPerSecond
    guard speed.isFinite, speed > 0, asset.readinessSeconds.isFinite, asset.readinessSeconds >= 0,
      asset.enduranceSeconds?.isNaN != true
    else { return .doesNotReach(asset, .cannotMove, nil) }
    guard let seconds = meetingSeconds(asset), seconds <= Self.longestSeconds else {
      return .doesNotReach(asset, .tooSlow, nil)
    }
    var way = interception(asset, seconds)
    guard let endurance = asset.enduranceSeconds else { return .reaches(way) }
    if seconds > endurance {
      return .doesNotReach(asset, .beyondEndurance(needsSeconds: seconds, hasSeconds: endurance), way)
    }
    let back = asset.returnsTo.map { Ellipsoid.inverse(from: way.position, to: $0).distanceMetres / speed } ?? 0
    way.secondsOnScene = endurance - seconds - back
    if seconds + back > endurance {
      return .doesNotReach(asset, .cannotReturn(needsSeconds: seconds + back, hasSeconds: endurance), way)
    }
    return .reaches(way)
  }

  private func moment(_ seconds: Double) -> Instant {
    start.adding(milliseconds: Int64((min(max(seconds, 0), Self.longestSeconds * 4) * 1000).rounded()))
  }

  /// How many metres the asset lacks after so many seconds; negative when it would be past the target.
  private func lacking(_ asset: RescueAsset, _ seconds: Double) -> Double {
    let place = target.position(at: moment(seconds))
    let way = (seconds - asset.readinessSeconds) * asset.speedMetresPerSecond
    return Ellipsoid.inverse(from: asset.position, to: place).distanceMetres - way
  }

  /// The same on the sphere, which is fast and near enough to begin with.
  private func lackingOnSphere(_ asset: RescueAsset, _ seconds: Double) -> Double {
    let place = target.positionOnSphere(secondsFrom: start, seconds)
    let way = (seconds - asset.readinessSeconds) * asset.speedMetresPerSecond
    return Sphere.distanceMetres(from: asset.position, to: place) - way
  }

  /// The first moment at which the asset can be where the target is, in seconds from now.
  private func meetingSeconds(_ asset: RescueAsset) -> Double? {
    let start = asset.readinessSeconds
    guard start <= Self.longestSeconds else { return nil }
    let first = max(lackingOnSphere(asset, start), Self.meetMetres)
    guard first > Self.besideMetres || lacking(asset, start) > Self.meetMetres else { return start }
    let closing = asset.speedMetresPerSecond - greatestSpeed
    var guess: Double?
    if closing > asset.speedMetresPerSecond * 0.01 {
      // What lacks falls all the time, so that there is one meeting and it lies before this bound.
      guess = crossing(asset, from: (start, first), to: start + first / closing * 1.01 + 1)
    } else {
      guess = scanned(asset, from: (start, first))
    }
    guard let guess, guess <= Self.longestSeconds * 2 else { return nil }
    return onEllipsoid(asset, near: guess)
  }

  /// The meeting on the ellipsoid near the one on the sphere, by the rule of secants.
  private func onEllipsoid(_ asset: RescueAsset, near guess: Double) -> Double? {
    var before = (seconds: guess, metres: lacking(asset, guess))
    var next = max(asset.readinessSeconds, guess + before.metres / asset.speedMetresPerSecond)
    for _ in 0..<Self.mostSteps {
      guard next <= Self.longestSeconds * 2 else { return nil }
      let metres = lacking(asset, next)
      // Moments are counted in whole milliseconds, in which the fastest come this near.
      if metres.magnitude < Self.meetMetres || metres == before.metres { return next }
      let step = metres * (next - before.seconds) / (metres - before.metres)
      before = (next, metres)
      next = max(asset.readinessSeconds, next - step)
    }
    return next
  }

  /// The meeting between a moment at which metres lack and one at which none do, by the rule of Illinois.
  private func crossing(_ asset: RescueAsset, from start: (seconds: Double, metres: Double), to end: Double) -> Double?
  {
    var (low, high) = (start, (seconds: end, metres: lackingOnSphere(asset, end)))
    guard high.metres <= 0 else { return nil }
    for _ in 0..<Self.mostSteps {
      if high.metres > -Self.nearMetres { return high.seconds }
      let middle = (low.seconds * high.metres - high.seconds * low.metres) / (high.metres - low.metres)
      let metres = lackingOnSphere(asset, middle)
      if metres.magnitude < Self.nearMetres { return middle }
      if metres < 0 {
        high = (middle, metres)
        low.metres /= 2
      } else {
        low = (middle, metres)
        high.metres /= 2
      }
    }
    return high.seconds
  }

  /// The first meeting of a target that is as fast as the asset or faster, looked for in steps.
  private func scanned(_ asset: RescueAsset, from start: (seconds: Double, metres: Double)) -> Double? {
    var before = start
    while before.seconds < Self.longestSeconds {
      // While what lacks is more than both could close, nothing can be met.
      let soonest = before.metres / (asset.speedMetresPerSecond + greatestSpeed)
      let next = before.seconds + max(Self.scanSeconds, soonest)
      let metres = lackingOnSphere(asset, next)
      if metres <= 0 { return crossing(asset, from: before, to: next) }
      before = (next, metres)
    }
    return nil
  }

  private func interception(_ asset: RescueAsset, _ seconds: Double) -> Interception {
    let arrival = moment(seconds)
    let place = target.position(at: arrival)
    let line = Ellipsoid.inverse(from: asset.position, to: place)
    let spread = target.spreadMetres(at: arrival)
    // The speed with which what lacks falls on arrival turns metres of not knowing into seconds.
    let before = max(seconds - 30, asset.readinessSeconds)
    let falling =
      seconds > before ? (lackingOnSphere(asset, before) - lackingOnSphere(asset, seconds)) / (seconds - before) : 0
    var remarks = Set<Interception.Remark>()
    if start.seconds(since: asset.positionTime) > Interception.oldPositionSeconds { remarks.insert(.positionIsOld) }
    if asset.enduranceSeconds == nil { remarks.insert(.enduranceUnknown) }
    if asset.capacity == nil { remarks.insert(.capacityUnknown) }
    if asset.capacity == 0 { remarks.insert(.takesNobody) }
    if !asset.flies, let land, land.isCrossed(from: asset.position, to: place) { remarks.insert(.crossesLand) }
    return Interception(
      asset: asset, seconds: seconds,
      spreadSeconds: spread / max(falling, asset.speedMetresPerSecond * 0.05), arrival: arrival, position: place,
      courseDegrees: line.initialBearingDegrees, distanceMetres: line.distanceMetres, targetSpreadMetres: spread,
      secondsOnScene: nil, remarks: remarks)
  }
}
