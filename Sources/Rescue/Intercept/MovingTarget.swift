import Geodesics
public import Geodesy

/// Something at sea that moves, as the drift or a track foresees it.
///
/// It follows its fixes, one to the next in a straight line, stays at the first before it, and goes on from the last
/// with its velocity.
public struct MovingTarget: Hashable, Sendable {
  /// Where it is, or is foreseen to be, at a moment.
  public struct Fix: Hashable, Sendable {
    /// The moment.
    public var time: Instant
    /// The place.
    public var position: Position
    /// One standard deviation of the place in any direction, in metres.
    public var spreadMetres: Double

    /// A fix of these parts.
    public init(time: Instant, position: Position, spreadMetres: Double) {
      self.time = time
      self.position = position
      self.spreadMetres = spreadMetres
    }
  }

  /// The fixes, in order of time; never empty.
  public let fixes: [Fix]
  /// The velocity after the last fix, in metres a second towards east and north.
  public let velocity: (east: Double, north: Double)
  /// One standard deviation of that velocity, in metres a second.
  public let velocitySpread: Double
  /// The direction of the velocity, in degrees from north.
  private let courseDegrees: Double

  /// The most fixes that are kept.
  public static let mostFixes = 1000
  /// Nothing at sea that can be met by a vessel is faster, in metres a second.
  public static let fastestMetresPerSecond = 100.0

  /// A target, or nil without a fix, with times that do not rise, or with numbers that cannot be.
  public init?(
    fixes: [Fix], velocity: (east: Double, north: Double) = (0, 0), velocitySpread: Double = 0
  ) {
    let speed = (velocity.east * velocity.east + velocity.north * velocity.north).squareRoot()
    guard !fixes.isEmpty, fixes.count <= Self.mostFixes, speed <= Self.fastestMetresPerSecond,
      (0...Self.fastestMetresPerSecond).contains(velocitySpread),
      zip(fixes, fixes.dropFirst()).allSatisfy({ $0.time < $1.time }),
      fixes.allSatisfy({ (0...20_000_000).contains($0.spreadMetres) })
    else { return nil }
    self.fixes = fixes
    self.velocity = velocity
    self.velocitySpread = velocitySpread
    courseDegrees = SearchMath.bearing(east: velocity.east, north: velocity.north)
  }

  /// Whether the two move alike.
  public static func == (first: MovingTarget, second: MovingTarget) -> Bool {
    first.fixes == second.fixes && first.velocity == second.velocity && first.velocitySpread == second.velocitySpread
  }

  /// Feeds what `==` compares.
  public func hash(into hasher: inout Hasher) {
    hasher.combine(fixes)
    hasher.combine(velocity.east)
    hasher.combine(velocity.north)
    hasher.combine(velocitySpread)
  }

  /// The greatest speed anywhere on its way, in metres a second.
  var greatestSpeed: Double {
    var greatest = (velocity.east * velocity.east + velocity.north * velocity.north).squareRoot()
    for (start, end) in zip(fixes, fixes.dropFirst()) {
      let seconds = end.time.seconds(since: start.time)
      greatest = max(greatest, Ellipsoid.inverse(from: start.position, to: end.position).distanceMetres / seconds)
    }
    return greatest
  }

  /// The place at a moment, on the ellipsoid.
  public func position(at time: Instant) -> Position {
    let last = fixes[fixes.count - 1]
    if time >= last.time {
      let seconds = time.seconds(since: last.time)
      let speed = (velocity.east * velocity.east + velocity.north * velocity.north).squareRoot()
      guard speed > 0, seconds > 0 else { return last.position }
      return Ellipsoid.direct(
        from: last.position, bearingDegrees: courseDegrees, distanceMetres: speed * seconds)?.position ?? last.position
    }
    guard let next = fixes.firstIndex(where: { time < $0.time }), next > 0 else { return fixes[0].position }
    let (start, end) = (fixes[next - 1], fixes[next])
    let share = time.seconds(since: start.time) / end.time.seconds(since: start.time)
    let line = Ellipsoid.inverse(from: start.position, to: end.position)
    return Ellipsoid.direct(
      from: start.position, bearingDegrees: line.initialBearingDegrees, distanceMetres: line.distanceMetres * share)?
      .position ?? start.position
  }

  /// The place so many seconds after a moment, on the sphere, within 0.6 % of the way that it has made.
  func positionOnSphere(secondsFrom start: Instant, _ seconds: Double) -> Position {
    let last = fixes[fixes.count - 1]
    let sinceLast = start.seconds(since: last.time) + seconds
    guard sinceLast >= 0 else {
      let milliseconds = Int64((min(max(seconds, 0), InterceptSolver.longestSeconds * 4) * 1000).rounded())
      return position(at: start.adding(milliseconds: milliseconds))
    }
    let speed = (velocity.east * velocity.east + velocity.north * velocity.north).squareRoot()
    guard speed > 0 else { return last.position }
    return Sphere.destination(from: last.position, bearingDegrees: courseDegrees, distanceMetres: speed * sinceLast)
  }

  /// One standard deviation of the place at a moment in any direction, in metres.
  public func spreadMetres(at time: Instant) -> Double {
    let last = fixes[fixes.count - 1]
    if time >= last.time {
      let grown = velocitySpread * time.seconds(since: last.time)
      return (last.spreadMetres * last.spreadMetres + grown * grown).squareRoot()
    }
    guard let next = fixes.firstIndex(where: { time < $0.time }), next > 0 else { return fixes[0].spreadMetres }
    let (start, end) = (fixes[next - 1], fixes[next])
    let share = time.seconds(since: start.time) / end.time.seconds(since: start.time)
    return start.spreadMetres + share * (end.spreadMetres - start.spreadMetres)
  }
}
