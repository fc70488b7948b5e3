import Geodesy

/// How a craft was steered over its newest motions.
struct Steerage: Sendable {
  /// Mean speed in knots.
  private(set) var meanKnots = 0.0
  /// Mean change of course from one motion to the next, in degrees; 0 when it is not known.
  private(set) var scatter = 0.0
  /// Mean angle between bow and course, in degrees; not a number when it is not known.
  private(set) var leeway = Double.nan
  /// How many motions were slow.
  private(set) var slow = 0

  init(_ history: MotionHistory, _ slot: Int, count: Int, greatestKnots: Double) {
    var turns = 0
    var leeways = 0
    var leewaySum = 0.0
    var newer: Double?
    for age in 0..<count {
      let sample = history.sample(slot, age: age)
      meanKnots += sample.speedKnots / Double(count)
      if sample.speedKnots <= greatestKnots { slow += 1 }
      if let angle = sample.leewayDegrees {
        leewaySum += angle
        leeways += 1
      }
      if let course = sample.courseDegrees, let later = newer {
        scatter += Units.turn(fromDegrees: course, toDegrees: later).magnitude
        turns += 1
      }
      newer = sample.courseDegrees
    }
    scatter = turns > 0 ? scatter / Double(turns) : 0
    if leeways > 0 { leeway = leewaySum / Double(leeways) }
  }
}

/// How a craft moved some minutes ago, for three minutes.
struct Reference: Sendable {
  private(set) var meanKnots = 0.0
  private(set) var leastKnots = Double.infinity
  private(set) var greatestKnots = 0.0
  /// The course that it kept; nil when it kept none.
  private(set) var steadyCourse: Double?

  private static let spanSeconds: Int32 = 180
  private static let leastSamples = 2
  /// Length of the mean of unit vectors along the courses from which on the course was steady: 12 degrees of spread.
  private static let leastResultant = 0.978

  init?(_ history: MotionHistory, _ slot: Int, from seconds: Int32, _ now: Int32) {
    var count = 0.0
    var courses = 0.0
    var east = 0.0
    var north = 0.0
    var newest: Int32?
    var spanned: Int32 = 0
    for age in 0..<history.count(slot) {
      let sample = history.sample(slot, age: age)
      let since = now &- sample.seconds
      guard since >= seconds else { continue }
      guard since <= seconds &+ Self.spanSeconds else { break }
      count += 1
      newest = newest ?? since
      spanned = since &- (newest ?? since)
      meanKnots += sample.speedKnots
      leastKnots = min(leastKnots, sample.speedKnots)
      greatestKnots = max(greatestKnots, sample.speedKnots)
      guard let course = sample.courseDegrees else { continue }
      let way = eastNorth(bearingDegrees: course)
      east += way.east
      north += way.north
      courses += 1
    }
    guard count >= Double(Self.leastSamples), spanned >= Self.spanSeconds / 2 else { return nil }
    meanKnots /= count
    let resultant = (east * east + north * north).squareRoot() / max(courses, 1)
    if courses == count, resultant >= Self.leastResultant {
      steadyCourse = bearingDegrees(east: east, north: north)
    }
  }
}
