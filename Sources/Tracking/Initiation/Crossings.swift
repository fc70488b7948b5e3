/// Craft of which only directions are known, from two places or more.
///
/// Wherever an unexplained direction of one sensor crosses that of another there may be a craft. Two craft make four such places,
/// two of them ghosts: each is followed as if it were a craft, and its score is how well later directions go with one craft that
/// keeps its way. Of those that share a direction only a set without a shared one can be true; a place becomes a track when the
/// best set has it and is much better than the best set without it.
///
/// Source: Bar-Shalom and Li, Multitarget-Multisensor Tracking: Principles and Techniques, section 8.3, for passive sensors; the
/// decision by sets is the assignment of directions of one sensor to those of the other.
struct Crossings: Sendable {
  /// One look of a sensor that shows directions.
  struct Look {
    let sensor: Int
    let seconds: Double
    let east: Double
    let north: Double
    let detection: Double
    /// How many directions of nothing and of craft not known a radian holds.
    let background: Double
    let isWhole: Bool
  }

  private(set) var held: [Crossing] = []
  private var rays: [Ray] = []
  private var nextRay = 0

  /// Directions further apart in time than this do not cross, in seconds.
  private static let greatestApartSeconds = 30.0
  /// Directions that wait for another, and places that are followed, at most.
  static let mostRays = 48
  static let mostHeld = 96
  /// A place that is this unlikely is given up; the logarithm of the odds.
  private static let leastScore = -6.0
  private static let scoreAtFirst = -3.0
  /// A place that no direction has shown for so long is given up, in seconds.
  private static let greatestSilenceSeconds = 120.0
  /// What becomes a track: this score, so many directions from each of two places, and so much better than without it.
  private static let leastScoreOfTrack = 5.0
  private static let leastTaken = 4
  private static let leastMargin = 4.0

  /// Takes in the directions of one look that no track explains.
  ///
  /// - Returns: the places that are surely craft; they are no longer held here.
  mutating func take(
    _ bearings: [(bearing: Double, variance: Double, reference: Int)], _ look: Look, settings: CraftTrackerSettings
  ) -> [Crossing] {
    let new = bearings.prefix(Self.mostRays).map { bearing in
      nextRay += 1
      return Ray(
        id: nextRay, sensor: look.sensor, east: look.east, north: look.north, bearing: bearing.bearing,
        variance: bearing.variance, seconds: look.seconds, reference: bearing.reference)
    }
    for index in held.indices { held[index].take(new, look, modes: settings.modes) }
    begin(new, look, settings)
    rays.removeAll { look.seconds - $0.seconds > Self.greatestApartSeconds || $0.sensor == look.sensor }
    rays = (rays + new).suffix(Self.mostRays)
    thin(at: look.seconds)
    let sure = held.indices.filter { isSure($0) }
    let found = sure.map { held[$0] }
    let rays = Set(found.flatMap { $0.latest.map(\.ray) })
    // A ghost shares a direction with a craft that is known by now.
    held.removeAll { $0.latest.contains { rays.contains($0.ray) } }
    return found
  }

  private mutating func begin(_ new: [Ray], _ look: Look, _ settings: CraftTrackerSettings) {
    var known = Set<[Int]>()
    for crossing in held {
      let mine = crossing.ray(of: look.sensor)
      for sight in crossing.latest where sight.sensor != look.sensor { known.insert([mine ?? -1, sight.ray]) }
    }
    for ray in new {
      for older in rays where older.sensor != look.sensor && held.count < 2 * Self.mostHeld {
        guard !known.contains([ray.id, older.id]), look.seconds - older.seconds <= Self.greatestApartSeconds,
          look.seconds >= older.seconds,
          let motion = older.crossing(ray, unknownVelocity: settings.unknownVelocity)
        else { continue }
        held.append(Crossing(motion, older, ray, score: Self.scoreAtFirst, modes: settings.modes.count))
      }
    }
  }

  /// Gives up what is unlikely or silent, what says the same as another, and the worst where there are too many.
  private mutating func thin(at seconds: Double) {
    held.removeAll { crossing in
      crossing.score < Self.leastScore
        || seconds - (crossing.sights.last?.seconds ?? 0) > Self.greatestSilenceSeconds
    }
    held.sort { ($1.score, $0.begunSeconds) < ($0.score, $1.begunSeconds) }
    var seen = Set<[Int]>()
    held.removeAll { crossing in
      !seen.insert(crossing.latest.map(\.ray).sorted()).inserted
    }
    if held.count > Self.mostHeld { held.removeLast(held.count - Self.mostHeld) }
  }

  private func isSure(_ index: Int) -> Bool {
    let one = held[index]
    guard one.score >= Self.leastScoreOfTrack, one.taken.0 >= Self.leastTaken, one.taken.1 >= Self.leastTaken else {
      return false
    }
    // A ghost of two other sensors misses what the third shows, and falls behind the craft that it shares a direction with.
    let isDoubted = held.contains { other in
      other.sensors != one.sensors && other.isRival(of: one) && other.score > one.score - Self.leastMargin
    }
    guard !isDoubted else { return false }
    let rivals = held.filter { $0.sensors == one.sensors && $0.score > 0 }
    let firsts = Array(Set(rivals.compactMap { $0.ray(of: one.sensors.0) })).sorted()
    let seconds = Array(Set(rivals.compactMap { $0.ray(of: one.sensors.1) })).sorted()
    func best(without: (Int, Int)?) -> (sum: Double, hasIt: Bool) {
      var gains: [Int: Double] = [:]
      var problem = AssignmentProblem(rows: firsts.count, columns: seconds.count)
      for rival in rivals {
        guard let first = rival.ray(of: one.sensors.0), let second = rival.ray(of: one.sensors.1),
          let row = firsts.firstIndex(of: first), let column = seconds.firstIndex(of: second),
          without.map({ $0 != (first, second) }) ?? true
        else { continue }
        gains[row * seconds.count + column] = rival.score
        problem.set(row, column, gain: rival.score)
      }
      var (sum, hasIt) = (0.0, false)
      for (row, column) in problem.solve().enumerated() where column >= 0 {
        sum += gains[row * seconds.count + column] ?? 0
        if firsts[row] == one.ray(of: one.sensors.0), seconds[column] == one.ray(of: one.sensors.1) { hasIt = true }
      }
      return (sum, hasIt)
    }
    guard let first = one.ray(of: one.sensors.0), let second = one.ray(of: one.sensors.1) else { return false }
    let with = best(without: nil)
    return with.hasIt && with.sum - best(without: (first, second)).sum >= Self.leastMargin
  }
}
