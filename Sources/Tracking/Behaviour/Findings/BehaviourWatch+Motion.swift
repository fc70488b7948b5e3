import Geodesy

extension BehaviourWatch {
  /// Moves slowly for long, and nothing steers it.
  func drifting(_ rule: CompiledRule, _ slot: Int, _ now: Int32) -> Finding {
    let sighting = craft[slot].sighting
    guard !sighting.isLyingStill, sighting.speedKnots <= rule[.speed] * 1.4 else { return .no }
    let duration = Int32(rule[.duration])
    // The first motion before the time asked for belongs to it: else slow reporters would never span it.
    let count = recent.count(slot, within: duration, of: now) + 1
    guard count >= Self.leastDriftSamples, count <= recent.count(slot) else { return .no }
    let steerage = Steerage(recent, slot, count: count, greatestKnots: rule[.speed])
    let spanned = now &- recent.sample(slot, age: count - 1).seconds
    let before = fastestBefore(slot, than: duration, now)
    let lost =
      sighting.trackClass != .fishing && before >= Self.leastSpeedBeforeDriftKnots
      && steerage.meanKnots <= before * Self.partOfSpeedLeft
    let loose = steerage.scatter >= rule[.scatter] || steerage.leeway >= rule[.leeway] || lost
    let moves = steerage.meanKnots >= rule[.leastSpeed]
    return Finding(
      enters: loose && moves && steerage.slow == count && spanned <= duration &+ BehaviourLimits.freshSeconds,
      stays: moves && (loose || steerage.scatter >= rule[.scatter] / 2 || steerage.leeway >= rule[.leeway] / 2),
      SIMD4(steerage.meanKnots, before > 0 ? before : .nan, steerage.scatter, steerage.leeway), leadSeconds: spanned)
  }

  private static let leastDriftSamples = 3
  /// Below this a craft had no speed to lose, in knots.
  private static let leastSpeedBeforeDriftKnots = 4.0
  /// A craft that keeps less of its speed has lost it.
  private static let partOfSpeedLeft = 0.35

  private func fastestBefore(_ slot: Int, than seconds: Int32, _ now: Int32) -> Double {
    var fastest = 0.0
    for age in 0..<slow.count(slot) {
      let sample = slow.sample(slot, age: age)
      let since = now &- sample.seconds
      if since > seconds, since <= 5400 { fastest = max(fastest, sample.speedKnots) }
    }
    return fastest
  }

  /// Has stopped soon after it made way.
  func suddenStop(_ rule: CompiledRule, _ slot: Int, _ now: Int32) -> Finding {
    let sighting = craft[slot].sighting
    guard !sighting.isLyingStill, sighting.speedKnots <= rule[.speed] * 2 else { return .no }
    // Back through the slow motions to the first of them, and from there to one that was fast.
    var stopped = craft[slot].at
    var age = 0
    let count = recent.count(slot)
    while age < count, recent.sample(slot, age: age).speedKnots <= rule[.speed] {
      stopped = recent.sample(slot, age: age).seconds
      age += 1
    }
    guard now &- stopped <= Self.stopIsNewsSeconds else { return .no }
    var before = 0.0
    while age < count, stopped &- recent.sample(slot, age: age).seconds <= Int32(rule[.within]) {
      before = max(before, recent.sample(slot, age: age).speedKnots)
      age += 1
    }
    return Finding(
      enters: sighting.speedKnots <= rule[.speed] && before >= rule[.speedBefore], stays: before >= rule[.speedBefore],
      SIMD4(before, sighting.speedKnots, .nan, .nan))
  }

  /// For so long a stop is news, in seconds.
  private static let stopIsNewsSeconds: Int32 = 600

  /// Moves with quite another speed than some minutes ago.
  func speedChange(_ rule: CompiledRule, _ slot: Int, _ now: Int32) -> Finding {
    let sighting = craft[slot].sighting
    guard !sighting.isLyingStill, sighting.speedKnots >= rule[.leastSpeed],
      let before = Reference(recent, slot, from: Int32(rule[.within]), now),
      before.greatestKnots - before.leastKnots <= rule[.change] * 0.4
    else { return .no }
    let change = (sighting.speedKnots - before.meanKnots).magnitude
    return Finding(
      enters: change >= rule[.change], stays: change >= rule[.change] * 0.7,
      SIMD4(before.meanKnots, sighting.speedKnots, .nan, .nan))
  }

  /// Moves in quite another direction than some minutes ago.
  func headingChange(_ rule: CompiledRule, _ slot: Int, _ now: Int32) -> Finding {
    let sighting = craft[slot].sighting
    guard !sighting.isLyingStill, sighting.speedKnots >= rule[.leastSpeed], let course = sighting.courseDegrees,
      let before = Reference(recent, slot, from: Int32(rule[.within]), now),
      before.leastKnots >= rule[.leastSpeed], let old = before.steadyCourse
    else { return .no }
    let turn = Units.turn(fromDegrees: old, toDegrees: course)
    return Finding(
      enters: turn.magnitude >= rule[.turn], stays: turn.magnitude >= rule[.turn] * 0.7,
      SIMD4(old, course, turn, sighting.speedKnots))
  }

  /// Has stayed about one place for long, but not quite still.
  func loitering(_ rule: CompiledRule, _ slot: Int, _ now: Int32) -> Finding {
    guard !craft[slot].sighting.isLyingStill else { return .no }
    let duration = Int32(rule[.duration])
    let count = slow.count(slot, within: duration &+ BehaviourLimits.slowStepSeconds, of: now)
    guard count >= 3 else { return .no }
    let spanned = now &- slow.sample(slot, age: count - 1).seconds
    guard spanned >= duration else { return .no }
    let middle = slow.sample(slot, age: count / 2)
    var east = 0.0
    var north = 0.0
    var places: [(east: Double, north: Double)] = []
    places.reserveCapacity(count)
    var speed = 0.0
    for age in 0..<count {
      let sample = slow.sample(slot, age: age)
      let place = (
        east: (sample.longitudeDegrees - middle.longitudeDegrees).remainder(dividingBy: 360)
          * craft[slot].metresPerDegreeEast,
        north: (sample.latitudeDegrees - middle.latitudeDegrees) * WatchedCraft.metresPerDegreeNorth
      )
      // Most craft are on their way, and the first far place says so.
      guard place.east.magnitude + place.north.magnitude <= 4 * rule[.distance] else { return .no }
      places.append(place)
      east += place.east / Double(count)
      north += place.north / Double(count)
      speed += sample.speedKnots / Double(count)
    }
    let radius = places.map { (($0.east - east) * ($0.east - east) + ($0.north - north) * ($0.north - north)) }.max()
    let metres = (radius ?? 0).squareRoot()
    return Finding(
      enters: metres <= rule[.distance] && speed >= Self.leastLoiteringKnots, stays: metres <= rule[.distance] * 1.3,
      SIMD4(metres, Double(spanned), speed, .nan), leadSeconds: spanned)
  }

  /// Below this mean speed a craft lies still, whatever it says, in knots.
  private static let leastLoiteringKnots = 0.3
}
